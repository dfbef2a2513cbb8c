using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Reads <c>_law/checks.yaml</c>.</summary>
internal static class CheckFile
{
    public static Dictionary<string, CheckRule> ReadRules(LawNode file) =>
        file.Object("checks").Members().ToDictionary(
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

    public static Dictionary<string, string[]> ReadVocabulary(LawNode file) =>
        (file.Has("vocabulary") ? file.Object("vocabulary").Members() : []).ToDictionary(
            member => member.Name,
            member => ((member.Node.Node as DataList)?.Items ?? []).Select(item => new LawNode(item, file.Diagnostics).Text()).ToArray(),
            StringComparer.Ordinal);

    public static ImmutableArray<FactRule> ReadFacts(LawNode file) =>
    [
        .. file.ListOrNone("facts").Select(node => new FactRule(Texts(node, "fields"), node.Text("basis"), node.Message("problem"))
        {
            Documents = Texts(node, "documents"),
            When = [.. Texts(node, "when").Select(CaseCondition.Parse)],
            Each = node.TextOrNone("each"),
            Roles = Texts(node, "roles"),
            Kind = node.TextOrNone("kind"),
        }),
    ];

    /// <summary>A pattern is written after the date and the words between.</summary>
    public static ImmutableArray<SpokenDate> ReadSpoken(LawNode file) =>
    [
        .. file.ListOrNone("spoken").Select(node => new SpokenDate(
            node.Pattern("words", words => $"(?<date>[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)[^。；日]{{0,80}}?(?:{words})"),
            Texts(node, "dates"))),
    ];

    /// <summary>A pattern is written before the sum.</summary>
    public static ImmutableArray<SpokenSum> ReadSpokenSums(LawNode file) =>
    [
        .. file.ListOrNone("spoken_sums").Select(node => new SpokenSum(
            node.Pattern("words", words => $"(?:{words})(?:人民币)?[0-9.一二三四五六七八九十百千万零余多亿]+元"), node.Text("list"), Texts(node, "amounts"))
        {
            TellsAll = node.Flag("all"),
        }),
    ];

    public static Dictionary<string, string> ReadNumberKinds(LawNode numbers) =>
        (numbers.Has("types") ? numbers.Object("types").Members() : []).ToDictionary(member => member.Name, member => member.Node.Text(), StringComparer.Ordinal);

    private static ImmutableArray<string> Texts(LawNode node, string name) => [.. node.ListOrNone(name).Select(item => item.Text())];

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
