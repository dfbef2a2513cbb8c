using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <remarks>This part: the schema itself.</remarks>
internal static partial class CaseErrors
{
    /// <summary>PD1050. Cause: a word of JSON Schema that is misspelt, or one this program does not know. Fix: the hint, or another word.</summary>
    /// <remarks>
    /// 原因：案件格式文件（<c>schema.json</c>）中有拼错或者程序不认识的约束词。
    /// 处理：由模板维护人员按提示改正，或者换用支持的约束词。
    /// </remarks>
    public static Diagnostic UnknownKeyword(DataMember keyword, FieldPath at, string? nearest) =>
        new(
            "PD1050",
            Severity.Error,
            new($"不认识的约束“{keyword.Name}”", $"an unknown schema keyword: '{keyword.Name}'"),
            keyword.NameLocation,
            at)
        {
            Hint = nearest is null ? null : new($"是否应为“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD1051. Cause: a schema keyword holds a value of the wrong kind. Fix: the kind the message names.</summary>
    /// <remarks>
    /// 原因：案件格式文件中某个约束词的值种类不对。
    /// 处理：按提示的种类改写。
    /// </remarks>
    public static Diagnostic BadKeyword(DataMember keyword, Message expected) =>
        new(
            "PD1051",
            Severity.Error,
            new($"约束“{keyword.Name}”应为{expected.Chinese}", $"the schema keyword '{keyword.Name}' takes {expected.English}"),
            keyword.Value.Location,
            keyword.Value.Path);

    /// <summary>PD1052. Cause: <c>$ref</c> leads nowhere, or round in a circle. Fix: the address, <c>#/$defs/name</c>.</summary>
    /// <remarks>
    /// 原因：<c>$ref</c> 所指的位置不存在，或者引用绕成了圈。
    /// 处理：改成本文件内存在的地址，如 <c>#/$defs/party</c>。
    /// </remarks>
    public static Diagnostic BadReference(DataText reference, bool isCircle) =>
        new(
            "PD1052",
            Severity.Error,
            isCircle
                ? new("$ref 绕成了圈", "the $ref leads round in a circle")
                : new($"找不到 $ref 所指的“{reference.Value}”", $"there is nothing at '{reference.Value}'"),
            reference.Location,
            reference.Path)
        {
            Hint = new("只能引用本文件，如“#/$defs/party”", "only this file can be referred to, such as '#/$defs/party'"),
        };

    /// <summary>PD1053. Cause: a top-level field bears a name that means something else in templates. Fix: another name.</summary>
    /// <remarks>
    /// 原因：顶层字段名在模板语言中另有含义，不能使用。
    /// 处理：换一个名称，如用 <c>matter</c> 代替 <c>case</c>。
    /// </remarks>
    public static Diagnostic ReservedName(DataMember property) =>
        new(
            "PD1053",
            Severity.Error,
            new($"“{property.Name}”在模板里另有意义，不能作顶层字段名", $"'{property.Name}' means something else in templates and cannot name a top-level field"),
            property.NameLocation,
            property.Value.Path)
        {
            Hint = new("请换一个名字，例如“matter”代替“case”", "choose another name, such as 'matter' for 'case'"),
        };

    /// <summary>PD1054. Cause: <c>format</c> names a format the program does not check. Fix: one of those listed.</summary>
    /// <remarks>
    /// 原因：<c>format</c> 写了程序不检查的格式名称。
    /// 处理：从提示列出的格式中选用。
    /// </remarks>
    public static Diagnostic UnknownFormat(DataNode format, string name, IEnumerable<string> known) =>
        new(
            "PD1054",
            Severity.Error,
            new($"不认识的格式“{name}”", $"an unknown format: '{name}'"),
            format.Location,
            format.Path)
        {
            Hint = new($"可用：{string.Join("、", known)}", $"known: {string.Join(", ", known)}"),
        };

    /// <summary>PD1055. Cause: <c>pattern</c> is not a regular expression of the ECMAScript kind. Fix: the place the message names.</summary>
    /// <remarks>
    /// 原因：<c>pattern</c> 不是正确的正则表达式。
    /// 处理：按提示检查括号是否成对；在 JSON 中反斜杠要写两个。
    /// </remarks>
    public static Diagnostic BadPattern(SourceLocation? at, FieldPath field) =>
        new("PD1055", Severity.Error, new("不是正确的正则表达式", "not a regular expression"), at, field)
        {
            Hint = new("请检查括号是否配对、反斜杠在 JSON 里是否写成两个", "check the brackets, and that a backslash is written twice in JSON"),
        };
}
