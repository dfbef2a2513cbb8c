using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>A person who does not exist, with what a case would hold of them; region 99, names that are words for "example".</summary>
internal static class Planted
{
    public const string Name = "钱示例";
    public const string Phone = "13000000000";
    public const string IdNumber = "990000199001010017";
    public const string Address = "广东省深圳市示例区示例路11号101室";
    public const string Card = "6222020000000000000";

    private static readonly Lazy<DetectionRules> LazyRules = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var rules = DetectionRulesFile.Read(new TemplateFolder(Repository.PathTo("templates"), "templates"), diagnostics);
        Assert.Empty(diagnostics.Items);
        return rules!;
    });

    private static readonly Lazy<ScanProfile> LazyProfile = new(() => ProfileFor(
        ("name", Name), ("phone", Phone), ("id-number", IdNumber), ("address", Address), ("bank-card", Card), ("plate", "沪A00000"),
        ("email", "user@example.com"), ("account", "990011223344"), ("birth-date", "1990-01-01"), ("name", "阿依古丽·示范"), ("name", "John Example")));

    private static readonly Lazy<ScanProfile> LazyPatterns = new(() => ProfileFor());

    public static DetectionRules Rules => LazyRules.Value;

    /// <summary>Searches the person and the patterns.</summary>
    public static ScanProfile Profile => LazyProfile.Value;

    /// <summary>Searches patterns alone.</summary>
    public static ScanProfile Patterns => LazyPatterns.Value;

    public static ScanProfile ProfileFor(params (string Class, string Value)[] values) =>
        ScanProfile.Create(
            Rules,
            [.. values.Select((value, index) => new KnownIdentifier(value.Value, Rules.Identifiers[value.Class], new($"$.parties[0].field{index}")) { Owner = "$.parties[0]" })],
            new byte[] { 1, 2, 3 });

    public static ImmutableArray<Hit> Hits(string text, ScanProfile? profile = null) => Scan(text, "a.txt", profile).Hits;

    public static ScanResult Scan(string text, string fileName, ScanProfile? profile = null) =>
        PersonalInformationScanner.Scan(System.Text.Encoding.UTF8.GetBytes(text), fileName, profile ?? Profile);

    /// <summary>Hits that block a publication.</summary>
    public static IEnumerable<Hit> Blocking(string text, ScanProfile? profile = null) =>
        Hits(text, profile).Where(hit => hit.Confidence >= Rules.Threshold);

    public static bool Finds(ScanResult result, string kind) =>
        result.Hits.Any(hit => hit.Kind.Id == kind && hit.Confidence >= Rules.Threshold);
}
