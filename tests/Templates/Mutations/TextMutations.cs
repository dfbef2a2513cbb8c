using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>Slips in sentences: a name, date, sum or count changed in one place; a wrong title or salutation.</summary>
internal static partial class TextMutations
{
    private const int ShortestSentence = 12;

    private static readonly (string Right, string Wrong)[] Words =
    [
        ("附带民事公益诉讼被告", "被告单位"),
        ("法定代表人", "法人"),
        ("公益诉讼起诉人", "公益诉讼人"),
        ("被告人", "犯罪分子"),
        ("你单位", "你院"),
        ("你公司", "你院"),
    ];

    public static IEnumerable<Mutation> Of(DataObject data) =>
        Sentences(data).SelectMany(text => (IEnumerable<Mutation>)[.. Names(data, text), .. Dates(data, text), .. Sums(data, text), .. Counts(data, text), .. Titles(data, text)]);

    private static IEnumerable<DataText> Sentences(DataObject data) =>
        CaseTree.Facts(data).OfType<DataText>().Where(text =>
            (text.Value.Length >= ShortestSentence || text.Value.Contains('条', StringComparison.Ordinal) || text.Value.Contains('元', StringComparison.Ordinal))
            && CaseTree.Name(text) is not ("as_stated" or "tier_reason" or "scope" or "other_wordings" or "evidence_file" or "address" or "household"));

    private static IEnumerable<Mutation> Names(DataObject data, DataText text) =>
        from party in ((DataList)data.Find("parties")!).Items.OfType<DataObject>()
        let name = ((DataText)party.Find("name")!).Value
        where text.Path.Value != party.Path.Member("name").Value && text.Value.Contains(name, StringComparison.Ordinal)
        let other = name.EndsWith("某某", StringComparison.Ordinal) ? name[..^1] : name[..1] + "宁" + name[2..]
        let at = text.Value.IndexOf(name, StringComparison.Ordinal)
        select Replaced("name changed in one place", data, text, (at, name.Length, other));

    private static IEnumerable<Mutation> Dates(DataObject data, DataText text) =>
        from match in ChineseDay().Matches(text.Value)
        let day = DateOnly.ParseExact(match.Value, "yyyy年M月d日", CultureInfo.InvariantCulture)
        from step in (int[])[-1, 1]
        select Replaced("date changed in one place", data, text, (match.Index, match.Length, day.AddDays(step).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)));

    private static IEnumerable<Mutation> Sums(DataObject data, DataText text) =>
        from match in Yuan().Matches(text.Value)
        where !text.Value[..match.Index].EndsWith('每') // Prices are held against the list of prices.
        let number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
        select Replaced("sum changed in one place", data, text, (match.Groups["number"].Index, match.Groups["number"].Length, $"{number + 1}"));

    private static IEnumerable<Mutation> Counts(DataObject data, DataText text) =>
        from match in Count().Matches(text.Value)
        let number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
        let step = match.Groups["number"].Value.Contains('.', StringComparison.Ordinal) ? 0.1m : number >= 1000 ? 100 : 1
        select Replaced("count changed in one place", data, text, (match.Groups["number"].Index, match.Groups["number"].Length, $"{number + step}"));

    private static IEnumerable<Mutation> Titles(DataObject data, DataText text) =>
        from word in Words
        let at = text.Value.IndexOf(word.Right, StringComparison.Ordinal)
        where at >= 0
        select Replaced("wrong title", data, text, (at, word.Right.Length, word.Wrong));

    private static Mutation Replaced(string kind, DataObject data, DataText text, (int At, int Length, string With) change) =>
        new(kind, text.Path, change.With, CaseTree.Replace(data, text, text.Value.Remove(change.At, change.Length).Insert(change.At, change.With)));

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDay();

    [GeneratedRegex("(?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)[万亿]?[余多]?元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yuan();

    [GeneratedRegex("(?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)[千万]?[余多]?条", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
