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

    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. In(input, input.Case.TextsWith('日'), input.Case.TextsWith('元')), .. Silent(input), .. Prices(input)];

    /// <summary>In paragraphs of a document.</summary>
    public static IEnumerable<Finding> In(CheckInput input, IReadOnlyList<DataText> texts) => In(input, texts, texts);

    private static IEnumerable<Finding> In(CheckInput input, IReadOnlyList<DataText> dated, IReadOnlyList<DataText> priced)
    {
        var days = input.Case.TextsWith('-').Where(text => text.Value.Length == IsoLength).Select(CaseFacts.DayOf).OfType<DatedFact>().Select(fact => fact.Day).ToHashSet();
        var sums = Sums(input).ToHashSet();
        return
        [
            .. dated.SelectMany(text => Dates(text, days)),
            .. priced.SelectMany(text => Amounts(text, sums)),
        ];
    }

    private static IEnumerable<Finding> Dates(DataText text, HashSet<DateOnly> days) =>
        from match in Day().Matches(text.Value)
        let date = ChineseDate.Parse(match.Value)
        where date is { IsDay: true }
        let day = date.Value.First
        where !days.Contains(day) && days.Any(known => Math.Abs(known.DayNumber - day.DayNumber) <= NearDays)
        select Finding.Of(text, $"此处的日期{match.Value}与案件中相近的日期不一致", "this date is near one of the case and not the same").AsWarning() with { Words = match.Value };

    private static IEnumerable<Finding> Amounts(DataText text, HashSet<decimal> sums) =>
        from match in Yuan().Matches(text.Value)
        let sum = Value(match)
        where sum is not null && !sums.Contains(sum.Value)
        let step = CountText.SizeOf(match.Groups["scale"].Value)
        where sums.Any(known => known > 0 && (Math.Abs(known - sum.Value) * NearPartOfSum <= known || (step > 1 && Math.Abs(known - sum.Value) <= step)))
        select Finding.Of(text, $"此处的金额{match.Value}与案件中相近的金额不一致", "this sum is near one of the case and not the same").AsWarning() with { Words = match.Value };

    /// <summary>Every sum a text writes, in figures or in words.</summary>
    public static IEnumerable<decimal> SumsIn(string text) => Yuan().Matches(text).Select(Value).OfType<decimal>();

    /// <summary>A sum of a field that no text gives, beside one near it that a text does give.</summary>
    private static IEnumerable<Finding> Silent(CheckInput input)
    {
        var written = input.Case.TextsWith('元').SelectMany(text => SumsIn(text.Value)).ToHashSet();
        return from number in Moneys(input)
               where number.Value > 0 && !written.Contains(number.Value)
               where written.Any(other => Math.Abs(other - number.Value) * NearPartOfSum <= number.Value)
               select Finding.Of(number, "此数额与文字中相近的数额不一致", "this sum is near one the texts give and not the same").AsWarning();
    }

    /// <summary>Prices of the list against prices of the texts: 每条8元, 5元一条.</summary>
    private static IEnumerable<Finding> Prices(CheckInput input)
    {
        var written = input.Case.TextsWith('条').SelectMany(text => Price().Matches(text.Value))
            .Select(match => decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).ToHashSet();
        var listed = input.Case.List("proceeds.prices").Select(price => CaseFacts.Find(price, "amount")).OfType<DataNumber>().ToList();
        var silent = from amount in listed
                     where written.Count > 0 && !written.Contains(amount.Value)
                     select Finding.Of(amount, "单价与文字中的单价不一致", "the price is none of those the texts give").AsWarning();
        var unknown = from text in input.Case.TextsWith('条')
                      from match in Price().Matches(text.Value)
                      let price = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
                      where listed.Count > 0 && !listed.Exists(amount => amount.Value == price)
                      select Finding.Of(text, "此处的单价不在 proceeds.prices 中", "this price is none of proceeds.prices").AsWarning() with { Words = match.Value };
        return silent.Concat(unknown);
    }

    private static IEnumerable<DataNumber> Moneys(CheckInput input) =>
        new[] { "proceeds.total", "proceeds.items", "liability", "decisions" }.Select(input.Case.Find).OfType<DataNode>().SelectMany(Fields)
            .Where(number => !number.Path.Value.EndsWith("_months", StringComparison.Ordinal));

    private static IEnumerable<DataNumber> Fields(DataNode node) => node switch
    {
        DataNumber number => [number],
        DataList list => list.Items.SelectMany(Fields),
        DataObject value => value.Members.SelectMany(member => Fields(member.Value)),
        _ => [],
    };

    private static decimal? Value(Match match) =>
        match.Groups["words"] is { Success: true } words ? ChineseNumerals.ReadWords(words.Value)
        : decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * CountText.SizeOf(match.Groups["scale"].Value)
            : null;

    /// <summary>Every sum of money that a field of the case holds.</summary>
    private static IEnumerable<decimal> Sums(CheckInput input) =>
        new[] { "proceeds", "liability", "decisions" }.Select(input.Case.Find).OfType<DataNode>().SelectMany(Fields)
            .Concat(input.Case.Parties.Select(party => party.Find("restitution")).OfType<DataNode>().SelectMany(Fields)).Select(number => number.Value);

    [GeneratedRegex("每条(?<number>[0-9]+(\\.[0-9]+)?)元|(?<number>[0-9]+(\\.[0-9]+)?)元一条", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Price();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("((?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)[余多]?(?<scale>[千万亿]?)|(?<words>[一二三四五六七八九十百千万零]+))[余多]?元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yuan();
}
