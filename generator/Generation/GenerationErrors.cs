using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>The generator's diagnostics, one factory a code.</summary>
public static class GenerationErrors
{
    /// <summary>
    /// PD7001. Cause: no folder of templates has this name. Fix: one of the names <c>piidocs types</c> lists.
    /// </summary>
    /// <remarks>
    /// 原因：模板文件夹中没有这种文书类型。
    /// 处理：用 <c>piidocs types</c> 查看全部类型，改正名称。
    /// </remarks>
    public static Diagnostic UnknownType(string name, string? nearest, SourceLocation? at) =>
        new("PD7001", Severity.Error, new($"没有文书类型“{name}”", $"there is no document type '{name}'"), at)
        {
            Hint = nearest is null
                ? new("用 piidocs types 查看全部类型", "see `piidocs types`")
                : new($"是否指“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD7002. Cause: a file the templates folder must have is not there. Fix: put it back.</summary>
    /// <remarks>
    /// 原因：模板文件夹缺少必需的文件。
    /// 处理：用 <c>--templates</c> 指明正确的模板文件夹，或者恢复该文件。
    /// </remarks>
    public static Diagnostic MissingFile(string path) =>
        new("PD7002", Severity.Error, new($"模板文件夹缺少 {path}", $"the templates folder lacks {path}"))
        {
            Hint = new("用 --templates 指明模板文件夹，或恢复该文件", "name the folder with --templates, or put the file back"),
        };

    /// <summary>PD7003. Cause: type.yaml names a style sheet that is not in _styles. Fix: one of the names there.</summary>
    /// <remarks>
    /// 原因：<c>type.yaml</c> 的 <c>style</c> 所写的样式表不在 <c>templates/_styles</c> 中。
    /// 处理：从提示列出的样式表中选用。
    /// </remarks>
    public static Diagnostic UnknownStyleSheet(string name, string known, SourceLocation? at) =>
        new("PD7003", Severity.Error, new($"没有样式表“{name}”", $"there is no style sheet '{name}'"), at)
        {
            Hint = new($"可用：{known}", $"there are: {known}"),
        };

    /// <summary>PD7004. Cause: the case has no value for a field this document cannot do without. Fix: add it.</summary>
    /// <remarks>
    /// 原因：案件文件缺少该文书不可缺少的字段；正式文书不予生成，草稿标为提示。
    /// 处理：在案件文件中补填该字段。
    /// </remarks>
    public static Diagnostic MissingNeed(NeededField need, DocumentType type, Severity severity) =>
        new("PD7004", severity, new($"{type.Title.Chinese}不可缺少：{need.Label}", $"{type.Title.English} needs this field: {need.Label}"),
            need.Location, need.Field)
        {
            Hint = InCase(need.Field),
        };

    /// <param name="field">What is missing.</param>
    /// <param name="label">What forms call it; null for its path.</param>
    public static Message InCase(FieldPath field, string? label = null) =>
        new(label is null ? $"在案件文件中补上 {field}" : $"在案件文件中补上“{label}”", $"add {field} to the case file");

    /// <summary>
    /// PD7005. Cause: the case has no <c>documents.TYPE</c>, so it does not bear this document. Fix: add that entry if the
    /// document is really to be made.
    /// </summary>
    /// <remarks>
    /// 原因：案件文件的 <c>documents</c> 下没有列出该文书，本案不制作该文书。
    /// 处理：确需制作的，在 <c>documents</c> 下加上该类型；否则改选其他类型。
    /// </remarks>
    public static Diagnostic NotBorne(DocumentType type, CaseInput input) =>
        new("PD7005", Severity.Error,
            new($"本案未列{type.Title.Chinese}", $"the case does not list a {type.Title.English}"),
            input.Data.Location, FieldPath.Root.Member("documents").Member(type.Id))
        {
            Hint = new($"如确需制作，请在案件文件的 documents 下加上 {type.Id}", $"to make it, add {type.Id} under documents in the case file"),
        };

    /// <summary>PD7006. Cause: the case bears no document at all. Fix: add entries under <c>documents</c>, or name types.</summary>
    /// <remarks>
    /// 原因：案件文件没有列出任何要制作的文书。
    /// 处理：在 <c>documents</c> 下列出文书类型，或者用 <c>piidocs make 案件文件 -t 类型</c> 指定。
    /// </remarks>
    public static Diagnostic BearsNothing(CaseInput input) =>
        new("PD7006", Severity.Error, new("案件文件没有列出要制作的文书", "the case lists no documents to make"), input.Data.Location)
        {
            Hint = new("在 documents 下列出文书类型", "list document types under documents"),
        };

    /// <summary>
    /// PD7007. Cause: the finished text lacks something the law demands of this document. Fix: the case's facts, or the
    /// template's wording.
    /// </summary>
    /// <remarks>
    /// 原因：成文缺少法律、司法解释或者文书格式要求的必备要素，依据见提示。
    /// 处理：补全案件事实；事实已有的，修改模板的文字。
    /// </remarks>
    /// <param name="type">The document.</param>
    /// <param name="element">What it lacks.</param>
    /// <param name="gap">The fact that is not there; null where the text alone lacks it.</param>
    public static Diagnostic MissingElement(DocumentType type, Element element, NeededField? gap = null) =>
        new("PD7007", Severity.Error,
            new($"{type.Title.Chinese}缺少必备要素：{element.Label}", $"{type.Title.English} lacks a mandatory element: {element.Label}"),
            gap?.Location ?? element.Location, gap?.Field)
        {
            Hint = gap is null
                ? new("补全案件事实；事实已有的，修改模板的文字", "complete the facts; where they are there, mend the template")
                : InCase(gap.Field),
            Basis = new(element.Id, element.Basis, element.Label),
        };

    /// <summary>PD7008. Cause: an element's regular expression in type.yaml is not one. Fix: correct it.</summary>
    /// <remarks>
    /// 原因：<c>type.yaml</c> 中该要素的正则表达式写错，无法检查。
    /// 处理：由模板维护人员按提示改正 <c>elements</c> 下的 <c>text</c>。
    /// </remarks>
    public static Diagnostic BadPattern(Element element, string reason) =>
        new("PD7008", Severity.Error,
            new($"要素“{element.Label}”的正则写错了", $"the pattern of the element '{element.Label}' is not a regular expression"),
            element.Location)
        {
            Hint = new(reason, reason),
        };
}
