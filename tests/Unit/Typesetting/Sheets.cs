using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Style sheets and documents for layout tests.</summary>
internal static class Sheets
{
    public static readonly PageGeometry A4 = new(
        Length.FromMillimetres(210),
        Length.FromMillimetres(297),
        Length.FromMillimetres(37),
        Length.FromMillimetres(35),
        Length.FromMillimetres(28),
        Length.FromMillimetres(26),
        Length.FromPoints(28.95m),
        22,
        28);

    public static readonly PageNumbering Numbers = new(
        "— ", " —", "宋体", Length.FromPoints(14), PageNumberPosition.Outside, Length.FromMillimetres(7), 1);

    /// <summary>A4 on the grid of 22 lines of 28 characters, without page numbers.</summary>
    public static StyleSheet Official { get; } = new(
        "official",
        A4,
        null,
        Roles("仿宋", "小标宋", "宋体"),
        Styles(
            new ParagraphStyle("body", "正文", "仿宋", Length.FromPoints(16)) { FirstLineIndent = 2 },
            new ParagraphStyle("plain", "顶格", "仿宋", Length.FromPoints(16)),
            new ParagraphStyle("left", "左齐", "仿宋", Length.FromPoints(16)) { Alignment = TextAlignment.Left },
            new ParagraphStyle("title", "标题", "小标宋", Length.FromPoints(22))
            {
                Alignment = TextAlignment.Centre,
                Role = ParagraphRole.Title,
                OutlineLevel = 1,
                LinesAfter = 1,
                KeepWithNext = true,
            },
            new ParagraphStyle("heading", "一级标题", "仿宋", Length.FromPoints(16))
            {
                FirstLineIndent = 2,
                Role = ParagraphRole.Heading,
                OutlineLevel = 2,
                KeepWithNext = true,
            },
            new ParagraphStyle("list", "列项", "仿宋", Length.FromPoints(16))
            {
                LeftIndent = 4,
                FirstLineIndent = -2,
                Role = ParagraphRole.ListItem,
            },
            new ParagraphStyle("signature", "署名", "仿宋", Length.FromPoints(16))
            {
                Alignment = TextAlignment.Right,
                RightIndent = 4,
                Role = ParagraphRole.Signature,
                LinesBefore = 1,
            },
            new ParagraphStyle("attachment-title", "附件标题", "仿宋", Length.FromPoints(16)) { PageBreakBefore = true },
            new ParagraphStyle("table-cell", "表文", "仿宋", Length.FromPoints(12))
            {
                Alignment = TextAlignment.Left,
                LinePitch = Length.FromPoints(20),
            },
            new ParagraphStyle("table-header", "表头", "仿宋", Length.FromPoints(12))
            {
                Alignment = TextAlignment.Centre,
                LinePitch = Length.FromPoints(20),
                Bold = true,
            }),
        new("table-cell", "table-header", Length.FromPoints(0.5m), Length.FromPoints(5), Length.FromPoints(3), false));

    /// <summary>The same, with lines of so many characters.</summary>
    public static StyleSheet WithLine(int characters)
    {
        var width = A4.CharacterPitch * characters;
        return Official with
        {
            Page = A4 with { Width = A4.Left + A4.Right + width, CharactersPerLine = characters },
        };
    }

    public static Document Document(StyleSheet sheet, params Block[] blocks) =>
        new(new("test", "试", "", "", new DateOnly(2024, 5, 1)), sheet, [.. blocks]);

    public static Paragraph Paragraph(string text, string style = "body") =>
        new(style, text.Length == 0 ? [] : [new TextRun(text)]);

    public static TextRun Field(string text, string path) =>
        new(text) { Origin = new(null, [new FieldPath(path)], true) };

    private static ImmutableSortedDictionary<string, FontRole> Roles(params string[] names) =>
        names.ToImmutableSortedDictionary(
            name => name,
            name => new FontRole(name, name, "Times New Roman", [name], []),
            StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ParagraphStyle> Styles(params ParagraphStyle[] styles) =>
        styles.ToImmutableSortedDictionary(style => style.Name, style => style, StringComparer.Ordinal);
}
