using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary><c>--sarif</c> of <c>check</c> and <c>scan</c>, held against the standard.</summary>
public sealed class SarifTests : Workplace
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Check_writes_a_log_the_standard_allows_with_the_place_of_every_finding(string language)
    {
        var sample = File.ReadAllText(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"));
        var path = Write("案 件#1%.yaml", sample.Replace("〔2024〕12号", "〔2024〕012号", StringComparison.Ordinal).Replace("total: 310000 ", "total: 310001 ", StringComparison.Ordinal));

        var log = CommandLine.PiiDocs("check", path, "--sarif", "--lang", language).Out;

        Assert.Empty(Sarif.Problems(log));
        var results = Results(log);
        Assert.True(results.Count > 3, log);
        Assert.All(results, result => Assert.EndsWith("%E6%A1%88%20%E4%BB%B6%231%25.yaml", Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal));
        Assert.Contains(results, result => Place(result).GetProperty("region").GetProperty("startLine").GetInt32() > 1);
    }

    [Theory]
    [InlineData("check", "no-such-type")]
    [InlineData("check", "pre-suit-notice")]
    public void What_has_no_place_or_no_finding_is_a_log_too(params string[] arguments) =>
        Assert.Empty(Sarif.Problems(CommandLine.PiiDocs([.. arguments, "--sarif"]).Out));

    [Fact]
    public void Scan_writes_a_log_the_standard_allows_and_claims_no_line_it_does_not_know()
    {
        var log = CommandLine.PiiDocs("scan", Write("扫 描.txt", "第一行\n手机13000000000"), "--sarif").Out;

        Assert.Empty(Sarif.Problems(log));
        Assert.All(Results(log), result => Assert.False(Place(result).TryGetProperty("region", out _)));
        Assert.NotEmpty(Results(log));
    }

    [Fact]
    public void The_yardstick_itself_finds_what_is_wrong()
    {
        var right = CommandLine.PiiDocs("scan", Write("a.txt", "手机13000000000"), "--sarif").Out;

        Assert.All(
            [("\"ruleIndex\": 0", "\"ruleIndex\": 1"), ("\"2.1.0\"", "\"2.0.0\""), ("\"level\": \"", "\"level\": \"x"), ("a.txt", "a b.txt"), ("\"ruleId\"", "\"rule\"")],
            change =>
            {
                var (before, after) = change;
                Assert.Contains(before, right, StringComparison.Ordinal);
                Assert.ThrowsAny<Exception>(() => Assert.Empty(Sarif.Problems(right.Replace(before, after, StringComparison.Ordinal))));
            });
    }

    private static List<JsonElement> Results(string log) =>
        [.. JsonDocument.Parse(log).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
}
