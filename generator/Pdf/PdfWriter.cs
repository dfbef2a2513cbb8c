using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Writes pages as a PDF file: subsets of their fonts, their structure, and nothing of the machine or the hour.</summary>
public static class PdfWriter
{
    /// <summary>The same pages give the same bytes. With errors in <paramref name="diagnostics"/> the file is not to be used.</summary>
    public static void Write(PagedDocument document, PdfOptions options, Stream output, DiagnosticBag diagnostics)
    {
        var isOld = options.Conformance == PdfConformance.PdfA1b;
        var file = new PdfFile(packsObjects: !isOld, isOld ? "1.4" : "1.7");
        var parts = new Parts(
            file,
            new(file, diagnostics),
            isOld ? null : new(file, document.Structure),
            new(file, document.Structure));
        var pages = WritePages(document, parts);

        var embedder = new FontEmbedder(file, options.Conformance, diagnostics);
        foreach (var font in parts.Fonts.All)
        {
            embedder.Embed(font);
        }

        parts.Structure?.Write();
        var catalog = WriteCatalog(document.Info, options.Conformance, parts, pages);
        file.Finish(catalog, PdfMetadata.AddInformation(file, document.Info), output);
        parts.Fonts.Release();
    }

    private static PdfReference WritePages(PagedDocument document, Parts parts)
    {
        var (tree, resources) = (parts.File.Reserve(), parts.File.Reserve());
        var pages = new List<PdfReference>();
        foreach (var page in document.Pages)
        {
            var reference = parts.File.Reserve();
            pages.Add(reference);
            var key = parts.Structure?.BeginPage(reference);
            var drawn = PageContent.Write(page, reference, parts);
            var content = parts.File.AddStream("", drawn.Memory);
            drawn.Release();
            parts.File.Add(reference, output =>
            {
                output.Text($"<</Type/Page/Parent {tree}/MediaBox[0 0 {page.Width} {page.Height}]");
                output.Text($"/Resources {resources}/Contents {content}");
                output.Text(key is { } number ? $"/StructParents {number}/Tabs/S>>" : ">>");
            });
        }

        parts.File.Add(tree, output =>
        {
            output.Text($"<</Type/Pages/Count {pages.Count}/Kids[");
            foreach (var page in pages)
            {
                output.Text($"{page} ");
            }

            output.Text("]>>");
        });
        WriteResources(parts.File, resources, parts.Fonts);
        return tree;
    }

    internal static void WriteResources(PdfFile file, PdfReference resources, PdfFonts fonts) => file.Add(resources, output =>
    {
        output.Text("<</Font<<");
        foreach (var font in fonts.All)
        {
            output.Text($"/{font.ResourceName} {font.Reference}");
            if (font.Vertical is { } vertical)
            {
                output.Text($"/{vertical.ResourceName} {vertical.Reference}");
            }
        }

        output.Text(">>>>");
    });

    private static PdfReference WriteCatalog(DocumentInfo info, PdfConformance conformance, Parts parts, PdfReference pages)
    {
        var xmp = PdfMetadata.AddXmp(parts.File, info, conformance);
        var outline = parts.Bookmarks.Write();
        var profile = conformance == PdfConformance.None
            ? (PdfReference?)null
            : parts.File.AddDeflated("/N 3/Alternate/DeviceRGB", SrgbProfile.Deflated);
        return parts.File.Add(output =>
        {
            output.Text($"<</Type/Catalog/Pages {pages}/Metadata {xmp}/Lang({info.Language})");
            if (profile is { } colours)
            {
                output.Text("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)");
                output.Text($"/Info(sRGB IEC61966-2.1)/DestOutputProfile {colours}>>]");
            }

            if (parts.Structure is { } structure)
            {
                output.Text($"/MarkInfo<</Marked true>>/StructTreeRoot {structure.Root}");
            }

            if (outline is { } bookmarks)
            {
                output.Text($"/Outlines {bookmarks}");
            }

            output.Text("/ViewerPreferences<</DisplayDocTitle true>>>>");
        });
    }
}

/// <summary>What the pages of one file share.</summary>
/// <param name="Structure">Null where the file is not tagged.</param>
internal sealed record Parts(PdfFile File, PdfFonts Fonts, StructureTree? Structure, Bookmarks Bookmarks);
