using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Templates;

/// <summary>A sample case with some of its facts changed, and the documents it then makes.</summary>
internal sealed class CaseVariation
{
    private readonly CaseInput _input;

    private CaseVariation(CaseInput input) => _input = input;

    /// <param name="sample">A sample case.</param>
    /// <param name="changes">
    /// YAML laid over it: objects are merged, anything else takes the place of what was there, null takes it away. One after the other.
    /// </param>
    public static CaseVariation Of(string sample, params string[] changes)
    {
        var diagnostics = new DiagnosticBag();
        var input = Office.Sample(sample);
        var data = input.Data;
        foreach (var text in changes)
        {
            var changed = CaseReader.Read(new SourceText("changes.yaml", text), diagnostics);
            Assert.Empty(diagnostics.Items);
            data = Merge(data, changed!);
        }

        Office.Catalog.Schema.Check(data, diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(input with { Data = data });
    }

    /// <summary>The case as it then stands.</summary>
    public DataObject Data => _input.Data;

    /// <summary>The text of a document, which must come out without a complaint.</summary>
    public string TextOf(string typeId)
    {
        var result = Generate(typeId);
        Assert.Empty(result.Diagnostics);
        return DocumentPrinter.Print(result.Document!);
    }

    /// <summary>The text of a draft, whatever it complains of.</summary>
    public string DraftOf(string typeId) => DocumentPrinter.Print(Generate(typeId, isDraft: true).Document!);

    public GenerationResult Generate(string typeId, bool isDraft = false) =>
        Office.Generator.Generate(Office.Catalog.Find(typeId, new())!, _input, new(OutputFormats.None, isDraft), CancellationToken.None);

    private static DataObject Merge(DataObject original, DataObject changes)
    {
        var kept = original.Members.Where(member => changes.Find(member.Name) is not DataNull);
        var added = changes.Members.Where(member => original.Find(member.Name) is null && member.Value is not DataNull);
        return original with { Members = [.. kept.Select(member => Merge(member, changes.Find(member.Name))), .. added] };
    }

    private static DataMember Merge(DataMember original, DataNode? change) => (original.Value, change) switch
    {
        (_, null) => original,
        (DataObject before, DataObject after) => original with { Value = Merge(before, after) },
        _ => original with { Value = change },
    };
}
