using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Short ways to lay documents out and to look at the pages.</summary>
internal static class Paged
{
    public static PagedDocument Layout(StyleSheet sheet, params Block[] blocks) =>
        Layout(Sheets.Document(sheet, blocks));

    /// <summary>Lays out, and insists that there was nothing to report.</summary>
    public static PagedDocument Layout(Document document, PunctuationStyle? punctuation = null)
    {
        var diagnostics = new DiagnosticBag();
        var pages = new Typesetter(new SquareFonts()).Layout(With(document, punctuation), diagnostics);
        Assert.Empty(diagnostics.Items);
        return pages;
    }

    /// <summary>Lays out what may hold rows taller than a page.</summary>
    public static PagedDocument LayoutAnything(Document document, PunctuationStyle? punctuation = null)
    {
        var diagnostics = new DiagnosticBag();
        var pages = new Typesetter(new SquareFonts()).Layout(With(document, punctuation), diagnostics);
        Assert.All(diagnostics.Items, found => Assert.Equal("PD4006", found.Code));
        return pages;
    }

    private static Document With(Document document, PunctuationStyle? punctuation) =>
        punctuation is null ? document : document with { Styles = document.Styles with { Punctuation = punctuation } };

    /// <summary>The lines of a page, upper first.</summary>
    public static List<PagedLine> Lines(this Page page) =>
        [.. page.Items.OfType<GlyphRun>()
            .GroupBy(run => run.Baseline)
            .OrderBy(line => line.Key)
            .Select(line => new PagedLine(
                line.Key,
                line.First().X,
                string.Concat(line.Select(run => run.Text)),
                [.. line.SelectMany(run => run.Glyphs.Select(glyph => run.X + glyph.Offset))]))];

    public static List<PagedLine> Lines(this PagedDocument document) => [.. document.Pages.SelectMany(Lines)];

    /// <summary>What a reader of the structure hears: element by element, from page to page.</summary>
    public static string Text(this PagedDocument document) =>
        string.Concat(document.Pages.SelectMany(page => page.Items).OfType<GlyphRun>()
            .Where(run => run.Element >= 0)
            .OrderBy(run => run.Element)
            .Select(run => run.Text));
}

/// <param name="Places">The left edge of every glyph.</param>
internal sealed record PagedLine(Length Baseline, Length Left, string Text, IReadOnlyList<Length> Places);
