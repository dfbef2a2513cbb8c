using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Law;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>Findings stand beside the document they concern, with its sentence and the words meant.</summary>
public sealed class CaseCheckerTests
{
    private const string Nanny = "003-maternity-nanny";

    [Fact]
    public void A_finding_is_shown_in_the_sentence_of_the_first_document_that_shows_the_field()
    {
        var (document, found) = Find("PD8120", "于2024年11月13日提出检察意见", "于2024年11月12日提出检察意见");

        Assert.Equal("press-release", document.TypeId);
        Assert.Contains("于⟦2024年11月12日⟧提出检察意见", found.Sentence!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("。", found.Sentence.Text, StringComparison.Ordinal);
        Assert.NotNull(found.Basis);
    }

    [Fact]
    public void A_finding_about_a_document_of_the_case_stands_with_that_document()
    {
        var (document, found) = Find("PD8115", "沪静检意〔2024〕12号", "沪静检意〔2023〕12号");

        Assert.Equal("procuratorial-opinion", document.TypeId);
        Assert.Equal("⟦沪静检意〔2023〕12号⟧", found.Sentence!.ToString());
    }

    [Fact]
    public void What_no_document_shows_stands_with_the_case()
    {
        var (document, found) = Find("PD8101", "expires_on: 2024-10-10", "expires_on: 2024-10-11");

        Assert.Equal("", document.TypeId);
        Assert.Null(found.Sentence);
        Assert.Contains("第九十一条", found.Basis!.Provisions, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_finding_is_said_once()
    {
        var found = Check("情节特别严重\n  civil", "情节严重\n  civil").SelectMany(document => document.Diagnostics).ToList();

        Assert.NotEmpty(found);
        Assert.Equal(found.Count, found.DistinctBy(each => (each.Code, each.Field, each.Message)).Count());
    }

    [Fact]
    public void Of_a_case_that_lacks_much_one_is_told_only_what_it_lacks_and_where_to_put_it()
    {
        var found = CheckText("""
            id: "1"
            slug: a
            office: { name: 上海市静安区人民检察院 }
            matter: { title: 某案, kinds: [criminal-civil], law_act_date: 2024-01-01 }
            documents: { indictment-with-civil-claims: { date: 2024-10-28 }, case-filing-decision: {}, relationship-diagram: {} }
            """);

        Assert.Equal(["PD1013", "PD7004", "PD8102", "PD8120", "PD8122"], found.Select(each => each.Code).Distinct().Order());
        Assert.All(found, each => Assert.Equal("case.yaml", each.Location?.Source.Path));
        Assert.All(found.Where(each => each.Code == "PD8122"), each => Assert.Null(each.Sentence));
        Assert.Contains(found, each => each.Code == "PD7004" && each.Field?.Value == "$.procedure.filing.date"
            && each.Message.Chinese.EndsWith("立案／立案日", StringComparison.Ordinal) && each.Hint?.Chinese == "在案件文件中补上 $.procedure.filing.date");
        Assert.DoesNotContain(found, each => each.Code == "PD7004" && each.Field?.Value == "$.parties");
    }

    [Fact]
    public void A_fact_that_the_law_demands_is_asked_for_by_its_label()
    {
        var text = File.ReadAllText(Repository.PathTo("templates", "_cases", $"{Nanny}.yaml")).Replace("    ethnicity: 汉族 ", "    # ", StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();

        CaseInput.Read(new("case.yaml", text), Office.Catalog, diagnostics);

        var found = diagnostics.Items.First(each => each.Code == LegalChecks.MissingFact);
        Assert.Equal("$.parties[0].ethnicity", found.Field?.Value);
        Assert.Equal("在案件文件中补上“民族”", found.Hint?.Chinese);
        Assert.DoesNotContain("ethnicity", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_whose_fact_the_case_lacks_leads_to_its_field()
    {
        var text = Regex.Replace(
            File.ReadAllText(Repository.PathTo("templates", "_cases", "002-short-video-app.yaml")), "\n  judges:[^\n]*(\n    [^\n]*)*", "", RegexOptions.CultureInvariant);

        Assert.Contains(CheckText(text), each => each.Code is "PD7007" && each.Field is not null && each.Location?.Source.Path == "case.yaml");
    }

    private static (CheckedDocument Document, Diagnostic Found) Find(string code, string before, string after) =>
        (from document in Check(before, after)
         from diagnostic in document.Diagnostics
         where diagnostic.Code == code
         select (document, diagnostic)).First();

    private static IReadOnlyList<CheckedDocument> Check(string before, string after)
    {
        var text = File.ReadAllText(Repository.PathTo("templates", "_cases", $"{Nanny}.yaml"));
        Assert.Contains(before, text, StringComparison.Ordinal);
        return CheckDocuments(text.Replace(before, after, StringComparison.Ordinal));
    }

    private static List<Diagnostic> CheckText(string text) => [.. CheckDocuments(text).SelectMany(document => document.Diagnostics)];

    private static IReadOnlyList<CheckedDocument> CheckDocuments(string text)
    {
        var found = new DiagnosticBag();
        var data = CaseReader.Read(new SourceText("case.yaml", text), found)!;
        Office.Catalog.Schema.Check(data, found);
        LegalChecks.Run(Office.Catalog.Law, data, found);
        return [.. new CaseChecker(Office.Catalog, Office.Generator).Check(new(data, Nanny, ""), found.Items, CancellationToken.None)];
    }

    [Fact]
    public void A_slip_of_form_does_not_hide_what_the_law_finds_elsewhere()
    {
        var text = Office.Sample("003-maternity-nanny").Data.Location!.Value.Source.Text
            .Replace("沪静检刑诉〔2024〕12号", "沪静检刑诉[2024]12号", StringComparison.Ordinal)
            .Replace("total: 310000 ", "total: 310001 ", StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();

        CaseInput.Read(new("slips.yaml", text), Office.Catalog, diagnostics);

        Assert.Contains(diagnostics.Items, each => each.Code == "PD1015" && each.Field?.Value == "$.documents.criminal-indictment.number");
        Assert.Contains(diagnostics.Items, each => each.Code == "PD8115" && each.Field?.Value == "$.liability.total");
        Assert.Single(diagnostics.Items, each => each.Field?.Value == "$.documents.criminal-indictment.number");
    }
}
