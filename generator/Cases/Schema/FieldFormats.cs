using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;
using PiiDocs.Core.Identifiers;

namespace PiiDocs.Cases.Schema;

/// <param name="Form">How a value of the format is written, with an example; for a form as for a file.</param>
/// <param name="Check">What is wrong with a value; null where nothing is, or where its kind is none the format speaks about.</param>
internal sealed record FieldFormat(Message Form, Func<DataNode, FieldPlace, Diagnostic?> Check);

/// <summary>The formats a schema may name: JSON Schema's <c>date</c> and <c>email</c>, and those of Chinese filings.</summary>
internal static partial class FieldFormats
{
    private static readonly Message DayForm = new("写成 2024-05-01", "write 2024-05-01");

    private static readonly Message PartialDateForm = new("写成 2024-05-01、2024-05 或 2024", "write 2024-05-01, 2024-05 or 2024");

    private static readonly Dictionary<string, FieldFormat> Table = new(StringComparer.Ordinal)
    {
        ["bank-card"] = Numbered(BankCard.Check, new("16 至 19 位数字", "16 to 19 digits")),
        ["court-case-number"] = Formed(
            CourtCaseNumber.IsValid,
            new("案号", "court case number"),
            new("例如（2019）鄂0302刑初614号，用全角圆括号", "such as （2019）鄂0302刑初614号, with full-width brackets")),
        ["credit-code"] = Numbered(
            CreditCode.Check, new("18 位，数字和大写字母（不含 I、O、S、V、Z）", "18 digits and capitals, without I, O, S, V, Z")),
        ["date"] = new(DayForm, OfText(CheckDate)),
        ["document-number"] = Formed(
            DocumentNumber.IsValid,
            new("文号", "document number"),
            new("例如 沪静检建〔2024〕1号：六角括号〔〕，序号不写“第”、不补零", "such as 沪静检建〔2024〕1号: brackets 〔〕, no 第, no leading zero")),
        ["email"] = Formed(
            EmailAddress.IsValid, new("电子邮箱", "mail address"), new("例如 name@example.com", "such as name@example.com")),
        ["id-card"] = Numbered(IdCardNumber.Check, new("18 位，末位可为大写 X", "18 digits, the last of which may be a capital X")),
        ["money"] = new(MoneyForm, CheckMoney),
        ["partial-date"] = new(PartialDateForm, OfText(CheckPartialDate)),
        ["phone"] = Formed(
            PhoneNumber.IsValid,
            new("电话号码", "telephone number"),
            new("例如 13000000000、021-20000000、400-000-0000", "such as 13000000000, 021-20000000, 400-000-0000")),
        ["plate"] = Formed(
            PlateNumber.IsValid, new("车牌号", "licence plate"), new("例如 沪A00000、沪AD00000", "such as 沪A00000, 沪AD00000")),
        ["postcode"] = Formed(
            PostcodePattern().IsMatch, new("邮政编码", "postcode"), new("6 位数字，例如 200040", "six digits, such as 200040")),
    };

    public static IEnumerable<string> Names => Table.Keys.Order(StringComparer.Ordinal);

    private static Message MoneyForm => new("以元为单位，不小于 0，最多两位小数", "in yuan, not below 0, at most two decimals");

    public static FieldFormat? Find(string name) => Table.GetValueOrDefault(name);

    private static FieldFormat Formed(Func<string, bool> isValid, Message kind, Message form) =>
        new(form, OfText((text, place) => isValid(text)
            ? null
            : CaseErrors.WrongFormat(place, new($"不是正确的{kind.Chinese}", $"is not a proper {kind.English}"), form)));

    private static FieldFormat Numbered(Func<string, IdentifierFault> check, Message form) =>
        new(form, OfText((text, place) => check(text) switch
        {
            IdentifierFault.None => null,
            IdentifierFault.CheckDigit => CaseErrors.WrongCheckDigit(place),
            IdentifierFault.BirthDate => CaseErrors.WrongFormat(
                place,
                new("里的出生日期不存在", "has a birth date that does not exist"),
                new("第 7 至 14 位是出生年月日，请与原始材料核对", "digits 7 to 14 are the birth date; compare it with its source")),
            _ => CaseErrors.WrongFormat(place, new("位数或字符不对", "has a wrong length or wrong characters"), form),
        }));

    private static Func<DataNode, FieldPlace, Diagnostic?> OfText(Func<string, FieldPlace, Diagnostic?> check) =>
        (value, place) => value is DataText text && check(text.Value, place) is { } complaint
            ? FullWidth.HasDigits(text.Value) ? CaseErrors.FullWidthDigits(place) : complaint
            : null;

    private static Diagnostic? CheckMoney(DataNode value, FieldPlace place) =>
        value is DataNumber number && (number.Value < 0 || number.Value != decimal.Round(number.Value, 2))
            ? CaseErrors.WrongFormat(place, new("不是金额", "is not a sum of money"), MoneyForm)
            : null;

    private static Diagnostic? CheckDate(string text, FieldPlace place)
    {
        if (!DatePattern().IsMatch(text))
        {
            return CaseErrors.NotADate(place, new("不是日期", "is not a date"), DayForm);
        }

        return IsDay(text) ? null : ImpossibleDate(place);
    }

    private static Diagnostic? CheckPartialDate(string text, FieldPlace place)
    {
        if (PartialDatePattern().Match(text) is not { Success: true } match)
        {
            return CaseErrors.NotADate(
                place,
                new("不是日期、年月或年份", "is not a date, month or year"),
                PartialDateForm);
        }

        var rest = match.Groups["month"].Success ? match.Groups["day"].Success ? "" : "-01" : "-01-01";
        return IsDay(text + rest) ? null : ImpossibleDate(place);
    }

    private static Diagnostic ImpossibleDate(FieldPlace place) =>
        CaseErrors.NotADate(place, new("是不存在的日期", "is a day that does not exist"), new("请核对月份和日期", "check the month and the day"));

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\A[0-9]{4}(?<month>-[0-9]{2}(?<day>-[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartialDatePattern();

    [GeneratedRegex(@"\A[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostcodePattern();
}
