using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>Slips in single values: dates, sums, counts, numbers, identifiers, periods, levels and flags.</summary>
internal static partial class FactMutations
{
    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "amount", "cap", "total", "fine", "value" };

    private static readonly string[][] Choices =
    [
        ["$.court.level", "basic", "intermediate", "internet"],
        ["$.office.level", "district", "city", "provincial"],
        ["$.recommendations.administrative.office.level", "district", "city", "provincial"],
        ["$.liability.mode", "joint", "several", "single"],
        ["$.liability.basis", "gain", "loss"],
    ];

    public static IEnumerable<Mutation> Of(DataObject data) =>
        [.. Dates(data), .. Amounts(data), .. Counts(data), .. Numbers(data), .. Identifiers(data), .. Periods(data), .. Levels(data), .. Flags(data), .. Copies(data), .. Sentences(data)];

    /// <summary>Every date of the case a day earlier and a day later, every month one earlier and one later.</summary>
    private static IEnumerable<Mutation> Dates(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        from step in (int[])[-1, 1]
        let moved = Moved(text.Value, step)
        where moved is not null
        select new Mutation("date moved", text.Path, moved, CaseTree.Replace(data, text, moved));

    private static string? Moved(string text, int step) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.AddDays(step).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.AddMonths(step).ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Every sum of money a yuan or a fen off.</summary>
    private static IEnumerable<Mutation> Amounts(DataObject data) =>
        from number in CaseTree.Facts(data).OfType<DataNumber>()
        where Sums.Contains(CaseTree.Name(number)) && !IsCount(number)
        from step in (decimal[])[-1, 1, 0.01m]
        select new Mutation("sum off", number.Path, $"{number.Value + step}", CaseTree.Replace(data, number, number.Value + step));

    private static bool IsCount(DataNumber number) =>
        number.Path.Value.Contains("information", StringComparison.Ordinal) || number.Path.Value.Contains("signatory_count", StringComparison.Ordinal);

    /// <summary>Every count ten times too large, one less, and with another qualifier.</summary>
    private static IEnumerable<Mutation> Counts(DataObject data) =>
    [
        .. from number in CaseTree.Facts(data).OfType<DataNumber>()
           where CaseTree.Name(number) == "value" && IsCount(number)
           from value in (decimal[])[number.Value * 10, number.Value - 1]
           select new Mutation("count changed", number.Path, $"{value}", CaseTree.Replace(data, number, value)),
        .. from text in CaseTree.Facts(data).OfType<DataText>()
           where CaseTree.Name(text) == "qualifier" && text.Path.Value.Contains("information", StringComparison.Ordinal)
           let other = text.Value == "近" ? "余" : "近"
           select new Mutation("count changed", text.Path, other, CaseTree.Replace(data, text, other)),
    ];

    /// <summary>Document and court numbers in the wrong brackets, padded, with 第, of another year, kind or office.</summary>
    private static IEnumerable<Mutation> Numbers(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        where CaseTree.Name(text) is "number" or "civil_case_number" && text.Value.EndsWith('号')
        from wrong in WrongNumbers(text.Value).Distinct().Where(wrong => wrong != text.Value)
        select new Mutation("number wrong", text.Path, wrong, CaseTree.Replace(data, text, wrong));

    private static IEnumerable<string> WrongNumbers(string number) =>
    [
        number.Replace('〔', '[').Replace('〕', ']').Replace('（', '〔').Replace('）', '〕'),
        number.Replace("〕", "〕0", StringComparison.Ordinal),
        number.Replace("〕", "〕第", StringComparison.Ordinal),
        Year().Replace(number, match => $"{int.Parse(match.Value, CultureInfo.InvariantCulture) + 1}"),
        "京" + number[1..],
        number.Replace("刑诉", "刑不诉", StringComparison.Ordinal).Replace("公诉", "公建", StringComparison.Ordinal).Replace("公立", "公告", StringComparison.Ordinal),
    ];

    /// <summary>Identity numbers and codes with a digit changed at the end or within, or one missing; telephones, which check nothing, cut short.</summary>
    private static IEnumerable<Mutation> Identifiers(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        where CaseTree.Name(text) is "id_number" or "credit_code" or "phone"
        from wrong in CaseTree.Name(text) == "phone" ? (string[])[text.Value[..6], "电话"] : [Changed(text.Value, text.Value.Length - 1), Changed(text.Value, 12), text.Value[..^1]]
        select new Mutation("identifier wrong", text.Path, "…", CaseTree.Replace(data, text, wrong));

    private static string Changed(string number, int at) => number[..at] + (number[at] == '1' ? '2' : '1') + number[(at + 1)..];

    private static IEnumerable<Mutation> Periods(DataObject data) =>
        from number in CaseTree.Facts(data).OfType<DataNumber>()
        where CaseTree.Name(number) is "period_days" or "days" or "reply_months" or "objection_days" or "reply_days"
        let wrong = CaseTree.Name(number) == "objection_days" ? 0 : number.Value - 1
        select new Mutation("period shortened", number.Path, $"{wrong}", CaseTree.Replace(data, number, wrong));

    private static IEnumerable<Mutation> Levels(DataObject data) =>
        from choice in Choices
        let text = CaseTree.Find(data, choice[0]) as DataText
        where text is not null
        from other in choice[1..].Where(other => other != text.Value)
        select new Mutation("level or form changed", text.Path, other, CaseTree.Replace(data, text, other));

    private static IEnumerable<Mutation> Flags(DataObject data) =>
        from flag in CaseTree.Facts(data).OfType<DataFlag>()
        select new Mutation("flag turned", flag.Path, $"{!flag.Value}", CaseTree.Replace(data, flag.Path, flag with { Value = !flag.Value }));

    /// <summary>One copy too few and one too many of each indictment or complaint.</summary>
    private static IEnumerable<Mutation> Copies(DataObject data) =>
        from type in (string[])["criminal-indictment", "indictment-with-civil-claims", "civil-complaint"]
        let document = CaseTree.Find(data, $"$.documents.{type}") as DataObject
        where document is not null
        from copies in (decimal[])[0, 99]
        let path = document.Path.Member("copies")
        let wrong = document with { Members = document.Members.Add(new("copies", document.Location, new DataNumber(copies, $"{copies}") { Path = path, Location = document.Location })) }
        select new Mutation("copies wrong", path, $"{copies}", CaseTree.Replace(data, document.Path, wrong));

    /// <summary>Fines below and above what the law allows; probation with a longer term; terms that the words do not say.</summary>
    private static IEnumerable<Mutation> Sentences(DataObject data) =>
        from number in CaseTree.Facts(data).OfType<DataNumber>()
        let name = CaseTree.Name(number)
        where name is "fine" or "imprisonment_months" or "probation_months"
        from wrong in name == "fine" ? (decimal[])[999, number.Value * 6] : [number.Value + 1]
        select new Mutation("sentence outside", number.Path, $"{wrong}", CaseTree.Replace(data, number, wrong));

    [GeneratedRegex("(19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
