using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>The gate over cases: which fields are searched, which may show, and what mistakes of the rules are called.</summary>
public sealed class GateTests
{
    private const string Case = """
        office: { name: 示例检察院, address: 示例市示例区示例路1号101室, contact: { name: 检察官, phone: 021-20000000 } }
        parties:
          - { id: A, name: 钱示例, kind: person, phone: "13000000000", aliases: [小示], birth_date: 1990-01-01 }
          - { id: C, name: 示例有限公司, kind: company, legal_representative: { name: 赵示范, phone: 000-20000001 } }
          - { id: H, name: 韩某某, kind: person, id_number: "990000198503120019" }
        """;

    private static readonly Lazy<PublicationGate> Gate = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var catalog = TemplateCatalog.Open(new(Repository.PathTo("templates"), "templates"), diagnostics)!;
        var data = CaseReader.Read(new SourceText("case.yaml", Case), diagnostics)!;
        var gate = PublicationGate.Open(catalog, [data], new byte[] { 7 }, diagnostics);
        Assert.Empty(diagnostics.Items);
        return gate!;
    });

    [Theory]
    [InlineData("钱示例", "$.parties[0].name")]
    [InlineData("13000000000", "$.parties[0].phone")]
    [InlineData("一九九〇年一月一日", "$.parties[0].birth_date")]
    [InlineData("赵示范", "$.parties[1].legal_representative.name")]
    [InlineData("00020000001", "$.parties[1].legal_representative.phone")]
    [InlineData("990000198503120019", "$.parties[2].id_number")]
    public void Fields_of_the_case_are_searched_and_named(string text, string field) =>
        Assert.Contains(Scan(text).Hits, hit => hit.Field?.Value == field && hit.Confidence >= Gate.Value.Rules.Threshold);

    [Fact]
    public void What_the_document_must_show_is_clean() =>
        Assert.True(Scan("示例有限公司、韩某某：请与示例检察院检察官联系，电话：021-20000000，地址：示例市示例区示例路1号101室，或拨打12309。")
            .IsClean(Gate.Value.Rules.Threshold));

    [Fact]
    public void A_pattern_that_looks_around_is_reported() =>
        Assert.Contains("PD7601", OpenWith("match: \"[48]00", "match: \"(?<=a)[48]00"));

    [Fact]
    public void A_kind_that_is_not_listed_is_reported() =>
        Assert.Contains("PD7602", OpenWith("kind: passport\n", "kind: pasport\n"));

    [Fact]
    public void A_member_the_schema_does_not_know_is_reported() =>
        Assert.NotEmpty(OpenWith("threshold: medium", "treshold: medium"));

    private static ScanResult Scan(string text) => Gate.Value.Scan(Package.Bytes(text), "a.txt");

    /// <summary>Codes of what is found wrong when a word of detection.yaml is another.</summary>
    private static List<string> OpenWith(string word, string other)
    {
        var folder = Directory.CreateTempSubdirectory("piidocs-gate-");
        try
        {
            var below = Directory.CreateDirectory(Path.Combine(folder.FullName, "_redaction")).FullName;
            foreach (var path in Directory.EnumerateFiles(Repository.PathTo("templates", "_redaction"), "detection.*"))
            {
                var text = File.ReadAllText(path);
                File.WriteAllText(Path.Combine(below, Path.GetFileName(path)), text.Replace(word, other, StringComparison.Ordinal));
            }

            var diagnostics = new DiagnosticBag();
            Assert.Null(DetectionRulesFile.Read(new(folder.FullName, "templates"), diagnostics));
            return [.. diagnostics.Items.Select(each => each.Code)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
