using System.Collections.Concurrent;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Law;
using PiiDocs.Pdf;
using PiiDocs.Templating;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Word;

namespace PiiDocs.Generation.Batch;

/// <summary>Everything but the case that decides what a document looks like, as a hash.</summary>
public sealed class BatchRecipe(TemplateCatalog catalog, IFontLibrary fonts, GenerationOptions options)
{
    private readonly ConcurrentDictionary<string, string> _ofType = new(StringComparer.Ordinal);
    private readonly Lazy<string> _shared = new(() => $"{catalog.Folder.HashOfShared()} {Engine()}");

    /// <summary>The hash of what one document of a case is made from: the recipe of its type, values of the case, its number, and the name its files get.</summary>
    /// <param name="type">The type.</param>
    /// <param name="input">The case; open numbers filled as far as they are known.</param>
    /// <param name="id">What the batch calls the case.</param>
    public string HashOf(DocumentType type, CaseInput input, string id) =>
        Hash(string.Join('\n', OfType(type), input.Hash, input.NumberOf(type.Id), id));

    private string OfType(DocumentType type) => _ofType.GetOrAdd(type.Id, _ => Hash(string.Join(
        '\n',
        [
            type.Id,
            type.Hash,
            _shared.Value,
            $"{options.Formats} {options.IsDraft} {options.Conformance} {options.StrictFonts}",
            .. FontsOf(type),
        ])));

    // The fonts of the reader set a .docx: only pages depend on ours.
    private IEnumerable<string> FontsOf(DocumentType type) =>
        options.Formats.HasFlag(OutputFormats.Pdf) ? FontReports.HashesOf(fonts, type.Styles.Fonts.Values) : [];

    /// <summary>The assemblies of the road, each by the hash of what it was compiled from.</summary>
    private static string Engine() => string.Join(
        ' ',
        new[]
        {
            typeof(DocumentGenerator), typeof(CaseReader), typeof(ITemplateEngine), typeof(LawLibrary), typeof(MarkupReader),
            typeof(DocxWriter), typeof(Typesetter), typeof(PdfWriter), typeof(DataNode),
        }.Select(type => type.Module.ModuleVersionId.ToString("N")));

    private static string Hash(string text) => ContentHash.Of(text);
}
