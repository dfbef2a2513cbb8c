using PiiDocs.Core;

namespace PiiDocs.Generation.Publication;

/// <summary>What stands in the way of publishing, one factory a code.</summary>
public static class PublicationErrors
{
    /// <summary>PD7701. Cause: a class in _redaction is given a form that does not exist. Fix: keep, remove, pseudonym, organisation, district, year or narrative.</summary>
    /// <remarks>原因：<c>_redaction</c> 中某类信息的处理方式写错。处理：写 keep、remove、pseudonym、organisation、district、year 或 narrative。</remarks>
    public static Diagnostic UnknownForm(string personalClass, SourceLocation? at) =>
        new("PD7701", Severity.Error, new($"类别“{personalClass}”的处理方式写错了", $"there is no such form for the class '{personalClass}'"), at)
        {
            Hint = new("写 keep、remove、pseudonym、organisation、district、year 或 narrative", "write keep, remove, pseudonym, organisation, district, year or narrative"),
        };

    /// <summary>PD7702. Cause: a pattern in _redaction is no regular expression. Fix: correct it.</summary>
    /// <remarks>原因：<c>_redaction</c> 中的正则写错。处理：按提示改正。</remarks>
    public static Diagnostic BadPattern(string name, string reason, SourceLocation? at) =>
        new("PD7702", Severity.Error, new($"“{name}”的正则写错了", $"'{name}' is not a regular expression"), at) { Hint = new(reason, reason) };

    /// <summary>PD7703. Cause: the type is not made for that audience. Fix: one of the audiences its type.yaml lists.</summary>
    /// <remarks>原因：该类文书不向这类读者公开，<c>type.yaml</c> 的 <c>audience</c> 没有列出。处理：确可公开的，在 <c>audience</c> 中加上。</remarks>
    public static Diagnostic NotForAudience(DocumentType type, string audience) =>
        new("PD7703", Severity.Error,
            new($"{type.Title.Chinese}没有“{audience}”版本", $"a {type.Title.English} is not made for the audience '{audience}'"), type.Location)
        {
            Hint = new("type.yaml 的 audience 列出了可以制作的版本", "type.yaml lists the audiences under audience"),
        };

    /// <summary>PD7704. Cause: a file about to be published still tells of a person. Fix: the field or sentence named; nothing was written.</summary>
    /// <remarks>原因：将要公开的文件仍含可以识别个人的信息。处理：按所指的位置修改案件或者模板；本次没有写出任何文件。</remarks>
    public static Diagnostic Blocked(string file, Message place, Message kind, FieldPath? field) =>
        new("PD7704", Severity.Error,
            new($"发布被阻断：{file} 的{place.Chinese}仍有{kind.Chinese}", $"publication blocked: {file}, {place.English}, still holds: {kind.English}"), null, field)
        {
            Hint = new("修改案件叙述或模板后再发布；本次没有写出任何文件", "change the narrative or the template; nothing was written"),
        };

    /// <summary>PD7705. Cause: part of a file about to be published could not be searched. Fix: see the file; nothing was written.</summary>
    /// <remarks>原因：将要公开的文件有一部分无法检查。处理：查明该部分；本次没有写出任何文件。</remarks>
    public static Diagnostic Unsearchable(string file, Message place) =>
        new("PD7705", Severity.Error, new($"发布被阻断：{file} 的{place.Chinese}无法检查", $"publication blocked: {file}, {place.English}, cannot be searched"))
        {
            Hint = new("本次没有写出任何文件", "nothing was written"),
        };
}
