using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>A fine or compensation a text speaks of is one the case has, and that of the person it names: <c>spoken_sums</c> of <c>_law/checks.yaml</c>.</summary>
internal static class SpokenSumChecks
{
    private static readonly char[] ClauseEnds = ['。', '；', '：', '\n'];

    public static IEnumerable<Finding> All(CheckInput input) => input.Law.SpokenSums.SelectMany(rule => Of(input, rule));

    private static IEnumerable<Finding> Of(CheckInput input, SpokenSum rule)
    {
        var entries = EntriesOf(input, rule);
        if (entries.Count == 0)
        {
            return [];
        }

        var told = input.Case.TextsWith("元").Where(text => !IsOf(rule, text)).SelectMany(text => Told(rule, text)).ToList();
        return [.. told.Select(sum => Differing(input, rule, entries, sum)).OfType<Finding>(), .. rule.TellsAll ? Untold(entries, told) : []];
    }

    /// <summary>A sum that is neither that of the party it names, nor anybody's, nor that of all.</summary>
    private static Finding? Differing(CheckInput input, SpokenSum rule, List<Entry> entries, ToldSum told)
    {
        var named = PartyBefore(input, told.Text.Value, told.At);
        var own = entries.FindAll(entry => entry.Party == named);
        var isRight = own.Count > 0
            ? own.Exists(entry => entry.Sum.Value == told.Sum)
            : entries.Exists(entry => entry.Sum.Value == told.Sum) || Total(entries) == told.Sum;
        return isRight
            ? null
            : Finding.Of(
                told.Text,
                $"此处的{told.Words}与{rule.List}所载的数额不一致",
                $"this sum is none of those of {rule.List}, or another person's").AsWarning() with { Words = told.Words };
    }

    /// <summary>A sum that no text gives, beside others that texts give: one of the two is wrong.</summary>
    private static IEnumerable<Finding> Untold(List<Entry> entries, List<ToldSum> told) =>
        told.Count == 0
            ? []
            : entries.Where(entry => !told.Exists(each => each.Sum == entry.Sum.Value))
                .Select(entry => Finding.Of(entry.Sum, "文字中没有这个数额，只有别的数额", "the texts do not give this sum, and give others").AsWarning());

    private static bool IsOf(SpokenSum rule, DataText text) => text.Path.Value.StartsWith($"$.{rule.List}[", StringComparison.Ordinal);

    private static List<Entry> EntriesOf(CheckInput input, SpokenSum rule) =>
    [
        .. from entry in input.Case.List(rule.List).OfType<DataObject>()
           let sum = rule.Amounts.Select(entry.Find).OfType<DataNumber>().FirstOrDefault()
           where sum is not null
           select new Entry(CaseFacts.TextOf(entry.Find("party")), sum),
    ];

    private static decimal Total(List<Entry> entries)
    {
        var total = 0m;
        foreach (var entry in entries)
        {
            total += entry.Sum.Value;
        }

        return total;
    }

    private static IEnumerable<ToldSum> Told(SpokenSum rule, DataText text)
    {
        foreach (Match match in rule.Pattern.Matches(text.Value))
        {
            if (TextNumberChecks.OnlySum(match.Value) is { } sum)
            {
                yield return new(text, match.Value, sum, match.Index);
            }
        }
    }

    /// <summary>The party named last before a place, in the same clause; null where there is none.</summary>
    private static string? PartyBefore(CheckInput input, string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOfAny(ClauseEnds, at - 1) + 1;
        var clause = text.AsSpan(start, at - start);
        DataObject? last = null;
        var place = -1;
        foreach (var party in input.Case.Parties)
        {
            if (CaseFacts.TextOf(party.Find("name")) is { } name && clause.LastIndexOf(name) is var found && found > place)
            {
                (last, place) = (party, found);
            }
        }

        return CaseFacts.TextOf(last?.Find("id"));
    }

    /// <param name="Party">Whom it concerns; null where the entry does not say.</param>
    /// <param name="Sum">In yuan.</param>
    private sealed record Entry(string? Party, DataNumber Sum);

    /// <param name="Text">The text that gives it.</param>
    /// <param name="Words">As the text writes it.</param>
    /// <param name="Sum">In yuan.</param>
    /// <param name="At">Where in the text.</param>
    private sealed record ToldSum(DataText Text, string Words, decimal Sum, int At);
}

/// <param name="Pattern">The words with their sum: 罚金十六万元.</param>
/// <param name="List">The list that has the sums.</param>
/// <param name="Amounts">Names of the sum in an entry; the first that is there counts.</param>
internal sealed record SpokenSum(DataPattern Pattern, string List, ImmutableArray<string> Amounts)
{
    /// <summary>Texts that give one of the sums give all of them.</summary>
    public bool TellsAll { get; init; }
}
