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
        using var stream = File.OpenRead(path);
        return Read(new WordInput(path, stream), catalog, options, diagnostics);
    }

    /// <summary>The same, of a file that is not on disk.</summary>
    public static Document? Read(WordInput input, TemplateCatalog catalog, DocxReadOptions options, DiagnosticBag diagnostics)
    {
        if (catalog.FindStyles(UsualStyles, diagnostics) is not { } usual)
        {
            return null;
        }

        var found = new DiagnosticBag();
        var document = ReadIn(usual, input, options, found);
        if (document is not null && TypeOf(document, catalog) is { } type && type.Styles.Name != usual.Name)
        {
            found = new();
            document = ReadIn(type.Styles, input, options, found);
        }

        diagnostics.AddRange(found.Items);
        return document;
    }

    private static Document? ReadIn(StyleSheet styles, WordInput input, DocxReadOptions options, DiagnosticBag diagnostics)
    {
        input.Content.Position = 0;
        return new DocxReader(styles, options).Read(input.Content, input.Name, diagnostics);
    }

    private static DocumentType? TypeOf(Document document, TemplateCatalog catalog) =>
        catalog.Folder.HasType(document.Info.TypeId)
            ? catalog.Find(document.Info.TypeId, new())
            : null;
}

/// <summary>A Word file to be read.</summary>
/// <param name="Name">How messages name it.</param>
/// <param name="Content">Seekable; read from its beginning, and left open.</param>
public sealed record WordInput(string Name, Stream Content);
