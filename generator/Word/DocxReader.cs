using System.Globalization;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Reads a .docx that was edited in Word back into a document: text, styles, tables, emphasis, fields.</summary>
/// <remarks>
/// Comments are dropped. What a document of ours cannot hold is named with its paragraph, never dropped in silence.
/// A finding's line is the number of its paragraph, paragraphs in tables counted. Thread-safe.
/// </remarks>
public sealed class DocxReader(StyleSheet styles, DocxReadOptions options)
{
    /// <summary>The document, or null where the file is none.</summary>
    /// <param name="input">The file; must be seekable.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public Document? Read(Stream input, string path, DiagnosticBag diagnostics)
    {
        var file = new SourceLocation(new(path, ""), default);
        using var package = DocxPackage.Open(input, file, options.Limits, diagnostics);
        if (package is null)
        {
            return null;
        }

        var body = package.Load(package.Main)?.Element(Xml.W + "body");
        if (body is null)
        {
            if (!diagnostics.HasErrors)
            {
                diagnostics.Add(WordErrors.NotADocument(file));
            }

            return null;
        }

        package.NoticeDangers();
        NoticeMargins(package, file, diagnostics);
        var stylesPart = package.TargetOf(package.Main, "styles") ?? "word/styles.xml";
        var fieldsPart = package.LoadFieldsPart()?.Root;
        var report = new DocxReport(new(path, body.Descendants(Xml.W + "p").Count()), isForeign: fieldsPart is null, diagnostics);
        var names = new DocxStyleNames(package.Load(stylesPart), styles);
        var context = new DocxContext(names, styles, new(fieldsPart, body), options, report)
        {
            Figures = new(fieldsPart, package.Picture, styles),
            Lists = new(package.TargetOf(package.Main, "numbering") is { } numbering ? package.Load(numbering) : null),
        };
        var blocks = new BlockCollector(context, styles).ReadAll(body, Origin.None);
        report.Finish();
        return new(InfoOf(package, fieldsPart), styles, blocks);
    }

    // Our own footers hold the number of the page and nothing else; the style sheet writes it anew.
    private static void NoticeMargins(DocxPackage package, SourceLocation file, DiagnosticBag diagnostics)
    {
        foreach (var (type, name) in new[] { ("header", new Message("页眉", "header")), ("footer", new Message("页脚", "footer")) })
        {
            if (package.TargetsOf(package.Main, type).Any(part => package.Load(part) is { } margin && SaysMore(margin)))
            {
                diagnostics.Add(WordErrors.MarginText(file, name));
            }
        }
    }

    private static bool SaysMore(XElement margin) =>
        margin.Descendants().Any(each => each.Name.LocalName is "drawing" or "pict" or "object"
            || (each.Name == Xml.W + "t" && each.Value.Any(char.IsLetter)));

    internal static DocumentInfo InfoOf(DocxPackage package, XElement? fields)
    {
        var core = package.TargetOf("", "core-properties") is { } part ? package.Load(part) : null;
        var date = DateTimeOffset.TryParse(
            Property("created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? DateOnly.FromDateTime(created.UtcDateTime)
            : default;
        return new(Attribute("type"), Property("title"), Attribute("case"), Property("creator"), date)
        {
            Audience = Attribute("audience"),
            Stamp = new(
                Attribute("templateVersion"), Attribute("templateHash"), Attribute("caseHash"), Attribute("engineVersion")),
        };

        string Property(string name) => core?.Elements().FirstOrDefault(each => each.Name.LocalName == name)?.Value ?? "";

        string Attribute(string name) => (string?)fields?.Attribute(name) ?? "";
    }
}
