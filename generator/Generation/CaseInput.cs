using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Generation;

/// <summary>A case, read and checked once for all its documents.</summary>
/// <param name="Data">Every fact; paths start at <c>$</c>.</param>
/// <param name="Name">The file's name without extension: <c>000-baoshan-platform</c>.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the file.</param>
public sealed record CaseInput(DataObject Data, string Name, string Hash)
{
    /// <summary>The case's own id; empty where it has none.</summary>
    public string Id => Data.Find("id") is DataText id ? id.Value : "";

    /// <summary>The office that issues the documents; empty where the case names none.</summary>
    public string OfficeName => Data.Find("office") is DataObject office && office.Find("name") is DataText name ? name.Value : "";

    /// <summary>The document types the case bears: the keys of <c>documents</c>, in order.</summary>
    public IEnumerable<DataMember> BorneDocuments =>
        Data.Find("documents") is DataObject documents ? documents.Members : [];

    public bool Bears(string typeId) => BorneDocuments.Any(member => member.Name == typeId);

    /// <summary>The date a document of this case bears, as written; empty where the case gives none.</summary>
    public string DateOf(DocumentType type) =>
        type.DateFields.Prepend($"documents.{type.Id}.date").Select(TextAt).FirstOrDefault(date => date.Length > 0) ?? "";

    /// <summary>The date under <c>documents</c> alone; empty where there is none.</summary>
    public string DocumentDate(string typeId) => TextAt($"documents.{typeId}.date");

    /// <summary>The number under <c>documents</c>, also where it is still open; empty where there is none.</summary>
    public string NumberOf(string typeId) => TextAt($"documents.{typeId}.number");

    private string TextAt(string path)
    {
        DataNode? node = Data;
        foreach (var step in path.Split('.'))
        {
            node = (node as DataObject)?.Find(step);
        }

        return node is DataText text ? text.Value : "";
    }

    /// <summary>Reads a case file and checks it: its form, and what the law asks of its facts.</summary>
    /// <returns>Null, with diagnostics, where the file cannot be read as a case; a case with errors is still given.</returns>
    public static CaseInput? Load(string path, TemplateCatalog catalog, DiagnosticBag diagnostics) =>
        CaseFile.Load(path, diagnostics) is { } source ? Read(source, catalog, diagnostics) : null;

    /// <summary>The same of a text that is already in memory; the ending of its path says whether it is YAML or JSON.</summary>
    public static CaseInput? Read(SourceText source, TemplateCatalog catalog, DiagnosticBag diagnostics)
    {
        if (CaseReader.Read(source, diagnostics) is not { } data)
        {
            return null;
        }

        var input = new CaseInput(data, Path.GetFileNameWithoutExtension(source.Path), HashOf(source));
        input.Check(catalog, diagnostics);
        return input;
    }

    /// <summary>Checks a case: its form, and what the law asks of its facts; of a field whose form is wrong the law is not asked.</summary>
    public void Check(TemplateCatalog catalog, DiagnosticBag diagnostics)
    {
        var (form, law) = (new DiagnosticBag(), new DiagnosticBag());
        catalog.Schema.Check(Data, form);
        LegalChecks.Run(catalog.Law, Data, law);
        var wrong = form.Items.Where(each => each.Severity == Severity.Error).Select(each => each.Field).ToHashSet();
        diagnostics.AddRange(form.Items);
        diagnostics.AddRange(law.Items.Where(each => !wrong.Contains(each.Field)).Select(each => Labelled(each, catalog)));
    }

    /// <summary>A missing fact by the label that forms and sheets show.</summary>
    private static Diagnostic Labelled(Diagnostic found, TemplateCatalog catalog) =>
        found is { Code: LegalChecks.MissingFact, Field: { } field }
            ? found with { Hint = GenerationErrors.InCase(field, catalog.Schema.LabelOf(field)) }
            : found;

    /// <summary>What tells two states of a case file apart.</summary>
    public static string HashOf(SourceText source) =>
        ContentHash.Of(source.Text);
}
