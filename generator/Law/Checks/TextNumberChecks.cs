using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Dates and sums in free text that come near one of the case's and are none of them.</summary>
internal static partial class TextNumberChecks
{
    private const int IsoLength = 10;
    private const int NearDays = 3;
    private const int NearPartOfSum = 20;

    private static readonly string[] Held = ["proceeds", "liability", "decisions"];
    private static readonly string[] Told = ["proceeds.total", "proceeds.items", "liability", "decisions"];

    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. In(input, input.Case.TextsWith("日"), input.Case.TextsWith("元")), .. Silent(input), .. Prices(input)];

    /// <summary>In paragraphs of a document.</summary>
    public static IEnumerable<Finding> In(CheckInput input, IReadOnlyList<DataText> texts) => In(input, texts, texts);

    private static IEnumerable<Finding> In(CheckInput input, IReadOnlyList<DataText> dated, IReadOnlyList<DataText> priced)
    {
        var days = DaysOf(input);
        var sums = SumsOf(input);
        return [.. dated.SelectMany(text => Dates(text, days)), .. priced.SelectMany(text => Amounts(text, sums))];
    }

    private static IEnumerable<Finding> Dates(DataText text, List<DatedFact> days)
    {
        foreach (Match match in Day().Matches(text.Value))
        {
            if (ChineseDate.Parse(match.Value) is { IsDay: true } date
                && !days.Exists(known => known.Day == date.First)
                && days.Exists(known => Math.Abs(known.Day.DayNumber - date.First.DayNumber) <= NearDays))
            {
                yield return Finding.Of(text, $"此处的日期{match.Value}与案件中相近的日期不一致", "this date is near one of the case and not the same").AsWarning() with { Words = match.Value };
            }
        }
    }

    private static IEnumerable<Finding> Amounts(DataText text, List<DataNumber> sums)
    {
        foreach (Match match in Yuan().Matches(text.Value))
        {
            if (Value(match) is { } sum && !sums.Exists(known => known.Value == sum) && sums.Exists(known => IsNear(known.Value, sum, match)))
            {
                yield return Finding.Of(text, $"此处的金额{match.Value}与案件中相近的金额不一致", "this sum is near one of the case and not the same").AsWarning() with { Words = match.Value };
            }
        }
    }

    private static bool IsNear(decimal known, decimal sum, Match written)
    {
        var step = CountText.SizeOf(written.Groups["scale"].Value);
        var apart = Math.Abs(known - sum);
        return known > 0 && (apart * NearPartOfSum <= known || (step > 1 && apart <= step));
    }

    /// <summary>Whether a text writes a sum, in figures or in words.</summary>
    public static bool Writes(string text, decimal sum)
    {
        foreach (Match match in Yuan().Matches(text))
        {
            if (Value(match) == sum)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sum a text writes; null where it writes none or several.</summary>
    public static decimal? OnlySum(string text)
    {
        decimal? only = null;
        foreach (Match match in Yuan().Matches(text))
        {
            if (Value(match) is { } sum)
            {
                if (only is not null)
                {
                    return null;
                }

                only = sum;
            }
        }

        return only;
    }

    /// <summary>A sum of a field that no text gives, beside one near it that a text does give.</summary>
    private static IEnumerable<Finding> Silent(CheckInput input)
    {
        var written = input.Case.TextsWith("元").SelectMany(text => Yuan().Matches(text.Value)).Select(match => new WrittenSum(Value(match))).ToList();
        foreach (var number in Told.Select(input.Case.Find).SelectMany(Fields))
        {
            if (number.Value > 0
                && !number.Path.Value.EndsWith("_months", StringComparison.Ordinal)
                && !written.Exists(sum => sum.Value == number.Value)
                && written.Exists(sum => sum.Value is { } other && Math.Abs(other - number.Value) * NearPartOfSum <= number.Value))
            {
                yield return Finding.Of(number, "此数额与文字中相近的数额不一致", "this sum is near one the texts give and not the same").AsWarning();
            }
        }
    }

    /// <summary>Prices of the list against prices of the texts: 每条8元, 5元一条.</summary>
    private static IEnumerable<Finding> Prices(CheckInput input)
    {
        var written = input.Case.TextsWith("条").SelectMany(text => Price().Matches(text.Value), (text, match) => new WrittenPrice(text, match)).ToList();
        var listed = input.Case.List("proceeds.prices").Select(price => CaseFacts.Find(price, "amount")).OfType<DataNumber>().ToList();
        if (written.Count == 0 || listed.Count == 0)
        {
            return [];
        }

        return
        [
            .. listed.Where(amount => !written.Exists(price => price.Value == amount.Value))
                .Select(amount => Finding.Of(amount, "单价与文字中的单价不一致", "the price is none of those the texts give").AsWarning()),
            .. written.Where(price => !listed.Exists(amount => amount.Value == price.Value))
                .Select(price => Finding.Of(price.Text, "此处的单价不在 proceeds.prices 中", "this price is none of proceeds.prices").AsWarning() with { Words = price.Match.Value }),
        ];
    }

    private static List<DatedFact> DaysOf(CheckInput input) =>
        input.Case.TextsWith("-").Where(text => text.Value.Length == IsoLength).Select(CaseFacts.DayOf).OfType<DatedFact>().ToList();

    /// <summary>Every sum of money that a field of the case holds.</summary>
    private static List<DataNumber> SumsOf(CheckInput input) =>
        Held.Select(input.Case.Find).Concat(input.Case.Parties.Select(party => party.Find("restitution"))).SelectMany(Fields).ToList();

    private static IEnumerable<DataNumber> Fields(DataNode? node) => node switch
    {
        DataNumber number => [number],
        DataList list => list.Items.SelectMany(Fields),
        DataObject value => value.Members.SelectMany(member => Fields(member.Value)),
        _ => [],
    };

    private static decimal? Value(Match match) =>
        match.Groups["words"] is { Success: true } words ? ChineseNumerals.ReadWords(words.Value)
        : decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * CountText.SizeOf(match.Groups["scale"].Value)
            : null;

    [GeneratedRegex("每条(?<number>[0-9]+(\\.[0-9]+)?)元|(?<number>[0-9]+(\\.[0-9]+)?)元一条", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Price();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("((?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)[余多]?(?<scale>[千万亿]?)|(?<words>[一二三四五六七八九十百千万零]+))[余多]?元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yuan();

    /// <param name="Value">In yuan; null where the words are no number.</param>
    private sealed record WrittenSum(decimal? Value);

    private sealed record WrittenPrice(DataText Text, Match Match)
    {
        public decimal Value { get; } = decimal.Parse(Match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
    }
}
