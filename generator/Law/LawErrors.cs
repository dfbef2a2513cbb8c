using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>PD800x: mistakes in the files of <c>templates/_law</c>.</summary>
internal static class LawErrors
{
    /// <summary>PD8001. Cause: a law file lacks a member that is needed. Fix: add it; the head of the file says what it means.</summary>
    /// <remarks>
    /// 原因：<c>templates/_law</c> 的法律数据文件缺少必需的项。
    /// 处理：补上该项，其含义见文件开头的说明。
    /// </remarks>
    public static Diagnostic MissingMember(DataNode node, string name) =>
        At(node, "PD8001", new($"法律数据缺少“{name}”", $"the law data lacks '{name}'"));

    /// <summary>PD8002. Cause: a member of a law file holds another kind of value. Fix: write the kind the message names.</summary>
    /// <remarks>
    /// 原因：法律数据文件中某项的值种类不对。
    /// 处理：按提示的种类改写。
    /// </remarks>
    public static Diagnostic WrongKind(DataNode node, string chinese, string english) =>
        At(node, "PD8002", new($"法律数据此处应为{chinese}", $"the law data needs {english} here"));

    /// <summary>PD8003. Cause: a date in a law file is not a day. Fix: write 2024-05-01.</summary>
    /// <remarks>
    /// 原因：法律数据文件中的日期不是具体的日。
    /// 处理：写成 2024-05-01 的形式。
    /// </remarks>
    public static Diagnostic BadLawDate(DataNode node) =>
        At(node, "PD8003", new("不是日期；应写作 2024-05-01", "not a date; write 2024-05-01"));

    /// <summary>PD8004. Cause: an article in a law file is not written as one. Fix: write 58, 58(2), 253-1(2) or 17(1)[3].</summary>
    /// <remarks>
    /// 原因：法律数据文件中的条号写法不对。
    /// 处理：写作 58、58(2)、253-1(2) 或者 17(1)[3]：圆括号内为款，方括号内为项，“-1”为“之一”。
    /// </remarks>
    public static Diagnostic BadLawArticle(DataNode node) =>
        At(node, "PD8004", new("不是条号；应写作 58、58(2)、253-1(2) 或 17(1)[3]", "not an article; write 58, 58(2), 253-1(2) or 17(1)[3]"));

    /// <summary>PD8005. Cause: a citation names an instrument that instruments.yaml does not have. Fix: correct the id or add the instrument.</summary>
    /// <remarks>
    /// 原因：引用主题所指的规范不在 <c>_law/instruments.yaml</c> 中。
    /// 处理：改正规范编号，或者在该文件中增加这部规范。
    /// </remarks>
    public static Diagnostic UnknownInstrumentInLaw(DataNode node, string id, string? near) =>
        At(node, "PD8005", new($"没有这部规范：{id}", $"no such instrument: {id}")) with { Hint = DidYouMean(near) };

    /// <summary>PD8006. Cause: a topic is cited at a time when its instrument is not in force. Fix: correct from and to, or the instrument's versions.</summary>
    /// <remarks>
    /// 原因：引用主题的起止时间超出该规范的效力期间。
    /// 处理：改正 <c>from</c>、<c>to</c>，或者补全该规范各版本的施行、废止日期。
    /// </remarks>
    public static Diagnostic OutsideForce(DataNode node, string id) =>
        At(node, "PD8006", new($"引用期间超出 {id} 的效力期间", $"cited outside the time {id} is in force"));

    /// <summary>PD8007. Cause: a draft law is cited as law. Fix: give the instrument its versions once it is in force, or cite another.</summary>
    /// <remarks>
    /// 原因：把草案当作现行法律引用。
    /// 处理：施行后在 <c>_law/instruments.yaml</c> 中补上版本；此前改引现行有效的规范。
    /// </remarks>
    public static Diagnostic CitedDraft(DataNode node, string id) =>
        At(node, "PD8007", new($"{id} 是草案，不得引用", $"{id} is a draft and must not be cited"));

    /// <summary>PD8008. Cause: a file of templates/_law is missing. Fix: restore it from the distribution.</summary>
    /// <remarks>
    /// 原因：缺少法律数据文件。
    /// 处理：从发行包中恢复 <c>templates/_law</c> 下的该文件。
    /// </remarks>
    public static Diagnostic MissingFile(string name) =>
        new("PD8008", Severity.Error, new($"缺少法律数据文件 _law/{name}.yaml", $"the law file _law/{name}.yaml is missing"));

    /// <summary>PD8009. Cause: a regular expression in a law file does not compile. Fix: correct the pattern.</summary>
    /// <remarks>
    /// 原因：法律数据文件中的正则表达式不能使用。
    /// 处理：按提示改正该表达式。
    /// </remarks>
    public static Diagnostic BadPattern(DataNode node, string problem) =>
        At(node, "PD8009", new($"正则无法使用：{problem}", $"the pattern cannot be used: {problem}"));

    /// <summary>PD8010. Cause: the kind of an instrument is not in the list of kinds. Fix: use an id of kinds, or add one in its place of the order.</summary>
    /// <remarks>
    /// 原因：规范的 <c>kind</c> 不在 <c>kinds</c> 所列的种类中。
    /// 处理：改用已有的种类，或者按引用顺序在 <c>kinds</c> 中增加一种。
    /// </remarks>
    public static Diagnostic UnknownInstrumentKind(DataNode node) =>
        At(node, "PD8010", new("kind 不在 kinds 中", "kind is not one of kinds"));

    /// <summary>PD8011. Cause: the basis of a topic is neither act nor document. Fix: write act for substantive law, document for procedural law.</summary>
    /// <remarks>
    /// 原因：引用主题的 <c>basis</c> 既不是 <c>act</c> 也不是 <c>document</c>。
    /// 处理：实体法按行为日期引用，写 <c>act</c>；程序法按文书日期引用，写 <c>document</c>。
    /// </remarks>
    public static Diagnostic UnknownBasis(DataNode node) =>
        At(node, "PD8011", new("basis 应为 act 或 document", "basis must be act or document"));

    /// <summary>PD8012. Cause: the unit of a period is none of day, workday, month, year. Fix: write one of them.</summary>
    /// <remarks>
    /// 原因：期限的 <c>unit</c> 不是规定的单位。
    /// 处理：写 <c>day</c>（日）、<c>workday</c>（工作日）、<c>month</c>（月）或者 <c>year</c>（年）。
    /// </remarks>
    public static Diagnostic UnknownUnit(DataNode node) =>
        At(node, "PD8012", new("unit 应为 day、workday、month 或 year", "unit must be day, workday, month or year"));

    /// <summary>PD8013. Cause: the severity of a check is none of error, warning, information. Fix: write one of them.</summary>
    /// <remarks>
    /// 原因：检查的 <c>severity</c> 不是规定的轻重。
    /// 处理：写 <c>error</c>（错误）、<c>warning</c>（提示）或者 <c>information</c>（参考）。
    /// </remarks>
    public static Diagnostic UnknownSeverity(DataNode node) =>
        At(node, "PD8013", new("severity 应为 error、warning 或 information", "severity must be error, warning or information"));

    internal static Message? DidYouMean(string? near) =>
        near is null ? null : new($"是否指“{near}”", $"did you mean '{near}'?");

    private static Diagnostic At(DataNode node, string code, Message message) =>
        new(code, Severity.Error, message, node.Location, node.Path);
}
