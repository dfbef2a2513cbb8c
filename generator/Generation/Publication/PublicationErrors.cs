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

    /// <summary>PD7706. Cause: what a person wrote into the paragraph still tells of somebody after masking. Fix: take it out in Word; nothing was written.</summary>
    /// <remarks>原因：人工写入该段的文字，屏蔽后仍能识别个人（如姓名中间加空格、另一写法的日期）。处理：在 Word 中修改该段后再发布；本次没有写出任何文件。</remarks>
    public static Diagnostic CannotMask(SourceLocation at, Message kind, FieldPath? field) =>
        new("PD7706", Severity.Error,
            new($"发布被阻断：第{at.Start.Line}段人工写入的文字仍有{kind.Chinese}", $"publication blocked: what was written into paragraph {at.Start.Line} still holds: {kind.English}"), at, field)
        {
            Hint = new("在 Word 中修改该段；本次没有写出任何文件", "change the paragraph in Word; nothing was written"),
        };

    /// <summary>PD7707. Cause: one fact was edited in Word to two different texts. Fix: make them one; nothing was written.</summary>
    /// <remarks>原因：同一事实在文书的不同地方改成了不同的文字，不能确定以哪个为准屏蔽。处理：在 Word 中改为一致。</remarks>
    public static Diagnostic TwoTexts(SourceLocation at, FieldPath field) =>
        new("PD7707", Severity.Error,
            new($"发布被阻断：第{at.Start.Line}段的内容与同一字段在别处的不同", $"publication blocked: paragraph {at.Start.Line} shows a field otherwise than another place"), at, field)
        {
            Hint = new("在 Word 中改为一致", "make them one in Word"),
        };

    /// <summary>PD7708. Cause: people changed paragraphs in Word. What the case knows is masked there; whom only they name, no rule can tell. Fix: read those paragraphs before publishing.</summary>
    /// <remarks>原因：有段落经人工改写。案件中有的姓名、号码、住址已经屏蔽；案件以外的人，程序无从得知。处理：刊登前逐段阅读。</remarks>
    public static Diagnostic WrittenByHand(SourceLocation at, IEnumerable<int> paragraphs)
    {
        var list = paragraphs.ToList();
        return new("PD7708", Severity.Warning,
            new($"{list.Count}个段落经人工改写（第{string.Join('、', list)}段）：请复核其中有无案件以外的人",
                $"{list.Count} paragraphs were written by hand ({string.Join(", ", list)}): see whether they name people outside the case"), at);
    }

    /// <summary>PD7709. Cause: the file has tracked changes, and it was not said whether they are part of the text. Fix: --changes accept or --changes refuse, or decide in Word.</summary>
    /// <remarks>原因：文件有未处理的修订，公开哪一稿没有指明。处理：用 <c>--changes accept</c> 或 <c>--changes refuse</c> 指明，或者在 Word 中先行处理。</remarks>
    public static Diagnostic Undecided(SourceLocation at, int paragraphs) =>
        new("PD7709", Severity.Error, new($"{paragraphs}个段落有未处理的修订", $"{paragraphs} paragraphs have tracked changes"), at)
        {
            Hint = new("用 --changes accept 接受或 --changes refuse 拒绝，或者在 Word 中处理", "say --changes accept or refuse, or decide in Word"),
        };

    /// <summary>PD7710. Cause: the file has comments; they are not published. Fix: nothing to do.</summary>
    /// <remarks>原因：文件中有批注，不进入公开版。处理：不必处理。</remarks>
    public static Diagnostic CommentsLeftOut(SourceLocation at, int comments) =>
        new("PD7710", Severity.Information, new($"{comments}条批注不进入公开版", $"{comments} comments are left out of the public copy"), at);

    /// <summary>PD7714. Cause: a name of the case is also a common word. It was masked wherever it stands, also where it may be the word. Fix: read the copy; where the word was meant, say it otherwise in the case.</summary>
    /// <remarks>原因：案件中有姓名同时是普通词（如“包括”“安全”），叙述中凡出现处都按姓名隐去，可能误改行文。处理：刊登前核对；误改的，在案件叙述中换一种说法。</remarks>
    public static Diagnostic NameIsWord(string pseudonym) =>
        new("PD7714", Severity.Warning, new($"“{pseudonym}”的姓名也是普通词，叙述中凡出现处都已隐去", $"the name of {pseudonym} is a common word too; it was masked wherever it stands"))
        {
            Hint = new("刊登前核对“" + pseudonym + "”各处；误改的，在案件叙述中换一种说法", $"look at every {pseudonym}; where the word was meant, say it otherwise in the case"),
        };

    /// <summary>PD7713. Cause: the file is a document of another type than was asked for. Fix: leave --type away, or name the right file.</summary>
    /// <remarks>原因：Word 文件不是 <c>--type</c> 所指的文书。处理：去掉 <c>--type</c>，或者核对文件。</remarks>
    public static Diagnostic AnotherType(SourceLocation at, string asked, string found) =>
        new("PD7713", Severity.Error, new($"文件是 {found}，不是 {asked}", $"the file is a {found}, not a {asked}"), at);
}
