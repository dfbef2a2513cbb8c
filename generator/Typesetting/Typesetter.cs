using System.Collections.Concurrent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Typesetting.Lines;
using PiiDocs.Typesetting.Pages;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting;

/// <summary>Sets documents in pages by the rules of Chinese typesetting; one for a process, for any number of threads.</summary>
/// <remarks>
/// The road of a paragraph: shaped into clusters, spaced, bound into units, broken into lines; then all lines and rows
/// are one flow, from which pages are cut. Nothing is placed before its page is known.
/// </remarks>
public sealed class Typesetter(IFontLibrary fonts)
{
    // A document that shows page numbers moves them by showing them; two rounds settle all but contrived ones.
    private const int MostRounds = 4;

    // A house has one or two styles of punctuation.
    private readonly ConcurrentDictionary<PunctuationStyle, PairRules> _rules = [];
    private readonly GlyphTables _tables = new(fonts);

    /// <returns>Pages, even where the bag has errors: those show what is wrong, and are not to be filed.</returns>
    public PagedDocument Layout(Document document, DiagnosticBag diagnostics)
    {
        var references = PageReferences.FirstGuess;
        for (var round = 1; ; round++)
        {
            var found = new DiagnosticBag();
            var pages = LayoutOnce(document, references, found);
            var correction = references.Correction(pages.Pages.Length);
            if (correction is null || round == MostRounds)
            {
                diagnostics.AddRange(found.Items);
                return pages;
            }

            references = correction;
        }
    }

    private PagedDocument LayoutOnce(Document document, PageReferences references, DiagnosticBag diagnostics)
    {
        using var flow = new Flow();
        var sheet = document.Styles;
        var rules = _rules.GetOrAdd(sheet.Punctuation, punctuation => new(punctuation));
        var formats = new Formats(sheet, _tables, diagnostics);
        var shapers = new Shapers(new(flow.Text, references, document.Info.Title, diagnostics), new(flow.Text, diagnostics));
        var paragraphs = new ParagraphLayouter(flow, shapers, rules, sheet.Punctuation);
        var tables = new TableLayouter(flow, formats, paragraphs, diagnostics);
        new FlowBuilder(flow, formats, paragraphs, tables).Add(document);

        var lines = new LineSetter(flow.Text, references);
        var texts = new ShortTextSetter(flow, paragraphs, lines);
        var numbers = sheet.Numbers is { } numbering
            ? new PageNumberSetter(numbering, sheet.Page, formats.OfPageNumber(numbering), texts)
            : null;
        var setters = new LineSetters(lines, new(flow.Text, references));
        var pages = new PageBuilder(flow, sheet.Page, setters, new(new(formats, texts), numbers)).Build();
        return new(document.Info, pages, flow.Structure.Build());
    }
}
