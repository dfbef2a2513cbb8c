using System.Collections.Immutable;
using PiiDocs.Cli.Terminal;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Cli;

/// <summary>Puts the parts together, by hand.</summary>
internal static class Composition
{
    /// <summary>The fonts of the project's own folder and of this machine.</summary>
    public static FontLibrary Fonts(Desk desk) => new(Folders(desk));

    private static ImmutableArray<string> Folders(Desk desk)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            var applications = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return FontFolders.OnWindows(applications, Environment.GetFolderPath(Environment.SpecialFolder.Windows), desk.Home);
        }

        return OperatingSystem.IsMacOS() ? FontFolders.OnMac(home, desk.Home) : FontFolders.OnLinux(home, desk.Home);
    }
}
