using PiiDocs.Core;

namespace PiiDocs.Pdf;

/// <summary>What can keep a document from becoming a PDF file: PD60xx.</summary>
internal static class PdfErrors
{
    /// <summary>PD6001. Cause: the font file's drawing of a character is broken. Fix: install the font anew, or take another.</summary>
    /// <remarks>
    /// 原因：字体中某个字的字形数据损坏，无法嵌入 PDF。
    /// 处理：重新安装该字体，或者换用其他字体。
    /// </remarks>
    public static Diagnostic BrokenGlyph(string face, string text, string what) =>
        new("PD6001", Severity.Error, new(
            $"字体“{face}”中“{text}”的字形已损坏，无法嵌入（{what}）",
            $"the font '{face}' holds a broken drawing of '{text}': {what}"))
        {
            Hint = new("请重新安装该字体或者换用其他字体", "install the font anew, or use another"),
        };

    /// <summary>PD6002. Cause: the pages were set in a face that has no font file. Fix: lay the document out with installed fonts.</summary>
    /// <remarks>
    /// 原因：排版所用的字体没有字体文件，无法嵌入 PDF。
    /// 处理：安装该字体后重新排版，可用 <c>piidocs fonts</c> 查看。
    /// </remarks>
    public static Diagnostic NotEmbeddable(string face) =>
        new("PD6002", Severity.Error, new(
            $"字体“{face}”没有字体文件，无法嵌入",
            $"the face '{face}' has no font file that could be embedded"));

    /// <summary>PD6003. Cause: the outlines of a font file are broken as a whole. Fix: install the font anew, or take another.</summary>
    /// <remarks>
    /// 原因：字体文件的轮廓数据整体损坏，无法嵌入 PDF。
    /// 处理：重新安装该字体，或者换用其他字体。
    /// </remarks>
    public static Diagnostic BrokenFont(string face, string what) =>
        new("PD6003", Severity.Error, new(
            $"字体“{face}”的轮廓数据已损坏，无法嵌入（{what}）",
            $"the outlines of the font '{face}' are broken: {what}"))
        {
            Hint = new("请重新安装该字体或者换用其他字体", "install the font anew, or use another"),
        };
}
