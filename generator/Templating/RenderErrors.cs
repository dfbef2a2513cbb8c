using PiiDocs.Core;

namespace PiiDocs.Templating;

/// <summary>What can go wrong between a template and a case; one factory a code.</summary>
internal static class RenderErrors
{
    /// <summary>PD2003. Cause: a misspelt member, or a field this case does not have. Fix: the hint; or ask first (<c>if</c>, <c>??</c>, <c>?.</c>).</summary>
    /// <remarks>
    /// 原因：模板引用的名称写错，或者本案没有这个字段。
    /// 处理：按提示改正名称；字段可有可无的，先用 <c>if</c>、<c>??</c> 或者 <c>?.</c> 判断。
    /// </remarks>
    /// <param name="at">The member path in the template.</param>
    /// <param name="field">The field; null where an object of the template's own lacks the member.</param>
    /// <param name="nearest">What it was perhaps meant to be.</param>
    public static Diagnostic UnknownField(SourceLocation at, FieldPath? field, string? nearest) =>
        new("PD2003", Severity.Error,
            field is null ? new("没有这个名称或成员", "there is no such name or member") : new("案件中没有这个字段", "the case has no such field"), at, field)
        {
            Hint = nearest is null ? AskFirst : new($"是否应为“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD2004. Cause: a draft lacks a field; its place is marked in the text. Fix: add the field to the case.</summary>
    /// <remarks>
    /// 原因：草稿缺少该字段，文中相应位置已标“待补”。
    /// 处理：在案件文件中补填该字段后重新生成；正式文书不得留有“待补”。
    /// </remarks>
    public static Diagnostic Placeholder(SourceLocation at, FieldPath field, string label) =>
        new("PD2004", Severity.Warning, new($"缺少“{label}”，文中已标记待补", $"'{label}' is missing and marked in the text"), at, field);

    /// <summary>PD2005. Cause: a misspelt function or variable. Fix: the hint, or the list in templates/README.md.</summary>
    /// <remarks>
    /// 原因：模板中的函数名或者变量名写错。
    /// 处理：按提示改正，可用的函数见 <c>templates/README.md</c>。
    /// </remarks>
    public static Diagnostic UnknownFunction(SourceLocation at, string name, string? nearest) =>
        new("PD2005", Severity.Error, new($"没有名为“{name}”的函数", $"there is no function '{name}'"), at)
        {
            Hint = nearest is null ? null : new($"是否应为“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD2006. Cause: a field the case may lack is read without asking. Fix: put it in an <c>if</c>, or give <c>?? "…"</c>.</summary>
    /// <remarks>
    /// 原因：可能为空的字段没有先判断就使用。
    /// 处理：把它放进 <c>if</c> 里，或者用 <c>?? "…"</c> 给出缺省文字。
    /// </remarks>
    public static Diagnostic OptionalUnasked(SourceLocation at, FieldPath field) =>
        new("PD2006", Severity.Warning, new("可缺省的字段未先判断即使用", "an optional field is read without asking"), at, field)
        {
            Hint = AskFirst,
        };

    /// <summary>PD2007. Cause: too many or too few arguments, or one whose name the function does not know. Fix: as the message says.</summary>
    /// <remarks>
    /// 原因：函数的参数过多或者过少。
    /// 处理：按提示的个数改写，参数说明见 <c>templates/README.md</c>。
    /// </remarks>
    public static Diagnostic ArgumentCount(SourceLocation at, string function, string expected, int found) =>
        new("PD2007", Severity.Error,
            new($"函数“{function}”需要 {expected} 个参数，这里有 {found} 个", $"'{function}' takes {expected} arguments, not {found}"), at);

    /// <summary>PD2017. Cause: a named argument that the function has no parameter for. Fix: the hint, or templates/README.md.</summary>
    /// <remarks>
    /// 原因：函数没有这个具名参数。
    /// 处理：按提示改正参数名，参数说明见 <c>templates/README.md</c>。
    /// </remarks>
    public static Diagnostic UnknownArgument(SourceLocation at, string function, string argument, string? nearest) =>
        new("PD2017", Severity.Error, new($"函数“{function}”没有参数“{argument}”", $"'{function}' has no parameter '{argument}'"), at)
        {
            Hint = nearest is null ? null : new($"是否应为“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD2008. Cause: a value of a kind the operator or function cannot use. Fix: convert it, or correct the case.</summary>
    /// <remarks>
    /// 原因：值的种类与运算或者函数的要求不符，例如把文字当作数字计算。
    /// 处理：在模板中先转换，或者改正案件文件中的该字段。
    /// </remarks>
    public static Diagnostic WrongKind(SourceLocation at, Message expected) =>
        new("PD2008", Severity.Error, new($"值的种类不符：{expected.Chinese}", $"wrong kind of value: {expected.English}"), at);

    /// <summary>PD2009. Cause: a filing would print an empty value. Fix: ask first (<c>if</c>, <c>??</c>), or fill the field.</summary>
    /// <remarks>
    /// 原因：正式文书此处要输出的值为空。
    /// 处理：在案件文件中补填该字段；确可不写的，在模板中先用 <c>if</c> 或者 <c>??</c> 判断。
    /// </remarks>
    public static Diagnostic NothingToPrint(SourceLocation at, FieldPath? field) =>
        new("PD2009", Severity.Error, new("此处的值为空，无可输出", "there is no value to print here"), at, field) { Hint = AskFirst };

    /// <summary>PD2018. Cause: <c>break</c> or <c>continue</c> outside a loop. Fix: remove it, or use <c>ret</c>.</summary>
    /// <remarks>
    /// 原因：<c>break</c> 或者 <c>continue</c> 写在循环之外。
    /// 处理：删去它；要提前结束的，改用 <c>ret</c>。
    /// </remarks>
    public static Diagnostic OutsideLoop(SourceLocation at) =>
        new("PD2018", Severity.Error, new("break、continue 只能用在循环里", "break and continue belong in a loop"), at);

    /// <summary>PD2020. Cause: a member or item of nothing is read. Fix: ask first, with <c>if</c> or <c>?.</c>.</summary>
    /// <remarks>
    /// 原因：对空对象取成员或者取列表项，常见于编号指向本案没有的主体。
    /// 处理：核对案件文件中的编号；字段可有可无的，模板中先用 <c>if</c> 或者 <c>?.</c> 判断。
    /// </remarks>
    public static Diagnostic MemberOfNothing(SourceLocation at, string member) =>
        new("PD2020", Severity.Error, new($"对象为空，不能取“{member}”", $"there is no object to read '{member}' of"), at) { Hint = AskFirst };

    /// <summary>PD2021. Cause: a read-only variable, a function's namespace or a value that is no object is assigned to. Fix: use another name.</summary>
    /// <remarks>
    /// 原因：给只读变量、函数名称空间或者非对象的值赋值。
    /// 处理：换一个变量名。
    /// </remarks>
    public static Diagnostic CannotAssign(SourceLocation at, string name) =>
        new("PD2021", Severity.Error, new($"“{name}”不能赋值", $"'{name}' cannot be assigned to"), at);

    /// <summary>PD2022. Cause: arguments stand behind something that is no function. Fix: check the name, or separate the values.</summary>
    /// <remarks>
    /// 原因：不是函数的名称后面带了参数。
    /// 处理：核对函数名；只是并列输出的，把各值分开写。
    /// </remarks>
    public static Diagnostic NotAFunction(SourceLocation at) =>
        new("PD2022", Severity.Error, new("这不是函数，不能带参数", "not a function"), at);

    /// <summary>PD2023. Cause: <c>for</c> goes through something that is no list. Fix: give it a list.</summary>
    /// <remarks>
    /// 原因：<c>for</c> 循环的对象不是列表。
    /// 处理：改为列表字段，或者核对案件文件中该字段是否写成了列表。
    /// </remarks>
    public static Diagnostic NotAList(SourceLocation at) =>
        new("PD2023", Severity.Error, new("不是列表，不能循环", "not a list"), at);

    /// <summary>PD2024. Cause: a template tries to change the case, so that its text would no longer tell what the case says. Fix: use a variable.</summary>
    /// <remarks>
    /// 原因：模板试图修改案件数据；为使文书与案件一致，程序不允许。
    /// 处理：把结果另存到一个变量。
    /// </remarks>
    public static Diagnostic CaseIsReadOnly(SourceLocation at) =>
        new("PD2024", Severity.Error, new("模板不能修改案件数据", "a template cannot change the case"), at);

    /// <summary>PD2030. Cause: an include path that is absolute or climbs out with <c>..</c>. Fix: name a partial.</summary>
    /// <remarks>
    /// 原因：<c>include</c> 的路径是绝对路径，或者用 <c>..</c> 指向模板文件夹之外。
    /// 处理：只写 <c>templates/_partials</c> 中片段的名称。
    /// </remarks>
    public static Diagnostic IncludeOutside(SourceLocation at) =>
        new("PD2030", Severity.Error, new("include 的路径不能指向模板目录之外", "an include cannot leave the templates' folder"), at);

    /// <summary>PD2031. Cause: no partial of that name. Fix: check the name, or write the partial.</summary>
    /// <remarks>
    /// 原因：<c>templates/_partials</c> 中没有这个片段。
    /// 处理：核对名称，或者新建该片段文件。
    /// </remarks>
    public static Diagnostic IncludeMissing(SourceLocation at, string name) =>
        new("PD2031", Severity.Error, new($"没有名为“{name}”的片段", $"there is no partial '{name}'"), at);

    /// <summary>PD2050. Cause: valid Scriban that this engine does not carry out. Fix: say it another way; see templates/README.md.</summary>
    /// <remarks>
    /// 原因：这种写法 Scriban 允许，但本系统不支持。
    /// 处理：换一种写法，支持的范围见 <c>templates/README.md</c>。
    /// </remarks>
    public static Diagnostic NotSupported(SourceLocation at, string what) =>
        new("PD2050", Severity.Error, new($"本系统不支持 {what}", $"{what} is not supported here"), at);

    /// <summary>PD2060. Cause: a regular expression that is wrong or takes too long. Fix: correct or simplify it.</summary>
    /// <remarks>
    /// 原因：正则表达式有误，或者匹配耗时过长。
    /// 处理：改正或者简化该表达式。
    /// </remarks>
    public static Diagnostic BadPattern(SourceLocation at) =>
        new("PD2060", Severity.Error, new("正则表达式有误或耗时过长", "the regular expression is wrong or takes too long"), at);

    /// <summary>PD2090. Cause: a loop or call that does not end, or a text larger than any document. Fix: correct the loop.</summary>
    /// <remarks>
    /// 原因：循环或者调用没有终止，或者生成的文字超过上限。
    /// 处理：检查模板中的循环条件和片段的相互引用。
    /// </remarks>
    public static Diagnostic LimitReached(SourceLocation at, Message limit) =>
        new("PD2090", Severity.Error, new($"超出限制：{limit.Chinese}", $"limit reached: {limit.English}"), at);

    private static Message AskFirst => new("可先判断：if …、?? \"…\" 或 ?.", "ask first: if …, ?? \"…\" or ?.");
}
