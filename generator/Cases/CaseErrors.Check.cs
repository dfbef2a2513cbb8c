using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>The field that a diagnostic is about.</summary>
/// <param name="At">Its value, or the place where it ought to be.</param>
/// <param name="Field">Its path.</param>
/// <param name="Label">What the schema calls it.</param>
internal readonly record struct FieldPlace(SourceLocation? At, FieldPath Field, Message Label);

/// <remarks>This part: data that is not as its schema wants it. No message repeats a value: it may be a person's.</remarks>
internal static partial class CaseErrors
{
    /// <summary>PD1010. Cause: a text where a number belongs, a value where a list belongs, and the like. Fix: the hint.</summary>
    /// <remarks>
    /// 原因：字段的值种类不符，例如应填数字的填了文字，应填列表的填了单个值。
    /// 处理：按提示所说的种类改写该字段。
    /// </remarks>
    public static Diagnostic WrongKind(FieldPlace place, Message expected, Message actual, Message? hint) =>
        About("PD1010", place, new($"应为{expected.Chinese}，写的是{actual.Chinese}", $"must be {expected.English}, not {actual.English}")) with
        {
            Hint = hint,
        };

    /// <summary>PD1011. Cause: the schema has no such field; mostly a slip of the hand. Fix: the hint, or add the field to the schema.</summary>
    /// <remarks>
    /// 原因：案件格式中没有这个字段，多为字段名写错或者缩进位置不对。
    /// 处理：按提示改正字段名；确需新增的，由模板维护人员加入 <c>templates/_case/schema.json</c>。
    /// </remarks>
    public static Diagnostic UnknownField(SourceLocation? at, FieldPath field, string name, Message? hint) =>
        new("PD1011", Severity.Error, new($"没有字段“{name}”", $"there is no field '{name}'"), at, field) { Hint = hint };

    /// <summary>PD1012. Cause: a date in another form, or a day that no calendar has. Fix: write 2024-05-01.</summary>
    /// <remarks>
    /// 原因：日期写法不对，或者历法中没有这一天。
    /// 处理：写成 2024-05-01 的形式，并与原始材料核对。
    /// </remarks>
    public static Diagnostic NotADate(FieldPlace place, Message what, Message hint) => About("PD1012", place, what) with { Hint = hint };

    /// <summary>PD1013. Cause: a field that every case needs is missing or empty. Fix: fill it in.</summary>
    /// <remarks>
    /// 原因：每个案件都必须填写的字段没有填写或者为空。
    /// 处理：在案件文件中补填该字段。
    /// </remarks>
    public static Diagnostic MissingField(FieldPlace place, Message? hint) =>
        About("PD1013", place, new("必填，未填写", "is required and missing")) with { Hint = hint };

    /// <summary>PD1014. Cause: the field takes one of a few values, and this is none of them. Fix: one of those listed.</summary>
    /// <remarks>
    /// 原因：该字段只能填规定的几个值，现在填的不在其中。
    /// 处理：从提示列出的值中选一个。
    /// </remarks>
    public static Diagnostic NotAllowed(FieldPlace place, IReadOnlyCollection<string> allowed, string? nearest) =>
        About("PD1014", place, new("不是可选的值", "is none of the allowed values")) with
        {
            Hint = new(
                $"可选：{string.Join("、", allowed)}{(nearest is null ? "" : $"；是否应为“{nearest}”？")}",
                $"one of {string.Join(", ", allowed)}{(nearest is null ? "" : $"; did you mean '{nearest}'?")}"),
        };

    /// <summary>PD1015. Cause: the text has not the form that the schema's pattern asks for. Fix: as the example in the hint.</summary>
    /// <remarks>
    /// 原因：文字不符合该字段规定的写法。
    /// 处理：照提示中的示例改写。
    /// </remarks>
    public static Diagnostic PatternMismatch(FieldPlace place, string pattern, string? example) =>
        About("PD1015", place, new("写法不合要求", "is not written as it must be")) with
        {
            Hint = example is null
                ? new($"应符合 {pattern}", $"it must match {pattern}")
                : new($"例如 {example}", $"for example {example}"),
        };

    /// <summary>PD1016. Cause: a number below or above what is possible. Fix: check the digits and the unit.</summary>
    /// <remarks>
    /// 原因：数字超出该字段允许的范围。
    /// 处理：核对位数和单位（元、万元、条）后改正。
    /// </remarks>
    public static Diagnostic OutOfRange(FieldPlace place, decimal? minimum, decimal? maximum) =>
        About("PD1016", place, Range(new("应为", "must be "), minimum, maximum));

