using System.CommandLine;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Cli;

/// <summary>What a command works with: an opened templates folder and a generator over it.</summary>
internal sealed class Workbench
{
    private Workbench(Desk desk, Language language, TemplateCatalog catalog)
    {
        Desk = desk;
        Language = language;
        Catalog = catalog;
        Fonts = MachineFonts.Open(desk.Home);
        var typesetter = new Typesetter(Fonts);
        Generator = new(catalog, typesetter, desk.Clock);
        Pages = new(typesetter);
    }

    public Desk Desk { get; }

    public Language Language { get; }

    public TemplateCatalog Catalog { get; }

    public FontLibrary Fonts { get; }

    public DocumentGenerator Generator { get; }

    public PageMaker Pages { get; }

    /// <summary>Opens the templates folder the command line names, or the program's own.</summary>
    /// <returns>Null, with diagnostics, where the folder cannot be used.</returns>
    public static Workbench? Open(Desk desk, ParseResult parse, DiagnosticBag diagnostics)
    {
        var catalog = TemplateCatalog.Open(FolderFor(desk, parse), diagnostics);
        return catalog is null ? null : new(desk, GlobalOptions.LanguageOf(parse), catalog);
    }

    public static TemplateFolder FolderFor(Desk desk, ParseResult parse)
    {
        var root = parse.GetValue(GlobalOptions.Templates)?.FullName ?? Path.Combine(desk.Home, "templates");
        return new(root, Shown(root));
    }

    /// <summary>A path as messages show it: relative where it lies below the current folder.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
