using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>What can be wrong with a .docx that comes back.</summary>
internal static class WordErrors
{
    /// <summary>PD5001. Cause: the file is no .docx: another format, an old .doc, or one locked with a password. Fix: save it in Word as .docx without a password.</summary>
    /// <remarks>
    /// 原因：文件不是 .docx，例如是其他格式、旧的 .doc，或者加了密码。
    /// 处理：在 Word 中另存为 .docx，不加密码。
    /// </remarks>
    public static Diagnostic NotADocument(SourceLocation at) =>
        new("PD5001", Severity.Error, new("不是 Word 文档（.docx）", "this is no Word document (.docx)"), at)
        {
            Hint = new("在 Word 中另存为 .docx，不加密码", "save it in Word as .docx, without a password"),
        };

    /// <summary>PD5002. Cause: the file unpacks to more than a document can hold, as a zip bomb does. Fix: save it in Word again; remove huge pictures.</summary>
    /// <remarks>
    /// 原因：文件解压后的内容超过文书可能的大小，可能已被恶意构造。
    /// 处理：核实文件来源；来源可靠的，在 Word 中删去大图后重新保存。
    /// </remarks>
    public static Diagnostic TooLarge(SourceLocation at, string part) =>
        new("PD5002", Severity.Error, new($"文档部件过大：{part}", $"a part of the document is too large: {part}"), at);

    /// <summary>PD5003. Cause: a part of the file is no well-formed XML, declares a document type, or nests too deep. Fix: open it in Word and save it again.</summary>
    /// <remarks>
    /// 原因：文件的某个部件损坏、带有文档类型声明或者嵌套过深。
    /// 处理：用 Word 打开并重新保存，再行读取。
    /// </remarks>
    public static Diagnostic BrokenPart(SourceLocation at, string part) =>
        new("PD5003", Severity.Error, new($"文档部件损坏：{part}", $"a part of the document is broken: {part}"), at);

    /// <summary>PD5004. Cause: the file holds macros. They are not read. Fix: nothing to do; know where the file has been.</summary>
    /// <remarks>
    /// 原因：文件含有宏，程序没有读取也不执行。
    /// 处理：不必处理，但应当核实该文件的来源和经手人。
    /// </remarks>
    public static Diagnostic Macros(SourceLocation at) =>
        new("PD5004", Severity.Warning, new("文档含有宏，已忽略", "the document holds macros; they are ignored"), at);

    /// <summary>PD5005. Cause: the file refers to something outside itself, such as a linked picture or a remote template. It is not fetched. Fix: put the content into the document.</summary>
    /// <remarks>
    /// 原因：文件引用了外部内容，如链接的图片、远程模板，程序不读取。
    /// 处理：需要的内容直接写入文书，并核实文件来源。
    /// </remarks>
    public static Diagnostic ExternalContent(SourceLocation at, string kind) =>
        new("PD5005", Severity.Warning, new($"文档引用外部内容（{kind}），未读取", $"the document refers to content outside it ({kind}); it is not read"), at);

    /// <summary>PD5006. Cause: a paragraph has a style that the style sheet does not know. It is read as body text, in a table as text of the table. Fix: give it one of the document's own styles in Word.</summary>
    /// <remarks>
    /// 原因：段落的样式不在样式表中，已按正文（表格中按表格文字）读取。
    /// 处理：在 Word 中给该段选用文书自带的样式。
    /// </remarks>
    public static Diagnostic UnknownStyle(SourceLocation at, ParagraphNumbers paragraphs, string style, bool isInTable) =>
        new(
            "PD5006",
            Severity.Warning,
            isInTable
                ? new($"{paragraphs.Chinese}的样式“{style}”不在样式表中，按表格文字读取", $"{paragraphs.English}: the style '{style}' is not in the style sheet; read as text of a table")
                : new($"{paragraphs.Chinese}的样式“{style}”不在样式表中，按正文读取", $"{paragraphs.English}: the style '{style}' is not in the style sheet; read as body text"),
            at);

    /// <summary>PD5007. Cause: the paragraph holds something that a document of ours cannot: a picture, a text box, a footnote, text that runs upwards. Fix: write it as text or tables, or keep editing the Word file itself.</summary>
    /// <remarks>
    /// 原因：段落中有图片、文本框、脚注、由下向上的文字等，程序不能读取。
    /// 处理：改写为文字或者普通表格，或者仍以该 Word 文件为准继续编辑。
    /// </remarks>
    public static Diagnostic NotRepresentable(SourceLocation at, ParagraphNumbers paragraphs, Message what) =>
        new(
            "PD5007",
            Severity.Warning,
            new($"{paragraphs.Chinese}的{what.Chinese}未能读取", $"{paragraphs.English}: {what.English} cannot be read"),
            at);

    /// <summary>PD5008. Cause: the paragraph was formatted by hand (size, colour, indent …) beside its style; only bold and underline are kept. Fix: choose another style in Word.</summary>
    /// <remarks>
    /// 原因：段落有样式以外的手工格式（字号、颜色、缩进等），只保留加粗和下划线。
    /// 处理：在 Word 中改用合适的样式。
    /// </remarks>
    public static Diagnostic FormattedByHand(SourceLocation at, ParagraphNumbers paragraphs) =>
        new(
            "PD5008",
            Severity.Warning,
            new($"{paragraphs.Chinese}有样式以外的手工格式，仅保留加粗和下划线", $"{paragraphs.English}: formatted by hand; only bold and underline are kept"),
            at);

