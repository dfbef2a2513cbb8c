using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>A fine or compensation a text speaks of is one the case has, and that of the person it names: <c>spoken_sums</c> of <c>_law/checks.yaml</c>.</summary>
internal static class SpokenSumChecks
{
    private static readonly char[] ClauseEnds = ['。', '；', '：', '\n'];

    public static IEnumerable<Finding> All(CheckInput input) => [.. Told(input), .. Untold(input)];

    /// <summary>A sum that no text gives, beside others that texts give: one of the two is wrong.</summary>
    private static IEnumerable<Finding> Untold(CheckInput input) =>
        from rule in input.Law.SpokenSums.Where(rule => rule.TellsAll)
        let told = input.Case.TextsWith('元').Where(text => !IsOf(rule, text)).SelectMany(text => Spoken(rule, text.Value)).Select(spoken => spoken.Sum).ToHashSet()
        where told.Count > 0
        from entry in input.Case.List(rule.List).OfType<DataObject>()
        let sum = rule.Amounts.Select(entry.Find).OfType<DataNumber>().FirstOrDefault()
        where sum is not null && !told.Contains(sum.Value)
        select Finding.Of(sum, "文字中没有这个数额，只有别的数额", "the texts do not give this sum, and give others").AsWarning();

    private static IEnumerable<Finding> Told(CheckInput input) =>
        from rule in input.Law.SpokenSums
        let entries = Entries(input, rule)
        where entries.Count > 0
        from text in input.Case.TextsWith('元')
        where !IsOf(rule, text)
        from spoken in Spoken(rule, text.Value)
        let named = PartyBefore(input, text.Value, spoken.At)
        let own = entries.Where(entry => entry.Party == named).Select(entry => entry.Sum).ToList()
        where own.Count > 0 ? !own.Contains(spoken.Sum) : !entries.Exists(entry => entry.Sum == spoken.Sum) && entries.Sum(entry => entry.Sum) != spoken.Sum
        select Finding.Of(
            text,
            $"此处的{spoken.Words}与{rule.List}所载的数额不一致",
            $"this sum is none of those of {rule.List}, or another person's").AsWarning() with { Words = spoken.Words };

    private static bool IsOf(SpokenSum rule, DataText text) => text.Path.Value.StartsWith($"$.{rule.List}[", StringComparison.Ordinal);

    private static List<(string? Party, decimal Sum)> Entries(CheckInput input, SpokenSum rule) =>
    [
        .. from entry in input.Case.List(rule.List).OfType<DataObject>()
           let sum = rule.Amounts.Select(name => CaseFacts.NumberOf(entry.Find(name))).FirstOrDefault(amount => amount is not null)
           where sum is not null
           select (CaseFacts.TextOf(entry.Find("party")), sum.Value),
    ];

    private static IEnumerable<(string Words, decimal Sum, int At)> Spoken(SpokenSum rule, string text) =>
        from match in rule.Pattern.Matches(text)
        let sums = TextNumberChecks.SumsIn(match.Value).ToList()
        where sums.Count == 1
        select (match.Value, sums[0], match.Index);

    /// <summary>The party named last before a place, in the same clause; null where there is none.</summary>
    private static string? PartyBefore(CheckInput input, string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOfAny(ClauseEnds, at - 1) + 1;
        var clause = text[start..at];
        return input.Case.Parties
            .Select(party => (Id: CaseFacts.TextOf(party.Find("id")), At: CaseFacts.TextOf(party.Find("name")) is { } name ? clause.LastIndexOf(name, StringComparison.Ordinal) : -1))
            .Where(each => each.At >= 0)
            .OrderByDescending(each => each.At)
            .Select(each => each.Id)
            .FirstOrDefault();
    }
}

/// <param name="Pattern">The words with their sum: 罚金十六万元.</param>
/// <param name="List">The list that has the sums.</param>
/// <param name="Amounts">Names of the sum in an entry; the first that is there counts.</param>
internal sealed record SpokenSum(DataPattern Pattern, string List, ImmutableArray<string> Amounts)
{
    /// <summary>Texts that give one of the sums give all of them.</summary>
    public bool TellsAll { get; init; }
}
