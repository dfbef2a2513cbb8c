using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>PD802x and PD803x: what a template or a case gave to a legal function. The engine adds place and fields.</summary>
internal static class FunctionErrors
{
    /// <summary>PD8020. Cause: a value that should be a date is none, or less exact than needed. Fix: write 2024-10-28; 2024-03 or 2024 only where the day does not matter.</summary>
    /// <remarks>
    /// 原因：应为日期的值不是日期，或者只写到年、月而此处需要具体的日。
    /// 处理：在案件文件中写成 2024-10-28；不需要具体日的，才写 2024-03 或者 2024。
    /// </remarks>
    public static Diagnostic NotADate(string parameter) =>
        Error("PD8020", new($"“{parameter}”不是可用的日期", $"'{parameter}' is not a usable date"))
            with { Hint = new("日期写作 2024-10-28", "write a date as 2024-10-28") };

    /// <summary>PD8021. Cause: an argument of another kind than the function takes. Fix: pass the kind the message names.</summary>
    /// <remarks>
    /// 原因：传给法律函数的参数种类不对。
    /// 处理：按提示的种类改正，参数说明见 <c>templates/README.md</c>。
    /// </remarks>
    public static Diagnostic WrongArgument(string parameter, string chinese, string english) =>
        Error("PD8021", new($"“{parameter}”应为{chinese}", $"'{parameter}' must be {english}"));

    /// <summary>PD8022. Cause: a number is broken or too small or too large for what the function writes. Fix: correct the number.</summary>
    /// <remarks>
    /// 原因：传给法律函数的数不是整数，或者过大、过小。
    /// 处理：按提示的范围改正案件文件中的数。
    /// </remarks>
    public static Diagnostic OutOfRange(string parameter, decimal least, decimal most) =>
        Error("PD8022", new(
            $"“{parameter}”应为 {least:0} 至 {most:0} 的整数",
            $"'{parameter}' must be a whole number from {least:0} to {most:0}"));

    /// <summary>PD8023. Cause: legal.cite is asked for a topic that citations.yaml does not have. Fix: use a topic of the author's guide, or add one.</summary>
    /// <remarks>
    /// 原因：模板引用的主题不在 <c>_law/citations.yaml</c> 中。
    /// 处理：按提示改正主题名，或者在该文件中增加主题。
    /// </remarks>
    public static Diagnostic UnknownTopic(string topic, string? near) =>
        Error("PD8023", new($"没有引用主题“{topic}”", $"no citation topic '{topic}'")) with { Hint = LawErrors.DidYouMean(near) };

    /// <summary>PD8024. Cause: no provision of the topic was in force on the date. Fix: check the date; mark the topic with ? where it may be left out.</summary>
    /// <remarks>
    /// 原因：该引用主题在有关日期没有现行有效的条文。
    /// 处理：核对行为日期、文书日期；确可不引的，在主题名后加“?”。
    /// </remarks>
    public static Diagnostic NotInForce(CitationTopic topic, DateOnly date) =>
        Error("PD8024", new(
            $"“{topic.Id}”（{topic.Label}）在{ChineseDate.Figures(PartialDate.Of(date))}没有现行有效的条文",
            $"'{topic.Id}' has no provision in force on {date:yyyy-MM-dd}"))
            with
        {
            Hint = new(
                    $"核对日期；确可不引的，写作“{topic.Id}?”",
                    $"check the date; write '{topic.Id}?' where it may be left out"),
        };

    /// <summary>PD8025. Cause: a topic of substantive law was cited without the date of the act. Fix: pass act, the day the conduct ended.</summary>
    /// <remarks>
    /// 原因：实体法按行为日期引用，模板没有给出行为日期。
    /// 处理：在 <c>legal.cite</c> 中传入参数 <c>act</c>，即行为终了之日。
    /// </remarks>
    public static Diagnostic NeedsActDate(CitationTopic topic) =>
        Error("PD8025", new(
            $"“{topic.Id}”按行为日期引用，缺少参数 act",
            $"'{topic.Id}' is cited by the date of the act; 'act' is missing"))
            with { Hint = new("传入行为终了之日：legal.cite … act: …", "pass the day the conduct ended: legal.cite … act: …") };

    /// <summary>PD8036. Cause: a citation of the case names an instrument not in force on the date of the act or of the document. Fix: cite the law of that date.</summary>
    /// <remarks>
    /// 原因：案件所引规范在行为日期和文书日期均非现行有效。
    /// 处理：改引行为时或者文书作出时有效的规范。
    /// </remarks>
    public static Diagnostic CitedOutOfForce(Instrument instrument) =>
        Error("PD8036", new(
            $"{instrument.NameIn(shortForm: false)}在行为日期和文书日期均非现行有效",
            $"{instrument.Id} was in force neither on the date of the act nor on that of the document"));

    /// <summary>PD8026. Cause: a qualifier that forms.yaml does not have. Fix: use 余, 近, 约, 超过 …, or add the word.</summary>
    /// <remarks>
    /// 原因：概数词不在 <c>_law/forms.yaml</c> 中。
    /// 处理：改用提示列出的词，如“余”“近”“约”“超过”，或者在该文件中增加。
    /// </remarks>
    public static Diagnostic UnknownQualifier(IEnumerable<string> known)
    {
        var words = string.Join(' ', known.Order(StringComparer.Ordinal));
        return Error("PD8026", new("没有这个概数词", "no such word for an approximate number"))
            with { Hint = new($"可用：{words}", $"known: {words}") };
    }

