using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>What can be wrong with a document that comes back to its case.</summary>
internal static class RoundTripErrors
{
    /// <summary>PD7200. Cause: the file was not made by this program, or lost everything that says so. Fix: choose a document that was; a foreign one cannot be tied to a case.</summary>
    /// <remarks>
    /// 原因：该文件不是本程序生成的，或者标记已全部丢失，无法与案件数据对应。
    /// 处理：选择由本程序生成的文书。
    /// </remarks>
    public static Diagnostic NotOurs(SourceLocation at) =>
        new("PD7200", Severity.Error, new("不是由本程序生成的文书，无法与案件对应", "the document was not made by this program and cannot be tied to a case"), at);

    /// <summary>PD7201. Cause: the document was made from another case. Fix: name the case it belongs to.</summary>
    /// <remarks>
    /// 原因：文书是由另一案件生成的，不能用这个案件读取或者刷新。
    /// 处理：指定文书所属的案件文件。
    /// </remarks>
    public static Diagnostic AnotherCase(SourceLocation at, FieldPath id) =>
        new("PD7201", Severity.Error, new("文书属于另一案件", "the document belongs to another case"), at, id)
        {
            Hint = new("请指定文书所属的案件文件", "name the case file it was made from"),
        };

    /// <summary>PD7202. Cause: the template has changed since the document was made. Fields are compared all the same; text worked out from them can be checked only. Fix: make the document again where its wording matters.</summary>
    /// <remarks>
    /// 原因：文书生成以后模板有修改。字段照常比对和更新；由数据换算的文字只能核对，不能更新。
    /// 处理：需要新的行文的，重新生成文书。
    /// </remarks>
    public static Diagnostic AnotherTemplate(SourceLocation at) =>
        new("PD7202", Severity.Warning, new("文书生成后模板已修改，部分文字只能核对、不能自动更新", "the template has changed since; some text can be checked only"), at)
        {
            Hint = new("需要新行文的，请重新生成", "make the document again to get its present wording"),
        };

    /// <summary>PD7203. Cause: the document still shows a placeholder for a missing fact. Fix: fill it in, in the case or in Word.</summary>
    /// <remarks>
    /// 原因：文书中仍有“待补”字样，缺少的事实没有填写。
    /// 处理：在案件文件中补填后刷新，或者在 Word 中填写。
    /// </remarks>
    public static Diagnostic StillMissing(SourceLocation at) =>
        new("PD7203", Severity.Warning, new($"第{at.Start.Line}段仍有待补的内容", $"paragraph {at.Start.Line}: a fact is still to be filled in"), at);

    /// <summary>PD7204. Cause: with this edit the case would break a rule of the schema or of the law; the findings beside it say which. It is neither written into the case nor taken for a public copy. Fix: correct the text in Word, or change the case by hand.</summary>
    /// <remarks>
    /// 原因：采用该修改后，案件不再符合数据格式或者法律检查的要求，具体见同时列出的提示；既不写回案件，也不用于公开版。
    /// 处理：在 Word 中改正，或者直接修改案件文件。
    /// </remarks>
    public static Diagnostic EditRefused(SourceLocation? at, FieldPath field) =>
        new("PD7204", Severity.Error, new("该修改会使案件数据不合要求，未采用", "the edit would make the case invalid; it was not taken"), at, field);

    /// <summary>PD7205. Cause: the diagram was drawn from data that has changed since. A refresh does not redraw it. Fix: make the document again.</summary>
    /// <remarks>
    /// 原因：示意图所依据的案件数据已经变化，刷新不会重画。
    /// 处理：重新生成文书，换上新图。
    /// </remarks>
    public static Diagnostic FigureStale(SourceLocation at) =>
        new("PD7205", Severity.Warning, new("示意图仍是旧数据，未重画", "a diagram shows old data; it was not redrawn"), at)
        {
            Hint = new("请重新生成文书", "make the document again"),
        };

    /// <summary>PD7208. Cause: the file is a masked copy for the public; nothing in it leads back to the case. Fix: edit the case or the filing, and make the copy again.</summary>
    /// <remarks>
    /// 原因：该文件是公开版，由隐名后的数据生成，其中的文字不对应案件字段，不能写回案件，也不能刷新。
    /// 处理：修改案件或者正本，再重新制作公开版；这里只检查有无泄露的个人信息。
    /// </remarks>
    public static Diagnostic MaskedCopy(SourceLocation at) =>
        new("PD7208", Severity.Error, new("这是公开版，不能与案件比对或者更新", "a masked copy for the public; it cannot be compared with the case or refreshed"), at)
        {
            Hint = new("修改案件后重新制作公开版", "change the case and make the copy again"),
        };

    /// <summary>PD7209. Cause: the document holds personal information that its case would not put there: typed in, in a comment, kept by a tracked change. Fix: take it out, or see that it must be there.</summary>
    /// <remarks>
    /// 原因：文书中有案件数据不会写在此处的个人信息，例如手工加进的号码、批注里的姓名、修订所保留的旧内容。
    /// 处理：核对是否确需写明；不需要的删去，批注和修订在送达、公布前清除。
    /// </remarks>
    public static Diagnostic Leak(Message place, Message kind, string masked, SourceLocation at) =>
        new("PD7209", Severity.Warning, new(
            $"{place.Chinese}有文书本不含的{kind.Chinese}“{masked}”", $"{place.English}: {kind.English} '{masked}', which the case does not put there"), at)
        {
            Hint = new("确需写明的保留；其余删去，批注、修订在送达前清除", "keep it only where it must be said; clear comments and tracked changes before service"),
        };

    /// <summary>PD7207. Cause: a part of the file that holds no text is broken, so the file cannot be written again. Fix: open it in Word and save it, then refresh.</summary>
    /// <remarks>
    /// 原因：文件中与文字无关的部件损坏，无法写出更新后的文件。
    /// 处理：用 Word 打开并重新保存，再行刷新。
    /// </remarks>
    public static Diagnostic CannotWrite(SourceLocation at) =>
        new("PD7207", Severity.Error, new("文件有部件损坏，无法写出更新后的文书", "a part of the file is broken; the refreshed document cannot be written"), at)
        {
            Hint = new("用 Word 打开并重新保存后再刷新", "open it in Word, save it, and refresh again"),
        };

    /// <summary>PD7206. Cause: the document lost its data part; what was edited cannot be told from what the case has changed. Fix: decide each difference by hand, or make the document again.</summary>
    /// <remarks>
    /// 原因：文书中的数据部件丢失，分不清是文书被修改还是案件有变化。
    /// 处理：逐处核对，或者重新生成文书。
    /// </remarks>
    public static Diagnostic MemoryLost(SourceLocation at) =>
        new("PD7206", Severity.Warning, new("文书的数据部件已丢失，只能比对、不能判断是谁改的", "the document lost its data part: differences show, but not who made them"), at);
}
