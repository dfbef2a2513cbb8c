using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>Each mistake in a templates folder or a case is reported once, at its place, by its code.</summary>
public sealed class GenerationErrorTests : IDisposable
{
    private const string Letter = """
        title: 工作函
        title_en: Working letter
        version: "1"
        style: official
        file_name: 工作函
        needs: [office.name]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-").FullName;

    public GenerationErrorTests()
    {
        foreach (var file in ((string[])["_case", "_types", "_styles", "_law", "_partials"])
            .SelectMany(name => Directory.EnumerateFiles(Repository.PathTo("templates", name))))
        {
            var target = Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileName(Path.GetDirectoryName(file)!)));
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_type_that_no_folder_has_is_named_with_the_nearest_that_is()
    {
        WriteLetter(Letter);
        var asked = new SourceLocation(new("case.yaml", "documents: { working-leter: {} }"), new(13, 13));

        var error = Assert.Single(ProblemsOf("working-leter", asked));

        AssertIs(error, "PD7001", Severity.Error, "case.yaml(1,14)", null);
        Assert.Contains("working-letter", error.Hint!.Value.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_without_a_template_lacks_a_file()
    {
        WriteLetter(Letter);
        File.Delete(Path.Combine(_folder, "working-letter", "template.sbn"));

        var error = Assert.Single(ProblemsOf("working-letter"));

        AssertIs(error, "PD7002", Severity.Error, null, null);
        Assert.Contains("templates/working-letter/template.sbn", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_case_schema_cannot_be_opened()
    {
        File.Delete(Path.Combine(_folder, "_case", "schema.json"));
        var diagnostics = new DiagnosticBag();

        Assert.Null(TemplateCatalog.Open(new(_folder, "templates"), diagnostics));

        AssertIs(Assert.Single(diagnostics.Items), "PD7002", Severity.Error, null, null);
    }

    [Fact]
    public void A_style_sheet_that_is_not_there_is_reported_where_it_is_named()
    {
        WriteLetter(Letter.Replace("official", "offical", StringComparison.Ordinal));

        var error = Assert.Single(ProblemsOf("working-letter"));

        AssertIs(error, "PD7003", Severity.Error, "templates/working-letter/type.yaml(4,8)", null);
        Assert.Contains("official", error.Hint!.Value.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, Severity.Error)]
    [InlineData(true, Severity.Warning)]
    public void A_needed_field_that_is_missing_stops_a_filing_and_not_a_draft(bool isDraft, Severity severity)
    {
        WriteLetter(Letter.Replace("office.name", "office.name, court.name", StringComparison.Ordinal));

        var result = Generate("id: x\noffice: { name: 某检察院 }\ncourt: { level: basic }\ndocuments: { working-letter: {} }\n", isDraft);

        AssertIs(Assert.Single(result.Diagnostics), "PD7004", severity, "case.yaml(3,8)", "$.court.name");
        Assert.Equal(isDraft, result.Files.Length == 1);
    }

    [Fact]
    public void A_document_that_the_case_does_not_list_is_not_made()
    {
        WriteLetter(Letter);

        var result = Generate("id: x\noffice: { name: 某检察院 }\n");

        AssertIs(Assert.Single(result.Diagnostics), "PD7005", Severity.Error, "case.yaml(1,1)", "$.documents.working-letter");
        Assert.Empty(result.Files);
    }

    [Theory]
    [InlineData(false, Severity.Error)]
    [InlineData(true, Severity.Warning)]
    public void An_element_that_the_finished_text_lacks_is_reported_where_it_is_demanded(bool isDraft, Severity severity)
    {
        WriteLetter(WithElement("联系电话：[0-9]+"));

        var result = Generate(Bearing, isDraft);

        var found = Assert.Single(result.Diagnostics);
        AssertIs(found, "PD7007", severity, "templates/working-letter/type.yaml(8,5)", null);
        Assert.Contains("联系电话", found.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("某规定第一条", found.Basis!.Provisions, StringComparison.Ordinal);
        Assert.Equal(isDraft, result.Files.Length == 1);
    }

    [Fact]
    public void An_element_whose_pattern_is_none_cannot_be_checked()
    {
        WriteLetter(WithElement("联系电话：([0-9]+"));

        var result = Generate(Bearing);

        AssertIs(Assert.Single(result.Diagnostics), "PD7008", Severity.Error, "templates/working-letter/type.yaml(8,5)", null);
        Assert.Empty(result.Files);
    }

    private const string Bearing = "id: x\noffice: { name: 某检察院 }\ndocuments: { working-letter: {} }\n";

    private static string WithElement(string pattern) =>
        $"{Letter}\nelements:\n  - id: phone\n    label: 联系电话\n    basis: 某规定第一条\n    text: ['{pattern}']\n";

    private void WriteLetter(string type)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "working-letter")).FullName;
        File.WriteAllText(Path.Combine(target, "type.yaml"), type);
        File.WriteAllText(Path.Combine(target, "template.sbn"), "# 工作函\n\n{{ office.name }}致函。\n");
    }

    private IReadOnlyList<Diagnostic> ProblemsOf(string typeId, SourceLocation? askedAt = null)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Office.Open(_folder).Find(typeId, diagnostics, askedAt));
        return diagnostics.Items;
    }

    private GenerationResult Generate(string text, bool isDraft = false)
    {
        var catalog = Office.Open(_folder);
        var data = Cases.CaseReader.Read(new("case.yaml", text), new())!;
        return Office.GeneratorFor(catalog).Generate(
            catalog.Find("working-letter", new())!,
            new(data, "case", ""),
            new(OutputFormats.Docx, isDraft),
            CancellationToken.None);
    }

    private static void AssertIs(Diagnostic found, string code, Severity severity, string? location, string? field)
    {
        Assert.Equal(code, found.Code);
        Assert.Equal(severity, found.Severity);
        Assert.Equal(location, found.Location?.ToString());
        Assert.Equal(field, found.Field?.Value);
    }
}
