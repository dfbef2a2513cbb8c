using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Generation;

/// <summary>The fonts of the project's own folder and of this machine.</summary>
public static class MachineFonts
{
    /// <param name="home">The folder of <see cref="ProgramHome"/>.</param>
    public static FontLibrary Open(string home)
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            var applications = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return new(FontFolders.OnWindows(applications, Environment.GetFolderPath(Environment.SpecialFolder.Windows), home));
        }

        return new(OperatingSystem.IsMacOS() ? FontFolders.OnMac(user, home) : FontFolders.OnLinux(user, home));
    }
}
