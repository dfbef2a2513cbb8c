using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <remarks>This part: changes that do not fit the file they are for.</remarks>
internal static partial class CaseErrors
{
    /// <summary>PD1060. Cause: a change for a field that the case file does not have. Fix: was it made from this case?</summary>
    /// <remarks>
    /// 原因：要写回的字段在案件文件中不存在。
    /// 处理：核对该文书是否由这个案件文件生成，选对案件文件后重试。
    /// </remarks>
    public static Diagnostic NoFieldToChange(SourceLocation at, FieldPath field) =>
        new("PD1060", Severity.Error, new("案件文件里没有要修改的字段", "the case file has no such field to change"), at, field)
        {
            Hint = new("请核对文书是否由这个案件文件生成", "check that the document was made from this case file"),
        };

    /// <summary>PD1061. Cause: a text is to replace a list or a group of fields. Fix: change the fields inside it.</summary>
    /// <remarks>
    /// 原因：要把一组字段或者一个列表改成一段文字，程序不能执行。
    /// 处理：打开案件文件，直接修改其中的各个字段。
    /// </remarks>
    public static Diagnostic NotASimpleValue(SourceLocation? at, FieldPath field) =>
        new("PD1061", Severity.Error, new("这个字段是列表或一组字段，不能改成一段文字", "a list or group of fields cannot become a text"), at, field)
        {
            Hint = new("请直接在案件文件里修改", "change it in the case file itself"),
        };

    /// <summary>PD1062. Cause: the change would alter another value too (an anchor, &amp;), or holds what the file cannot. Fix: change the file by hand.</summary>
    /// <remarks>
    /// 原因：改动会牵连其他字段（该值被“&amp;”“*”引用），或者新文字含有文件不能容纳的字符，程序未作修改。
    /// 处理：打开案件文件，手工修改该字段。
    /// </remarks>
    public static Diagnostic UnsafeChange(SourceLocation? at, FieldPath field) =>
        new("PD1062", Severity.Error, new("不能只改这个字段而不动别处，未修改", "the field cannot be changed without changing something else; left as it was"), at, field)
        {
            Hint = new("这个值可能被别处引用（&、*），或新文字含控制字符；请直接在案件文件里修改", "another field may refer to it (&, *), or the new text has control characters; change the case file itself"),
        };

    /// <summary>PD1063. Cause: a field is to be added where something else stands in its way, or as an item of a list that leaves a gap. Fix: change the file by hand.</summary>
    /// <remarks>
    /// 原因：要新增的字段没有合适的位置，例如上级字段已填文字，或者列表中间缺项。
    /// 处理：打开案件文件，手工加上该字段。
    /// </remarks>
    public static Diagnostic NoPlaceToAdd(SourceLocation at, FieldPath field) =>
        new("PD1063", Severity.Error, new("这个字段加不进案件文件", "the field cannot be added to the case file"), at, field)
        {
            Hint = new("上级字段不是一组字段，或者列表缺了前面的项；请直接在案件文件里修改", "what stands above it is no group of fields, or the list lacks the items before it; change the case file itself"),
        };
}
