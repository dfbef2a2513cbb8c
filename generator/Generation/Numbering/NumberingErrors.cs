using PiiDocs.Core;

namespace PiiDocs.Generation.Numbering;

/// <summary>What stands in the way of a 文号, one factory a code.</summary>
public static class NumberingErrors
{
    /// <summary>PD7530. Cause: the case does not name the office's short name, from which numbers begin. Fix: fill in office.short_name.</summary>
    /// <remarks>原因：案件没有写院简称，文号无从编起。处理：填写 <c>office.short_name</c>，如“沪静检”。</remarks>
    public static Diagnostic NoOfficeName(SourceLocation? at) =>
        new("PD7530", Severity.Error, new("不能取号：案件没有院简称", "no number can be given: the case has no short name of the office"), at,
            FieldPath.Root.Member("office").Member("short_name"))
        {
            Hint = new("填写 office.short_name，如“沪静检”", "fill in office.short_name, as 沪静检"),
        };

    /// <summary>PD7531. Cause: _numbering.yaml has no pattern of that name. Fix: add one, or number the document by hand.</summary>
    /// <remarks>原因：<c>_numbering.yaml</c> 中没有该文书的文号样式。处理：补上样式，或者在案件中直接写文号。</remarks>
    public static Diagnostic NoPattern(string series, SourceLocation? at) =>
        new("PD7531", Severity.Error, new($"不能取号：_numbering.yaml 没有“{series}”的样式", $"no number can be given: _numbering.yaml has no pattern '{series}'"), at)
        {
            Hint = new("在 templates/_numbering.yaml 补上样式，或在案件中直接写文号", "add the pattern to templates/_numbering.yaml, or write the number in the case"),
        };
}
