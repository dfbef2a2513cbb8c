using System.Collections.Immutable;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Where fonts are kept, by system: the project's own first, then the user's, then the machine's.</summary>
/// <remarks>What is asked of the environment (home, project) is asked by the caller.</remarks>
public static class FontFolders
{
    /// <summary>The folder in the project that the set-up fills with free fonts.</summary>
    public const string ProjectFolder = ".fonts";

    public static ImmutableArray<string> OnLinux(string home, string project) =>
    [
        Path.Combine(project, ProjectFolder),
        Path.Combine(home, ".fonts"),
        Path.Combine(home, ".local", "share", "fonts"),
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/usr/share/texlive/texmf-dist/fonts/opentype",
        "/usr/share/texmf/fonts/opentype",
    ];

    public static ImmutableArray<string> OnMac(string home, string project) =>
    [
        Path.Combine(project, ProjectFolder),
        Path.Combine(home, "Library", "Fonts"),
        "/Library/Fonts",
        "/System/Library/Fonts",
    ];

    /// <param name="localApplications">%LOCALAPPDATA%: fonts installed for one user.</param>
    /// <param name="windows">%WINDIR%.</param>
    /// <param name="project">The project's folder.</param>
    public static ImmutableArray<string> OnWindows(string localApplications, string windows, string project) =>
    [
        Path.Combine(project, ProjectFolder),
        Path.Combine(localApplications, "Microsoft", "Windows", "Fonts"),
        Path.Combine(windows, "Fonts"),
    ];
}
