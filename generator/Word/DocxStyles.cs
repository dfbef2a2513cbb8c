using DocumentFormat.OpenXml;
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
    private const int FooterPriority = 90;

    private static readonly OpenXmlElement[] None = [];

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
        styles.Append(TableOf(sheet.Tables), Thin(WordNames.SeparatorStyle, "表格间隔"), Thin(WordNames.PageBreakStyle, "分页"), Figure());
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
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                FontsOf(sheet.Fonts[sheet.Body.FontRole]),
                new FontSize { Val = HalfPoints(sheet.Body.Size) },
                new FontSizeComplexScript { Val = HalfPoints(sheet.Body.Size) },
                new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })),
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
        new(
            new StyleName { Val = NormalId },
            new UIPriority { Val = 0 },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                // The grid fills the page with 22 lines (GB/T 9704-2012, 5.2.3); keeping lines together would leave gaps.
                new WidowControl { Val = false },
                new Kinsoku(),
                new OverflowPunctuation(),
                new TopLinePunctuation(),
                new AutoSpaceDE(),
                new AutoSpaceDN(),
                new SnapToGrid { Val = false },
                Exactly(sheet.Page.LinePitch),
                new Justification { Val = JustificationValues.Both }),

            // The character grid counts from the size of this style; LibreOffice does not look at the defaults for it.
            new StyleRunProperties(
                new SnapToGrid { Val = false },
                new Spacing { Val = TighteningOf(sheet.Body, sheet) },
                new FontSize { Val = HalfPoints(sheet.Body.Size) },
                new FontSizeComplexScript { Val = HalfPoints(sheet.Body.Size) }))
        {
            Type = StyleValues.Paragraph,
            Default = true,
            StyleId = NormalId,
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
        BuiltInDefault(StyleValues.Character, "DefaultParagraphFont", "Default Paragraph Font"),
        BuiltInDefault(StyleValues.Table, "TableNormal", "Normal Table"),
        BuiltInDefault(StyleValues.Numbering, "NoList", "No List"),
    ];

    private static WordStyle BuiltInDefault(StyleValues type, string id, string name) =>
        new(new StyleName { Val = name }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed())
        {
            Type = type,
            Default = true,
            StyleId = id,
        };

    // Children stand in the order of the schema, which the validator in the tests holds; properties would sort them slowly.
    private static WordStyle ParagraphStyleOf(ParagraphStyle style, StyleSheet sheet, int priority) =>
        new([
            new StyleName { Val = style.Title },
            new BasedOn { Val = NormalId },
            .. style.Next is { } next ? [new NextParagraphStyle { Val = next }] : None,
            new UIPriority { Val = priority },
            .. priority < FooterPriority ? [new PrimaryStyle()] : None,
            DocxParagraphs.PropertiesOf(style, sheet),
            new StyleRunProperties([
                FontsOf(sheet.Fonts[style.FontRole]),
                .. style.Bold ? [new Bold(), new BoldComplexScript()] : None,
                .. style.Color == "000000" ? None : [new Color { Val = style.Color }],
                .. style.Size == sheet.Body.Size ? None : [new Spacing { Val = 0 }],
                new FontSize { Val = HalfPoints(style.Size) },
                new FontSizeComplexScript { Val = HalfPoints(style.Size) },
            ]),
        ])
        {
            Type = StyleValues.Paragraph,
            CustomStyle = style.Name == WordNames.FooterStyle ? null : true,
            StyleId = style.Name,
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
                yield return new(
                    new StyleName { Val = cell.Title + suffix },
                    new BasedOn { Val = cell.Name },
                    new UIPriority { Val = 50 },
                    new StyleParagraphProperties(new Justification { Val = DocxParagraphs.JustificationOf(alignment) }))
                {
                    Type = StyleValues.Paragraph,
                    CustomStyle = true,
                    StyleId = CellStyleId(sheet, alignment),
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
        return ParagraphStyleOf(look, sheet, FooterPriority);
    }

    private static WordStyle TableOf(TableStyle table)
    {
        // Rules are measured in eighths of a point.
        var rule = (uint)Math.Max(2, decimal.Round(table.Border.Points * 8));
        return new(
            new StyleName { Val = "文书表格" },
            new BasedOn { Val = "TableNormal" },
            new UIPriority { Val = 60 },
            new StyleTableProperties(
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
                    new TableCellRightMargin { Width = (short)table.PaddingHorizontal.Twips, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            CustomStyle = true,
            StyleId = WordNames.TableStyle,
        };
    }

    private static WordStyle Thin(string id, string name) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = NormalId },
            new UIPriority { Val = 95 },
            new SemiHidden(),
            new StyleParagraphProperties(Exactly(Documents.Length.FromPoints(1))),
            new StyleRunProperties(new FontSize { Val = "2" }))
        {
            Type = StyleValues.Paragraph,
            CustomStyle = true,
            StyleId = id,
        };

    // Lines of a fixed height would cut the picture off.
    private static WordStyle Figure() =>
        new(
            new StyleName { Val = "图" },
            new BasedOn { Val = NormalId },
            new UIPriority { Val = 94 },
            new StyleParagraphProperties(
                new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new Justification { Val = JustificationValues.Center }))
        {
            Type = StyleValues.Paragraph,
            CustomStyle = true,
            StyleId = WordNames.FigureStyle,
        };

    /// <summary>All four slots: theme fonts or an empty slot would win over the name (users' pain of every Chinese office).</summary>
    public static RunFonts FontsOf(FontRole role) =>
        new() { Ascii = role.LatinFace, HighAnsi = role.LatinFace, EastAsia = role.WordFace, ComplexScript = role.LatinFace };

    public static SpacingBetweenLines Exactly(Length pitch) =>
        new() { Line = Twips(pitch), LineRule = LineSpacingRuleValues.Exact };

    public static string HalfPoints(Length size) => decimal.Round(size.Points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Twips(Length length) => length.Twips.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
