using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>What can be wrong with a case file, its schema, or an edit to it.</summary>
/// <remarks>This part: reading a file.</remarks>
internal static partial class CaseErrors
{
    /// <summary>PD1001. Cause: the file is not well-formed YAML or JSON. Fix: the line and the hint name the slip.</summary>
    /// <remarks>
    /// 原因：案件文件不是正确的 YAML 或 JSON，提示所在行的写法有误。
    /// 处理：按提示的行和说明改正，多为缩进、冒号后少空格、引号或括号不成对。
    /// </remarks>
    public static Diagnostic BrokenSyntax(SourceLocation at, Message what, Message hint) =>
        new("PD1001", Severity.Error, what, at) { Hint = hint };

    /// <summary>PD1002. Cause: a name stands twice in one object; the first is kept. Fix: remove or rename one.</summary>
    /// <remarks>
    /// 原因：同一组字段中同名字段写了两次，程序只取第一个。
    /// 处理：删去一个，或者给其中一个改名。
    /// </remarks>
    public static Diagnostic DoubleName(SourceLocation at, FieldPath field, string name, SourceLocation? first) =>
        new("PD1002", Severity.Error, new($"字段“{name}”重复出现", $"the field '{name}' stands twice"), at, field)
        {
            Hint = first is { Start.Line: var line }
                ? new($"第 {line} 行已有同名字段；请删去一个或改名", $"line {line} has it already; remove or rename one")
                : null,
        };

    /// <summary>PD1003. Cause: the file is a list or a single value at the top. Fix: begin with named fields.</summary>
    /// <remarks>
    /// 原因：文件最外层是列表或单个值，不是一组“字段: 值”。
    /// 处理：从具名字段写起，可用 <c>piidocs new-case</c> 生成带说明的空案件文件对照。
    /// </remarks>
    public static Diagnostic NotAnObject(SourceLocation at, Message hint) =>
        new("PD1003", Severity.Error, new("文件的最外层应是一组“字段: 值”", "the top of the file must be named fields"), at, FieldPath.Root)
        {
            Hint = hint,
        };

    /// <summary>PD1004. Cause: the file holds nothing, or comments only. Fix: fill it in; <c>piidocs new-case</c> writes a form.</summary>
    /// <remarks>
    /// 原因：文件没有内容，或者只有注释。
    /// 处理：填写案件各字段；可用 <c>piidocs new-case</c> 生成带说明的空案件文件。
    /// </remarks>
    public static Diagnostic EmptyFile(SourceLocation at) =>
        new("PD1004", Severity.Error, new("文件是空的", "the file is empty"), at)
        {
            Hint = new("请写入案件的各字段，或从样例案件复制一份", "write the fields of the case, or copy a sample case"),
        };

    /// <summary>PD1005. Cause: the file is larger than any case; it was not read. Fix: one case a file, no pictures inside.</summary>
    /// <remarks>
    /// 原因：文件大小超过上限，程序没有读取。
    /// 处理：一个文件只写一个案件，不在其中嵌入图片或其他附件。
    /// </remarks>
    public static Diagnostic FileTooLarge(SourceLocation at, int limitMegabytes) =>
        new("PD1005", Severity.Error, new($"文件超过 {limitMegabytes} MB，未读取", $"the file is over {limitMegabytes} MB and was not read"), at)
        {
            Hint = new("一个文件只写一个案件，不要嵌入图片等附件", "one case a file, and no pictures or attachments inside"),
        };

    /// <summary>PD1006. Cause: the bytes are not UTF-8 text. Fix: save the file as UTF-8 in the editor.</summary>
    /// <remarks>
    /// 原因：文件不是 UTF-8 编码的文字。
    /// 处理：在编辑器中“另存为”，编码选 UTF-8。
    /// </remarks>
    public static Diagnostic NotUtf8(SourceLocation at, Message what) =>
        new("PD1006", Severity.Error, what, at)
        {
            Hint = new("请在编辑器中“另存为”，编码选 UTF-8", "save the file again with the encoding UTF-8"),
        };

    /// <summary>PD1007. Cause: values lie deeper inside each other than any case. Fix: look for a bracket or indentation gone wrong.</summary>
    /// <remarks>
    /// 原因：字段的嵌套层数超过上限，通常是括号或缩进写错。
    /// 处理：在提示的位置检查括号是否成对、缩进是否对齐。
    /// </remarks>
    public static Diagnostic TooDeep(SourceLocation at, int limit) =>
        new("PD1007", Severity.Error, new($"嵌套超过 {limit} 层", $"values are nested over {limit} deep"), at)
        {
            Hint = new("请检查括号或缩进", "check the brackets or the indentation"),
        };

