using DocumentFormat.OpenXml.Wordprocessing;
using PiiDocs.Documents;
using TableStyle = PiiDocs.Documents.TableStyle;
using TextAlignment = PiiDocs.Documents.TextAlignment;
using WordStyle = DocumentFormat.OpenXml.Wordprocessing.Style;

namespace PiiDocs.Word;

/// <summary>A style sheet as Word's styles: every look a document uses has a name in Word's style list.</summary>
internal static class DocxStyles
{
    private const string NormalId = "Normal";

    public static Styles Build(StyleSheet sheet)
    {
        var styles = new Styles(DocumentDefaults(sheet), HideBuiltInStyles(), Normal(sheet));
        styles.Append(BuiltInDefaults());
        var priority = 1;
        foreach (var style in InOrderOfUse(sheet))
        {
            styles.Append(ParagraphStyleOf(style, sheet, priority++));
        }

        styles.Append(AlignedCells(sheet));
        styles.Append(Footers(sheet));
        styles.Append(TableOf(sheet.Tables), Thin(WordNames.SeparatorStyle, "表格间隔"), Thin(WordNames.PageBreakStyle, "分页"));
        return styles;
    }

    /// <summary>The style of a body cell in a column of this alignment.</summary>
    public static string CellStyleId(StyleSheet sheet, TextAlignment alignment) =>
        alignment == sheet.Paragraphs[sheet.Tables.CellStyle].Alignment
            ? sheet.Tables.CellStyle
            : sheet.Tables.CellStyle + WordNames.AlignmentMark + alignment.ToString().ToLowerInvariant();

    // Body text first, then as they stand in a document: what a clerk looks for is near the top.
    private static IEnumerable<ParagraphStyle> InOrderOfUse(StyleSheet sheet) =>
        sheet.Paragraphs.Values.OrderBy(style => style.Name != sheet.Body.Name).ThenBy(style => style.OutlineLevel == 0)
            .ThenBy(style => style.OutlineLevel).ThenBy(style => style.Name, StringComparer.Ordinal);