    /// <summary>PD5009. Cause: a content control bears our tag, but the file no longer says to which field it leads. Its text is read as plain text. Fix: generate the document again and carry the edits over.</summary>
    /// <remarks>
    /// 原因：Word 中的内容控件已找不到对应的案件字段，按普通文字读取。
    /// 处理：重新生成文书，把改动抄到新文书中。
    /// </remarks>
    public static Diagnostic LostField(SourceLocation at, ParagraphNumbers paragraphs) =>
        new(
            "PD5009",
            Severity.Warning,
            new($"{paragraphs.Chinese}有内容控件已失去对应的案件字段", $"{paragraphs.English}: a content control no longer leads to a case field"),
            at);

    /// <summary>PD5010. Cause: a table of another program has lines on some edges of its cells and none on others. It is drawn with all of them. Fix: nothing, if it reads well; else give the table in Word all lines or none.</summary>
    /// <remarks>
    /// 原因：表格只有部分框线，程序的表格要么有全部框线，要么没有框线，已画出全部框线。
    /// 处理：阅读无碍的，不必处理；否则在 Word 中给该表设置全部框线，或者设为无框线。
    /// </remarks>
    public static Diagnostic PartlyRuled(SourceLocation at, ParagraphNumbers paragraphs) =>
        new(
            "PD5010",
            Severity.Warning,
            new($"{paragraphs.Chinese}起的表格只有部分框线，已画出全部框线", $"{paragraphs.English}: the table that begins there has lines in part; drawn with all of them"),
            at);

    /// <summary>PD5070. Cause: the file is larger than is taken in. Fix: remove large pictures, or split the document.</summary>
    /// <remarks>
    /// 原因：文件大小超过上限，未读取。
    /// 处理：删去大图或者拆分文件后重试。
    /// </remarks>
    public static Diagnostic FileTooLarge(SourceLocation at, int most) =>
        new(
            "PD5070",
            Severity.Error,
            new($"文件过大，上限为{most / 1024 / 1024}MB", $"the file is too large; at most {most / 1024 / 1024} MB are taken in"),
            at);

    /// <summary>PD5050. Cause: the file has text or pictures in its header or footer. They are not read; page numbers come from the style sheet. Fix: write what matters into the text.</summary>
    /// <remarks>
    /// 原因：文件的页眉或者页脚中有文字、图形，程序不读取；页码由样式表另行编排。
    /// 处理：需要保留的内容写入正文。
    /// </remarks>
    public static Diagnostic MarginText(SourceLocation at, Message where) =>
        new("PD5050", Severity.Warning, new($"{where.Chinese}中的内容未能读取", $"the content of the {where.English} is not read"), at);

    /// <summary>PD5071. Cause: a style that the document uses is no longer in the file. Fix: make the document again and carry the edits over.</summary>
    /// <remarks>
    /// 原因：文书所用的样式已从文件中删去，版式可能走样。
    /// 处理：重新生成文书，把改动抄到新文书中。
    /// </remarks>
    public static Diagnostic StyleGone(SourceLocation at, string style) =>
        new("PD5071", Severity.Warning, new($"样式“{style}”已被删去", $"the style '{style}' is gone from the file"), at);

    /// <summary>PD5072. Cause: a style of the document was changed: another face, size or alignment. Fix: restore it in Word, or make the document again.</summary>
    /// <remarks>
    /// 原因：文书样式的字体、字号或者对齐方式被改动，不再符合格式要求。
    /// 处理：在 Word 中恢复该样式，或者重新生成文书。
    /// </remarks>
    public static Diagnostic StyleChanged(SourceLocation at, string style) =>
        new("PD5072", Severity.Warning, new($"样式“{style}”的字体、字号或对齐已被改动", $"the style '{style}' was changed: face, size or alignment"), at);

    /// <summary>PD5073. Cause: letters of the paragraph were given another face, size or colour than its style has, often by pasting. Fix: select them in Word and clear the formatting (Ctrl+Space).</summary>
    /// <remarks>
    /// 原因：该段有文字的字体、字号或者颜色与样式不同，多因粘贴带入。
    /// 处理：在 Word 中选中这些文字，按 Ctrl+空格 清除格式。
    /// </remarks>
    public static Diagnostic SetByHand(SourceLocation at, int paragraph) =>
        new(
            "PD5073",
            Severity.Warning,
            new($"第{paragraph}段有文字的字体、字号或颜色与样式不同", $"paragraph {paragraph}: letters of another face, size or colour than the style's"),
            at)
        {
            Hint = new("选中后按 Ctrl+空格 清除格式", "select them and press Ctrl+Space"),
        };

    /// <summary>PD5080. Cause: a Word file just made breaks the Open XML schemas; Word would offer to repair it. It was not written. Fix: report it together with the case's structure; make the PDF meanwhile.</summary>
    /// <remarks>
    /// 原因：刚生成的 Word 文件不符合 Open XML 架构，Word 打开时会提示修复，因此没有写出。这是程序的缺陷。
    /// 处理：把本提示报告给维护人员；急用时先生成 PDF。
    /// </remarks>
    public static Diagnostic NotValid(string name, string part, string? place, string problem) =>
        new(
            "PD5080",
            Severity.Error,
            new($"{name} 不符合 Open XML 架构：{part} {place}：{problem}", $"{name} breaks the Open XML schemas: {part} {place}: {problem}"));
}
