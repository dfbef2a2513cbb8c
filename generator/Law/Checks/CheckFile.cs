using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Reads <c>_law/checks.yaml</c>.</summary>
internal static class CheckFile
{
    public static ImmutableDictionary<string, CheckRule> ReadRules(LawNode file) =>
        file.Object("checks").Members().ToImmutableDictionary(
            member => member.Name,
            member => new CheckRule(member.Name, ReadSeverity(member.Node), member.Node.Text("basis"), member.Node.Text("requires")),
            StringComparer.Ordinal);

    public static ImmutableArray<WordingRule> ReadWording(LawNode file) =>
    [
        .. file.List("wording").Select(node => new WordingRule(node.Text("id"), node.Pattern("pattern"), node.Message("problem"), node.Message("fix"))
        {
            Basis = node.Text("basis"),
            Types = [.. node.ListOrNone("types").Select(type => type.Text())],
            From = node.DateOrNone("from"),
            UnlessRole = node.TextOrNone("unless_role"),
        }),
    ];

    public static ImmutableArray<DateOrderRule> ReadOrder(LawNode file) =>
    [
        .. file.List("order").Select(node => new DateOrderRule(node.Text("earlier"), node.Text("later"), node.Message("problem"))
        {
            Severity = node.Has("severity") ? ReadSeverity(node) : null,
            SameDay = node.Flag("same_day"),
            WithinDays = node.Has("within_days") ? node.Integer("within_days") : null,
        }),
    ];

    public static ImmutableDictionary<string, ImmutableArray<string>> ReadVocabulary(LawNode file) =>
        (file.Has("vocabulary") ? file.Object("vocabulary").Members() : []).ToImmutableDictionary(
            member => member.Name,
            member => ((member.Node.Node as DataList)?.Items ?? []).Select(item => new LawNode(item, file.Diagnostics).Text()).ToImmutableArray(),
            StringComparer.Ordinal);

    public static ImmutableArray<LevelRule> ReadLevels(LawNode file) =>
    [
        .. file.ListOrNone("levels").Select(node => new LevelRule(
            node.Text("name"),
            node.Text("level"),
            [.. node.List("patterns").Select(each => (each.Pattern("pattern"), each.Text("level")))])),
    ];

    private static Severity ReadSeverity(LawNode node)
    {
        if (Enum.TryParse<Severity>(node.Text("severity"), ignoreCase: true, out var severity))
        {
            return severity;
        }

        node.Diagnostics.Add(LawErrors.UnknownSeverity(node.Node));
        return Severity.Error;
    }
}