    private static DocDefaults DocumentDefaults(StyleSheet sheet) =>
        new(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = FontsOf(sheet.Fonts[sheet.Body.FontRole]),
                FontSize = new() { Val = HalfPoints(sheet.Body.Size) },
                FontSizeComplexScript = new() { Val = HalfPoints(sheet.Body.Size) },
                Languages = new() { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" },
            }),
            new ParagraphPropertiesDefault());

    private static LatentStyles HideBuiltInStyles() =>
        new()
        {
            DefaultLockedState = false,
            DefaultUiPriority = 99,
            DefaultSemiHidden = true,
            DefaultUnhideWhenUsed = true,
            DefaultPrimaryStyle = false,
            Count = 376,
        };

    private static WordStyle Normal(StyleSheet sheet) =>
        new()
        {
            Type = StyleValues.Paragraph,
            Default = true,
            StyleId = NormalId,
            StyleName = new() { Val = NormalId },
            UIPriority = new() { Val = 0 },
            PrimaryStyle = new(),
            StyleParagraphProperties = new()
            {
                // The grid fills the page with 22 lines (GB/T 9704-2012, 5.2.3); keeping lines together would leave gaps.
                WidowControl = new() { Val = false },
                Kinsoku = new(),
                OverflowPunctuation = new(),
                TopLinePunctuation = new(),
                AutoSpaceDE = new(),
                AutoSpaceDN = new(),
                SnapToGrid = new() { Val = false },
                SpacingBetweenLines = Exactly(sheet.Page.LinePitch),
                Justification = new() { Val = JustificationValues.Both },
            },

            // The character grid counts from the size of this style; LibreOffice does not look at the defaults for it.
            StyleRunProperties = new()
            {
                Spacing = new() { Val = TighteningOf(sheet.Body, sheet) },
                FontSize = new() { Val = HalfPoints(sheet.Body.Size) },
                FontSizeComplexScript = new() { Val = HalfPoints(sheet.Body.Size) },
                SnapToGrid = new() { Val = false },
            },
        };

    // 28 characters a line are a little less than 16 pt each. The grid of the section says so, but LibreOffice and WPS give
    // a character that is wider than a cell of the grid two cells; so styles keep off the grid and say it by themselves:
    // exact lines, and this much between characters, in twips rounded down (15.75 pt, the printers' 三号).
    private static short TighteningOf(ParagraphStyle style, StyleSheet sheet) =>
        style.Size == sheet.Body.Size
            ? (short)Math.Floor((sheet.Page.CharacterPitch - style.Size).Millipoints / 50m)
            : (short)0;

    private static IEnumerable<WordStyle> BuiltInDefaults() =>
    [
        new()
        {
            Type = StyleValues.Character,
            Default = true,
            StyleId = "DefaultParagraphFont",
            StyleName = new() { Val = "Default Paragraph Font" },
            UIPriority = new() { Val = 1 },
            SemiHidden = new(),
            UnhideWhenUsed = new(),
        },
        new()
        {
            Type = StyleValues.Table,
            Default = true,
            StyleId = "TableNormal",
            StyleName = new() { Val = "Normal Table" },
            UIPriority = new() { Val = 99 },
            SemiHidden = new(),
            UnhideWhenUsed = new(),
        },
        new()
        {
            Type = StyleValues.Numbering,
            Default = true,
            StyleId = "NoList",
            StyleName = new() { Val = "No List" },
            UIPriority = new() { Val = 99 },
            SemiHidden = new(),
            UnhideWhenUsed = new(),
        },
    ];

    private static WordStyle ParagraphStyleOf(ParagraphStyle style, StyleSheet sheet, int priority) =>
        new()
        {
            Type = StyleValues.Paragraph,
            CustomStyle = true,
            StyleId = style.Name,
            StyleName = new() { Val = style.Title },
            BasedOn = new() { Val = NormalId },
            NextParagraphStyle = style.Next is { } next ? new() { Val = next } : null,
            UIPriority = new() { Val = priority },
            PrimaryStyle = new(),
            StyleParagraphProperties = DocxParagraphs.PropertiesOf(style, sheet),
            StyleRunProperties = new()
            {
                RunFonts = FontsOf(sheet.Fonts[style.FontRole]),
                Bold = style.Bold ? new() : null,
                BoldComplexScript = style.Bold ? new() : null,
                Color = style.Color == "000000" ? null : new() { Val = style.Color },
                Spacing = style.Size == sheet.Body.Size ? null : new() { Val = 0 },
                FontSize = new() { Val = HalfPoints(style.Size) },
                FontSizeComplexScript = new() { Val = HalfPoints(style.Size) },
            },
        };

    // Columns of numbers are set right, of marks centred: named styles too, so that nothing is formatted by hand.
    private static IEnumerable<WordStyle> AlignedCells(StyleSheet sheet)
    {
        var cell = sheet.Paragraphs[sheet.Tables.CellStyle];
        foreach (var (alignment, suffix) in new[]
                 {
                     (TextAlignment.Left, "居左"), (TextAlignment.Centre, "居中"), (TextAlignment.Right, "居右"), (TextAlignment.Justify, "两端"),
                 })
        {
            if (alignment != cell.Alignment)
            {
                yield return new()
                {
                    Type = StyleValues.Paragraph,
                    CustomStyle = true,
                    StyleId = CellStyleId(sheet, alignment),
                    StyleName = new() { Val = cell.Title + suffix },
                    BasedOn = new() { Val = cell.Name },
                    UIPriority = new() { Val = 50 },
                    StyleParagraphProperties = new() { Justification = new() { Val = DocxParagraphs.JustificationOf(alignment) } },
                };
            }
        }
    }

    private static IEnumerable<WordStyle> Footers(StyleSheet sheet)
    {
        if (sheet.Numbers is not { } numbers)
        {
            yield break;
        }

        var isOutside = numbers.Position == PageNumberPosition.Outside;
        yield return FooterOf(sheet, WordNames.FooterStyle, "footer", isOutside ? TextAlignment.Right : TextAlignment.Centre);
        if (isOutside)
        {
            yield return FooterOf(sheet, WordNames.EvenFooterStyle, "双页页码", TextAlignment.Left);
        }
    }

    private static WordStyle FooterOf(StyleSheet sheet, string id, string name, TextAlignment alignment)
    {
        var numbers = sheet.Numbers!;
        var indent = alignment == TextAlignment.Centre ? 0 : numbers.SideIndent;
        var look = new ParagraphStyle(id, name, numbers.FontRole, numbers.Size)
        {
            Alignment = alignment,
            LeftIndent = alignment == TextAlignment.Left ? indent : 0,
            RightIndent = alignment == TextAlignment.Right ? indent : 0,
            LinePitch = numbers.Size,
        };
        var style = ParagraphStyleOf(look, sheet, 90);
        style.PrimaryStyle = null;
        style.CustomStyle = id == WordNames.FooterStyle ? null : true;
        return style;
    }

    private static WordStyle TableOf(TableStyle table)
    {
        // Rules are measured in eighths of a point.
        var rule = (uint)Math.Max(2, decimal.Round(table.Border.Points * 8));
        return new()
        {
            Type = StyleValues.Table,
            CustomStyle = true,
            StyleId = WordNames.TableStyle,
            StyleName = new() { Val = "文书表格" },
            BasedOn = new() { Val = "TableNormal" },
            UIPriority = new() { Val = 60 },
            StyleTableProperties = new(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" },
                    new LeftBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" },
                    new BottomBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" },
                    new RightBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = rule, Space = 0, Color = "auto" }),
                new TableCellMarginDefault(
                    new TopMargin { Width = Twips(table.PaddingVertical), Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = (short)table.PaddingHorizontal.Twips, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = Twips(table.PaddingVertical), Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = (short)table.PaddingHorizontal.Twips, Type = TableWidthValues.Dxa })),
        };
    }

    private static WordStyle Thin(string id, string name) =>
        new()
        {
            Type = StyleValues.Paragraph,
            CustomStyle = true,
            StyleId = id,
            StyleName = new() { Val = name },
            BasedOn = new() { Val = NormalId },
            UIPriority = new() { Val = 95 },
            SemiHidden = new(),
            StyleParagraphProperties = new()
            {
                SpacingBetweenLines = Exactly(Documents.Length.FromPoints(1)),
            },
            StyleRunProperties = new() { FontSize = new() { Val = "2" } },
        };

    /// <summary>All four slots: theme fonts or an empty slot would win over the name (users' pain of every Chinese office).</summary>
    public static RunFonts FontsOf(FontRole role) =>
        new() { Ascii = role.LatinFace, HighAnsi = role.LatinFace, EastAsia = role.WordFace, ComplexScript = role.LatinFace };

    public static SpacingBetweenLines Exactly(Length pitch) =>
        new() { Line = Twips(pitch), LineRule = LineSpacingRuleValues.Exact };

    public static string HalfPoints(Length size) => decimal.Round(size.Points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Twips(Length length) => length.Twips.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