    /// <summary>PD1008. Cause: a control character, or half of a character, that no document can hold. Fix: delete it.</summary>
    /// <remarks>
    /// 原因：文字中有文书不能容纳的控制字符或残缺字符，常见于从网页、PDF 复制的内容。
    /// 处理：在提示的位置删去该字符，重新录入。
    /// </remarks>
    public static Diagnostic IllegalCharacter(SourceLocation at, FieldPath? field, int code) =>
        new(
            "PD1008",
            Severity.Error,
            new($"含有文书不能容纳的控制字符 U+{code:X4}", $"a control character no document can hold: U+{code:X4}"),
            at,
            field)
        {
            Hint = new("请删去这个字符（常见于从网页或 PDF 复制的文字）", "delete it; it often comes with text copied from a web page or a PDF"),
        };

    /// <summary>PD1009. Cause: a number with more digits than can be kept exactly. Fix: put quotes around it: it is text, not a sum.</summary>
    /// <remarks>
    /// 原因：数字位数过多，不能精确保存，通常是把号码写成了数字。
    /// 处理：身份号码、账号等加引号写成文字；确为数额的，核对位数。
    /// </remarks>
    public static Diagnostic NumberTooLong(SourceLocation at, FieldPath field) =>
        new("PD1009", Severity.Error, new("数字太长，无法精确保存", "a number too long to keep exactly"), at, field)
        {
            Hint = new("若是号码，请加引号写成文字", "if it is an identifier, put quotes around it"),
        };

    /// <summary>PD1030. Cause: <c>*name</c> stands where no <c>&amp;name</c> came before. Fix: the spelling, or quotes around a text that begins with *.</summary>
    /// <remarks>
    /// 原因：用“*”引用的值，前面没有用“&amp;”定义。
    /// 处理：核对引用的名称；“*”本是正文一部分的，给整个值加引号。
    /// </remarks>
    public static Diagnostic UnknownAlias(SourceLocation at, FieldPath field) =>
        new("PD1030", Severity.Error, new("以“*”引用的值在前面没有用“&”定义", "an alias (*) refers to no anchor (&) before it"), at, field)
        {
            Hint = new("若“*”是正文的一部分，请给整个值加引号", "if the * is part of the text, put quotes around the value"),
        };

    /// <summary>PD1031. Cause: aliases that repeat aliases multiply the file beyond reason. Fix: write the values out.</summary>
    /// <remarks>
    /// 原因：引用（“*”）层层套用，展开后的值过多。
    /// 处理：直接写出各值，不套用引用。
    /// </remarks>
    public static Diagnostic TooManyAliasValues(SourceLocation at, int limit) =>
        new("PD1031", Severity.Error, new($"引用（*）展开后超过 {limit} 个值", $"aliases (*) make over {limit} values"), at)
        {
            Hint = new("请直接写出各值，不要层层引用", "write the values out instead of referring to references"),
        };

    /// <summary>PD1032. Cause: a corner of YAML that case files do without: tags, merge keys, lists as names, several documents. Fix: the hint.</summary>
    /// <remarks>
    /// 原因：用了案件文件不支持的 YAML 写法，例如标签、合并键、一个文件写多份文档。
    /// 处理：按提示改成普通的“字段: 值”。
    /// </remarks>
    public static Diagnostic UnsupportedYaml(SourceLocation at, FieldPath? field, Message what, Message hint) =>
        new("PD1032", Severity.Error, what, at, field) { Hint = hint };

    /// <summary>PD1033. Cause: the file name ends in something that is neither YAML nor JSON. Fix: rename it.</summary>
    /// <remarks>
    /// 原因：文件扩展名不是案件文件的类型。
    /// 处理：改名为 <c>.yaml</c>、<c>.yml</c> 或者 <c>.json</c>。
    /// </remarks>
    public static Diagnostic UnknownFileKind(SourceLocation at, string extension) =>
        new("PD1033", Severity.Error, new($"不认识的文件类型“{extension}”", $"a file of unknown kind: '{extension}'"), at)
        {
            Hint = new("案件文件以 .yaml、.yml 或 .json 结尾", "a case file ends in .yaml, .yml or .json"),
        };
}
