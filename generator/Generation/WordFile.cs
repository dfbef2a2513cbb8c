using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Reads a Word file that people have edited, in the styles of the type that made it.</summary>
public static class WordFile
{
    // What a foreign file is read in: the look of most filings.
    private const string UsualStyles = "procuratorial";

    /// <summary>The file as a document; null, with diagnostics, where it cannot be read.</summary>
    /// <param name="path">The .docx file.</param>
    /// <param name="catalog">Where the styles are.</param>
    /// <param name="options">What to do with tracked changes.</param>
    /// <param name="diagnostics">Receives PD5xxx: what the document cannot hold is named, never dropped in silence.</param>
    public static Document? Read(string path, TemplateCatalog catalog, DocxReadOptions options, DiagnosticBag diagnostics)
    {
        if (catalog.FindStyles(UsualStyles, diagnostics) is not { } usual)
        {
            return null;
        }

        var found = new DiagnosticBag();
        var document = ReadIn(usual, path, options, found);
        if (document is not null && TypeOf(document, catalog) is { } type && type.Styles.Name != usual.Name)
        {
            found = new();
            document = ReadIn(type.Styles, path, options, found);
        }

        diagnostics.AddRange(found.Items);
        return document;
    }

    private static Document? ReadIn(StyleSheet styles, string path, DocxReadOptions options, DiagnosticBag diagnostics)
    {
        using var stream = File.OpenRead(path);
        return new DocxReader(styles, options).Read(stream, path, diagnostics);
    }

    private static DocumentType? TypeOf(Document document, TemplateCatalog catalog) =>
        catalog.Folder.HasType(document.Info.TypeId)
            ? catalog.Find(document.Info.TypeId, new())
            : null;
}
