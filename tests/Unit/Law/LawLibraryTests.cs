using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

/// <summary>Bad law data is reported with its place, and the rest is still read.</summary>
public sealed class LawLibraryTests
{
    private const string GoodInstruments = """
        kinds: [{ id: law, label: 法律 }]
        instruments:
          pipl: { name: 个人信息保护法, short: [个保法], kind: law, nature: substantive, versions: [{ from: 2021-11-01 }] }
          draft: { name: 草案, short: [草案], kind: law, nature: procedural, status: draft, versions: [] }
        """;

    [Fact]
    public void The_law_files_of_the_project_are_right() => Assert.NotEmpty(LawFiles.Library.TopicNames);

    [Fact]
    public void A_missing_file_is_named()
    {
        var diagnostics = new DiagnosticBag();
        var files = LawFiles.Parsed(diagnostics);
        files.Remove("citations");
        LawLibrary.Read(files, diagnostics);

        Assert.Equal("PD8008", Assert.Single(diagnostics.Items).Code);
    }

    [Theory]
    [InlineData("instruments", "kinds: []\ninstruments:\n  a: { name: 甲, kind: law, nature: substantive, versions: [] }", "PD8001 PD8001 PD8010")]
    [InlineData("instruments", "kinds: 1\ninstruments: {}", "PD8002")]
    [InlineData("instruments", "kinds: [{ id: law }]\ninstruments:\n  a: { name: 甲, short: [], kind: law, nature: substantive, versions: [{ from: 2021-13-01 }] }", "PD8003")]
    [InlineData("instruments", "kinds: [{ id: law }]\ninstruments:\n  a: { name: 甲, short: [], kind: law, nature: x, versions: [{ from: 2021-01-01, renumbered: { x: '1' } }] }", "PD8004")]
    [InlineData("citations", "topics: { t: { label: 题, basis: act, provisions: [{ instrument: pipll, articles: ['1'] }] } }", "PD8005")]
    [InlineData("citations", "topics: { t: { label: 题, basis: act, provisions: [{ instrument: pipl, from: 2020-01-01, articles: ['1'] }] } }", "PD8006")]
    [InlineData("citations", "topics: { t: { label: 题, basis: act, provisions: [{ instrument: draft, articles: ['1'] }] } }", "PD8007")]
    [InlineData("citations", "topics: { t: { label: 题, basis: today, provisions: [{ instrument: pipl, articles: [第1条] }] } }", "PD8004 PD8011")]
    [InlineData("holidays", "years: { 2024: { official: true, off: [2024-01-01..2024-13-01], work: [] } }", "PD8003")]
    [InlineData("deadlines", "rules: { T1: { matter: 公告, start: 发出, basis: 某, length: 30, unit: fortnight } }", "PD8012")]
    [InlineData("checks", "checks: { V01: { severity: fatal, basis: 某, requires: 某 } }\norder: []\nwording: []", "PD8013")]
    [InlineData("numbers", "procuratorate: { pattern: '(', kinds: [] }\ncourt: { pattern: x, courts: x }\nmistakes: []", "PD8009")]
    public void A_mistake_in_a_law_file_has_its_code_and_place(string name, string text, string codes)
    {
        var diagnostics = new DiagnosticBag();
        var files = LawFiles.Parsed(diagnostics);
        files["instruments"] = LawFiles.Yaml(GoodInstruments);
        files["citations"] = LawFiles.Yaml("topics: {}");
        files["subjects"] = LawFiles.Yaml("subjects: {}\nneeded: []");
        files[name] = LawFiles.Yaml(text);
        LawLibrary.Read(files, diagnostics);

        Assert.Equal(codes, string.Join(' ', diagnostics.Items.Select(each => each.Code).Order(StringComparer.Ordinal)));
        Assert.All(diagnostics.Items, each => Assert.NotNull(each.Location));
    }

    [Fact]
    public void A_misspelt_instrument_gets_a_suggestion()
    {
        var diagnostics = new DiagnosticBag();
        var files = LawFiles.Parsed(diagnostics);
        files["citations"] = LawFiles.Yaml(
            "topics: { t: { label: 题, basis: act, provisions: [{ instrument: civil_kode, articles: ['1'] }] } }");
        LawLibrary.Read(files, diagnostics);

        Assert.Equal("是否指“civil_code”", Assert.Single(diagnostics.Items).Hint?.Chinese);
    }

    [Theory]
    [InlineData("civil_procedure_law", "55(2)", "2020-01-01", "2024-01-01", "58(2)")]
    [InlineData("cybersecurity_law", "44", "2024-01-01", "2026-06-01", "46")]
    [InlineData("cybersecurity_law", "44", "2024-01-01", "2025-06-01", "44")]
    [InlineData("civil_procedure_interpretation", "289", "2020-01-01", "2022-04-10", "287")]
    public void An_article_keeps_up_with_its_law(string id, string article, string written, string date, string expected) =>
        Assert.Equal(
            ArticleNumber.Parse(expected),
            LawFiles.Library.Instruments[id].Renumber(
                ArticleNumber.Parse(article)!, PartialDate.Parse(written)!.First, PartialDate.Parse(date)!.First));
}
