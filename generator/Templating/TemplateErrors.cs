using PiiDocs.Core;

namespace PiiDocs.Templating;

/// <summary>What can be wrong with the text of a template; one factory a code. Errors of evaluation: <see cref="RenderErrors"/>.</summary>
internal static class TemplateErrors
{
    /// <summary>PD2001. Cause: a word or sign where the language allows none. Fix: remove it, or close what stands before it.</summary>
    /// <remarks>
    /// 原因：模板中此处不应出现这个词或者符号，常见于误用全角标点。
    /// 处理：删去它，或者把前面没有写完的语句补完；全角符号改成半角。
    /// </remarks>
    public static Diagnostic Unexpected(SourceLocation at, string found) =>
        new("PD2001", Severity.Error, new($"这里不应出现“{found}”", $"unexpected '{found}'"), at)
        {
            Hint = found is [>= '\uFF01' and <= '\uFF5E' and var wide]
                ? new($"请改用半角“{(char)(wide - 0xFEE0)}”", $"write the ASCII '{(char)(wide - 0xFEE0)}'")
                : null,
        };

    /// <summary>PD2002. Cause: something else stands where this is needed. Fix: write what is named.</summary>
    /// <remarks>
    /// 原因：模板中此处应为另一个词或者符号。
    /// 处理：按提示写上所缺的内容。
    /// </remarks>
    public static Diagnostic Expected(SourceLocation at, string expected, string found) =>
        new("PD2002", Severity.Error, new($"这里应为“{expected}”，而不是“{found}”", $"expected '{expected}' instead of '{found}'"), at);

    /// <summary>PD2010. Cause: a block, string or statement is opened and never closed. Fix: close it.</summary>
    /// <remarks>
    /// 原因：模板中的语句、引号或者代码块有开头没有结尾。
    /// 处理：按提示补上结尾，如 <c>end</c>、<c>}}</c> 或者引号。
    /// </remarks>
    public static Diagnostic Unclosed(SourceLocation at, string opening, string closing) =>
        new("PD2010", Severity.Error, new($"“{opening}”没有以“{closing}”结束", $"'{opening}' is not closed by '{closing}'"), at);

    /// <summary>PD2011. Cause: a number no machine can hold, or not written as one. Fix: write it in ASCII digits.</summary>
    /// <remarks>
    /// 原因：数字写法不正确，或者超出可以表示的范围。
    /// 处理：用半角数字书写，如 37000、1.5。
    /// </remarks>
    public static Diagnostic BadNumber(SourceLocation at) =>
        new("PD2011", Severity.Error, new("数字写法不正确", "not a number"), at)
        {
            Hint = new("请用半角数字，如 37000 或 1.5", "write ASCII digits, such as 37000 or 1.5"),
        };

    /// <summary>PD2012. Cause: a backslash before a character it means nothing before. Fix: double it.</summary>
    /// <remarks>
    /// 原因：字符串中反斜杠后面的字符不构成转义。
    /// 处理：需要反斜杠本身时写两个反斜杠。
    /// </remarks>
    public static Diagnostic BadEscape(SourceLocation at) =>
        new("PD2012", Severity.Error, new("字符串中的转义写法不正确", "unknown escape in a string"), at)
        {
            Hint = new("反斜杠本身写作 \\\\", "write a backslash itself as \\\\"),
        };

    /// <summary>PD2013. Cause: an <c>end</c>, <c>else</c> or <c>when</c> that closes or continues nothing. Fix: remove it.</summary>
    /// <remarks>
    /// 原因：<c>end</c>、<c>else</c> 或者 <c>when</c> 前面没有与之对应的语句。
    /// 处理：删去它，或者补上前面的 <c>if</c>、<c>for</c>、<c>case</c>。
    /// </remarks>
    public static Diagnostic Stray(SourceLocation at, string word) =>
        new("PD2013", Severity.Error, new($"“{word}”前面没有与之对应的语句", $"'{word}' belongs to no statement"), at);

    /// <summary>PD2014. Cause: a value is assigned to something that is no variable, member or item. Fix: assign to a name.</summary>
    /// <remarks>
    /// 原因：赋值号左边不是变量、成员或者列表项，不能赋值。
    /// 处理：改为给一个变量名赋值。
    /// </remarks>
    public static Diagnostic NotAssignable(SourceLocation at) =>
        new("PD2014", Severity.Error, new("此处不能赋值", "cannot be assigned to"), at);

    /// <summary>PD2015. Cause: a loop has an option the language does not know. Fix: use offset, limit or reversed; put a call in parentheses.</summary>
    /// <remarks>
    /// 原因：循环用了不存在的选项。
    /// 处理：只用 <c>offset</c>、<c>limit</c>、<c>reversed</c>；循环对象是函数调用的，加上括号。
    /// </remarks>
    public static Diagnostic BadLoopOption(SourceLocation at, string option) =>
        new("PD2015", Severity.Error, new($"循环没有选项“{option}”", $"a loop has no option '{option}'"), at)
        {
            Hint = new("可用 offset:、limit:、reversed；调用函数请加括号", "offset:, limit:, reversed; put a call in parentheses"),
        };

    /// <summary>PD2016. Cause: blocks or brackets nested deeper than any document needs. Fix: split the template.</summary>
    /// <remarks>
    /// 原因：语句或者括号嵌套过深。
    /// 处理：把模板拆成几个片段，放入 <c>templates/_partials</c>。
    /// </remarks>
    public static Diagnostic TooDeep(SourceLocation at) =>
        new("PD2016", Severity.Error, new("嵌套过深", "nested too deeply"), at);

    /// <summary>PD2019. Cause: a parameter that must be given stands behind one that need not be, or behind <c>…</c>. Fix: put it first.</summary>
    /// <remarks>
    /// 原因：必填参数写在了可省略的参数或者 <c>…</c> 后面。
    /// 处理：把必填参数移到前面。
    /// </remarks>
    public static Diagnostic ParameterOrder(SourceLocation at, string name) =>
        new("PD2019", Severity.Error, new($"参数“{name}”应放在可省略的参数之前", $"parameter '{name}' belongs before the optional ones"), at);
}
