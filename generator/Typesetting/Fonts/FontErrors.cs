using PiiDocs.Core;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>What can be wrong with the machine's fonts: PD41xx.</summary>
internal static class FontErrors
{
    /// <summary>PD4101. Cause: the file is cut off, or not the font it claims to be. Fix: install it anew, or remove it.</summary>
    /// <remarks>
    /// 原因：字体文件不完整，或者不是其所称的格式，程序不予使用。
    /// 处理：重新安装该字体，或者将其移出字体文件夹。
    /// </remarks>
    public static Diagnostic Broken(FontSource source, string what) =>
        new("PD4101", Severity.Warning, new(
            $"字体文件“{source.Name}”已损坏，不予使用（{what}）",
            $"the font file '{source.Name}' is broken and not used: {what}"))
        {
            Hint = new("请重新安装该字体，或者将其移出字体文件夹", "install the font anew, or move it out of the font folder"),
        };

    /// <summary>PD4102. Cause: a font file or folder cannot be read. Fix: give the user who runs the program the right to.</summary>
    /// <remarks>
    /// 原因：字体文件或者文件夹无法读取。
    /// 处理：请信息技术人员给运行本程序的用户读取权限。
    /// </remarks>
    public static Diagnostic Unreadable(string name) =>
        new("PD4102", Severity.Warning, new(
            $"无法读取字体“{name}”，不予使用",
            $"the font '{name}' cannot be read and is not used"))
        {
            Hint = new("请检查文件权限", "check the permissions of the file"),
        };

    /// <summary>PD4103. Cause: the font's licence bits (OS/2 fsType) forbid a subset in a document. Fix: a licence that allows it, or another font.</summary>
    /// <remarks>
    /// 原因：字体的授权标记（OS/2 fsType）不允许以子集嵌入文件，程序不予使用。
    /// 处理：取得允许嵌入的授权，或者换用其他字体。
    /// </remarks>
    public static Diagnostic MayNotBeEmbedded(string face) =>
        new("PD4103", Severity.Warning, new(
            $"字体“{face}”的授权不允许嵌入文件，不予使用",
            $"the licence of the font '{face}' forbids embedding; it is not used"))
        {
            Hint = new("请换用允许嵌入的字体", "use a font that may be embedded"),
        };

    /// <summary>PD4104. Cause: the font's tables for vertical text (vhea, vmtx, VORG, GSUB) are broken; vertical cells are set without them, every character an em high. Fix: install the font anew.</summary>
    /// <remarks>
    /// 原因：字体的竖排数据（vhea、vmtx、VORG、GSUB）损坏，竖排文字改按全角字框排列，标点不换竖排字形；横排不受影响。
    /// 处理：重新安装该字体，或者换用其他字体。
    /// </remarks>
    public static Diagnostic BrokenVertical(string face, string what) =>
        new("PD4104", Severity.Warning, new(
            $"字体“{face}”的竖排数据已损坏，竖排按全角字框排列（{what}）",
            $"the tables of the font '{face}' for vertical text are broken; set without them: {what}"))
        {
            Hint = new("请重新安装该字体", "install the font anew"),
        };
}