    /// <summary>PD1017. Cause: a text too short or too long. Fix: the length the message names.</summary>
    /// <remarks>
    /// 原因：文字的字数少于或者多于规定。
    /// 处理：按提示的字数补充或者删减。
    /// </remarks>
    public static Diagnostic WrongLength(FieldPlace place, int? least, int? most) =>
        About("PD1017", place, Range(new("的字数应为", "must have this many characters: "), least, most));

    /// <summary>PD1018. Cause: a list with too few or too many items. Fix: the number the message names.</summary>
    /// <remarks>
    /// 原因：列表的项数少于或者多于规定。
    /// 处理：按提示的项数补充或者删减。
    /// </remarks>
    public static Diagnostic WrongCount(FieldPlace place, int? least, int? most) =>
        About("PD1018", place, Range(new("的项数应为", "must have this many items: "), least, most));

    /// <summary>PD1019. Cause: a number, address or name that cannot be one of its kind. Fix: the form the hint shows.</summary>
    /// <remarks>
    /// 原因：号码、地址或者名称不符合其应有的格式，例如身份号码、统一社会信用代码、电话、网址。
    /// 处理：按提示的写法改正，并与原始材料核对。
    /// </remarks>
    public static Diagnostic WrongFormat(FieldPlace place, Message what, Message hint) => About("PD1019", place, what) with { Hint = hint };

    /// <summary>PD1020. Cause: full-width digits (１２３), as an input method writes them. Fix: half-width digits.</summary>
    /// <remarks>
    /// 原因：使用了全角数字（如“１２３”），多为输入法所致。
    /// 处理：改用半角数字 0 至 9。
    /// </remarks>
    public static Diagnostic FullWidthDigits(FieldPlace place) =>
        About("PD1020", place, new("用了全角数字", "has full-width digits")) with
        {
            Hint = new("请改用半角数字 0–9", "write the half-width digits 0 to 9"),
        };

    /// <summary>PD1021. Cause: the value fits none of the forms the schema offers, or several where it must be one. Fix: check the fields in it.</summary>
    /// <remarks>
    /// 原因：该值不符合任何一种允许的写法，或者在只能取一种时同时符合几种。
    /// 处理：检查该处各字段是否齐全、是否混写。
    /// </remarks>
    public static Diagnostic NoAlternative(FieldPlace place, bool severalFit) =>
        About("PD1021", place, severalFit
            ? new("同时符合几种写法，只能是一种", "fits several forms where only one is allowed")
            : new("不合任何一种写法", "fits none of the possible forms"));

    /// <summary>PD1022. Cause: a check digit is wrong: the number was mistyped. Fix: compare it with the document it was taken from.</summary>
    /// <remarks>
    /// 原因：身份号码、统一社会信用代码等的校验位不符，号码录入有误。
    /// 处理：与身份证件、营业执照等原始材料核对后改正。
    /// </remarks>
    public static Diagnostic WrongCheckDigit(FieldPlace place) =>
        About("PD1022", place, new("校验位不对", "has a wrong check digit")) with
        {
            Hint = new("号码有误，请与原始材料核对", "it is mistyped; compare it with its source"),
        };

    /// <summary>PD1023. Cause: a list holds the same value twice. Fix: remove one.</summary>
    /// <remarks>
    /// 原因：列表中有两项相同。
    /// 处理：删去重复的一项。
    /// </remarks>
    public static Diagnostic DoubleItem(FieldPlace place) => About("PD1023", place, new("与前面的一项重复", "repeats an item before it"));

    private static Diagnostic About(string code, FieldPlace place, Message what) =>
        new(
            code,
            Severity.Error,
            new($"“{place.Label.Chinese}”{what.Chinese}", $"'{place.Label.English}' {what.English}"),
            place.At,
            place.Field);

    private static Message Range(Message lead, decimal? least, decimal? most) => (least, most) switch
    {
        ({ } from, { } to) => new($"{lead.Chinese} {from} 至 {to}", $"{lead.English}{from} to {to}"),
        ({ } from, null) => new($"{lead.Chinese} {from} 以上（含）", $"{lead.English}{from} or more"),
        _ => new($"{lead.Chinese} {most} 以下（含）", $"{lead.English}{most} or less"),
    };
}