    /// <summary>PD8027. Cause: text that is not the number of an article. Fix: write 58, 58(2), 253-1(2) or 17(1)[3].</summary>
    /// <remarks>
    /// 原因：该文字不是条号。
    /// 处理：写作 58、58(2)、253-1(2) 或者 17(1)[3]。
    /// </remarks>
    public static Diagnostic NotAnArticle(string parameter) =>
        Error("PD8027", new($"“{parameter}”不是条号", $"'{parameter}' is not an article"))
            with { Hint = new("写作 58、58(2)、253-1(2) 或 17(1)[3]", "write 58, 58(2), 253-1(2) or 17(1)[3]") };

    /// <summary>PD8028. Cause: an instrument that instruments.yaml does not have. Fix: use an id of that file, or add one.</summary>
    /// <remarks>
    /// 原因：所引规范不在 <c>_law/instruments.yaml</c> 中。
    /// 处理：按提示改正规范名称或者编号，或者在该文件中增加这部规范。
    /// </remarks>
    public static Diagnostic UnknownInstrument(string id, string? near) =>
        Error("PD8028", new($"没有这部规范：{id}", $"no such instrument: {id}")) with { Hint = LawErrors.DidYouMean(near) };

    /// <summary>PD8029. Cause: text that is no 大写金额 in any accepted form. Fix: write it as legal.amount does.</summary>
    /// <remarks>
    /// 原因：该文字不是规范的大写金额。
    /// 处理：按 <c>legal.amount</c> 的写法改写，如“叁拾元整”。
    /// </remarks>
    public static Diagnostic NotACapitalAmount(string parameter) =>
        Error("PD8029", new($"“{parameter}”不是大写金额", $"'{parameter}' is not an amount in formal numerals"));

    /// <summary>PD8030. Cause: the parts do not make a 文号. Fix: correct the office's short name, the kind (numbers.yaml) or the serial number.</summary>
    /// <remarks>
    /// 原因：院简称、文种字、年度、序号不能组成文号。
    /// 处理：核对 <c>office.short_name</c>（以“检”结尾）、序号，文种字见 <c>_law/numbers.yaml</c>。
    /// </remarks>
    public static Diagnostic NotADocumentNumber() =>
        Error("PD8030", new("各部分不能组成文号", "the parts do not make a document number"))
            with { Hint = new("院简称以“检”结尾，文种字见 _law/numbers.yaml", "the office's short name ends in 检; kinds are in _law/numbers.yaml") };

    /// <summary>PD8031. Cause: an amount that cannot be written: negative, finer than 分, or too large. Fix: correct the amount.</summary>
    /// <remarks>
    /// 原因：金额为负数、比“分”更细，或者过大，不能书写。
    /// 处理：核对案件文件中的金额，单位为元，最多两位小数。
    /// </remarks>
    public static Diagnostic NotAnAmount(string parameter) =>
        Error("PD8031", new($"“{parameter}”不能作为金额：应为不小于零、精确到分的数", $"'{parameter}' is no amount: it must be at least zero and whole 分"));

    /// <summary>PD8032. Cause: an item of a list or an object lacks the member asked for. Fix: add it to the case, or name another.</summary>
    /// <remarks>
    /// 原因：列表中的一项没有模板要取的成员。
    /// 处理：在案件文件中给每一项补上该成员，或者改正模板中的成员名。
    /// </remarks>
    public static Diagnostic MissingMember(string member) =>
        Error("PD8032", new($"列表中有一项没有“{member}”", $"an item has no '{member}'"));

    /// <summary>PD8033. Cause: a period ends before it begins. Fix: correct the dates.</summary>
    /// <remarks>
    /// 原因：期间的终止日早于起始日。
    /// 处理：核对并改正案件文件中的起止日期。
    /// </remarks>
    public static Diagnostic EndsBeforeItBegins() =>
        Error("PD8033", new("止于起之前", "it ends before it begins"));

    /// <summary>PD8034. Cause: a deadline rule that deadlines.yaml does not have. Fix: use T1 to T27 or add the rule.</summary>
    /// <remarks>
    /// 原因：期限规则不在 <c>_law/deadlines.yaml</c> 中。
    /// 处理：改用已有的规则编号，或者在该文件中增加规则。
    /// </remarks>
    public static Diagnostic UnknownDeadline(string rule, string? near) =>
        Error("PD8034", new($"没有期限规则“{rule}”", $"no deadline rule '{rule}'")) with { Hint = LawErrors.DidYouMean(near) };

    /// <summary>PD8035. Cause: a day before year 1 or after year 9999. Fix: correct date or number of days.</summary>
    /// <remarks>
    /// 原因：算得的日期早于公元 1 年或者晚于 9999 年。
    /// 处理：核对起算日期和天数。
    /// </remarks>
    public static Diagnostic OutsideCalendar() =>
        Error("PD8035", new("日期超出历法范围", "the date is outside the calendar"));

    private static Diagnostic Error(string code, Message message) => new(code, Severity.Error, message);
}
