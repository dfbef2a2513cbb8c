using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Writes the pages of many documents into one file for printing, document after document, and keeps none of them.</summary>
/// <remarks>
/// Every face is embedded once for all. The file is plain PDF 1.7: the tags and claims of an archive belong to the single documents.
/// </remarks>
public sealed class CombinedPdf
{
    private readonly PdfFile _file;
    private readonly PdfFonts _fonts;
    private readonly PdfReference _tree;
    private readonly PdfReference _resources;
    private readonly List<PdfReference> _pages = [];
    private readonly List<(string Title, PdfReference Page)> _documents = [];
    private readonly bool _startsOnOddPages;
    private readonly Stream _output;
    private readonly DiagnosticBag _diagnostics;
    private (Length Width, Length Height) _lastSize;

    /// <param name="output">Takes the file as it grows.</param>
    /// <param name="startsOnOddPages">An empty page goes before a document that would begin on the back of another's last sheet.</param>
    /// <param name="diagnostics">Receives PD6xxx.</param>
    public CombinedPdf(Stream output, bool startsOnOddPages, DiagnosticBag diagnostics)
    {
        (_output, _startsOnOddPages, _diagnostics) = (output, startsOnOddPages, diagnostics);
        _file = new(packsObjects: true, "1.7", output);
        _fonts = new(_file, diagnostics);
        (_tree, _resources) = (_file.Reserve(), _file.Reserve());
    }

    public int PageCount => _pages.Count;

    /// <summary>Adds a document.</summary>
    /// <param name="document">Its pages.</param>
    /// <param name="title">What the outline calls it.</param>
    public void Add(PagedDocument document, string title)
    {
        if (_startsOnOddPages && _pages.Count % 2 != 0)
        {
            AddPage(_lastSize.Width, _lastSize.Height, null);
        }

        var parts = new Parts(_file, _fonts, Structure: null, new(_file, document.Structure));
        foreach (var page in document.Pages)
        {
            var reference = _file.Reserve();
            var drawn = PageContent.Write(page, reference, parts);
            var content = _file.AddStream("", drawn.Memory);
            drawn.Release();
            if (page == document.Pages[0])
            {
                _documents.Add((title, reference));
            }

            AddPage(page.Width, page.Height, content, reference);
        }
    }

    /// <summary>Writes fonts, page tree and outline. With errors in the bag the file is not to be used.</summary>
    public void Finish(DocumentInfo info)
    {
        var embedder = new FontEmbedder(_file, PdfConformance.None, _diagnostics);
        foreach (var font in _fonts.All)
        {
            embedder.Embed(font);
        }

        _file.Add(_tree, output =>
        {
            output.Text($"<</Type/Pages/Count {_pages.Count}/Kids[");
            foreach (var page in _pages)
            {
                output.Text($"{page} ");
            }

            output.Text("]>>");
        });
        PdfWriter.WriteResources(_file, _resources, _fonts);
        var outline = WriteOutline();
        var catalog = _file.Add(output => output.Text(
            $"<</Type/Catalog/Pages {_tree}/Lang({info.Language})/Outlines {outline}/ViewerPreferences<</DisplayDocTitle true>>>>"));
        _file.Finish(catalog, PdfMetadata.AddInformation(_file, info), _output);
        _fonts.Release();
    }

    private void AddPage(Length width, Length height, PdfReference? content, PdfReference? reserved = null)
    {
        var reference = reserved ?? _file.Reserve();
        _file.Add(reference, output =>
        {
            output.Text($"<</Type/Page/Parent {_tree}/MediaBox[0 0 {width} {height}]/Resources {_resources}");
            output.Text(content is { } there ? $"/Contents {there.Number} 0 R>>" : ">>");
        });
        _pages.Add(reference);
        _lastSize = (width, height);
    }

    private PdfReference WriteOutline()
    {
        var root = _file.Reserve();
        PdfReference[] items = [.. _documents.Select(_ => _file.Reserve())];
        for (var i = 0; i < items.Length; i++)
        {
            var (title, page) = _documents[i];
            var links = (i > 0 ? $"/Prev {items[i - 1].Number} 0 R" : "") + (i + 1 < items.Length ? $"/Next {items[i + 1].Number} 0 R" : "");
            _file.Add(items[i], output =>
            {
                output.Text("<</Title ");
                output.TextString(title);
                output.Text($"/Parent {root}{links}/Dest[{page}/Fit]>>");
            });
        }

        _file.Add(root, output => output.Text(items.Length == 0
            ? "<</Type/Outlines>>"
            : $"<</Type/Outlines/First {items[0].Number} 0 R/Last {items[^1].Number} 0 R/Count {items.Length}>>"));
        return root;
    }
}
