using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PiiDocs.Documents;
using TableStyle = PiiDocs.Documents.TableStyle;
using TextAlignment = PiiDocs.Documents.TextAlignment;

namespace PiiDocs.Word;

/// <summary>A style sheet as Word's styles: every look a document uses has a name in Word's style list.</summary>
internal static class DocxStyles
{
    private const string NormalId = "Normal";
    private const int FooterPriority = 90;

    public static Styles Build(StyleSheet sheet) =>
        new(
        [
            DocumentDefaults(sheet),
            HideBuiltInStyles(),
            Normal(sheet),
            .. BuiltInDefaults(),
            .. InOrderOfUse(sheet).Select((style, index) => ParagraphStyleOf(style, sheet, index + 1)),
            .. AlignedCells(sheet),
            .. Footers(sheet),
            TableOf(sheet.Tables),
            Thin(WordNames.SeparatorStyle, "表格间隔"),
            Thin(WordNames.PageBreakStyle, "分页"),
            Figure(),
        ]);

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

    private static Style Normal(StyleSheet sheet) =>
        Default(
            "paragraph",
            NormalId,
            new StyleName { Val = NormalId },
            Priority(0),
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
                DocxParagraphs.JustificationOf(TextAlignment.Justify)),

            // The character grid counts from the size of this style; LibreOffice does not look at the defaults for it.
            new StyleRunProperties(
                new SnapToGrid { Val = false },
                new Spacing { Val = TighteningOf(sheet.Body, sheet) },
                new FontSize { Val = HalfPoints(sheet.Body.Size) },
                new FontSizeComplexScript { Val = HalfPoints(sheet.Body.Size) }));

    // 28 characters a line are a little less than 16 pt each. The grid of the section says so, but LibreOffice and WPS give
    // a character that is wider than a cell of the grid two cells; so styles keep off the grid and say it by themselves:
    // exact lines, and this much between characters, in twips rounded down (15.75 pt, the printers' 三号).
    private static int TighteningOf(ParagraphStyle style, StyleSheet sheet) =>
        style.Size == sheet.Body.Size ? (int)Math.Floor((sheet.Page.CharacterPitch - style.Size).Millipoints / 50m) : 0;

    private static Style[] BuiltInDefaults() =>
    [
        BuiltInDefault("character", "DefaultParagraphFont", "Default Paragraph Font"),
        BuiltInDefault("table", "TableNormal", "Normal Table"),
        BuiltInDefault("numbering", "NoList", "No List"),
    ];

    private static Style BuiltInDefault(string type, string id, string name) =>
        Default(type, id, new StyleName { Val = name }, Priority(99), new SemiHidden(), new UnhideWhenUsed());

    private static Style Default(string type, string id, params OpenXmlElement[] children) =>
        new Style(children) { StyleId = id, Default = true }.Word("type", type);

    private static Style Custom(string type, string id, params OpenXmlElement[] children) =>
        new Style(children) { StyleId = id, CustomStyle = true }.Word("type", type);

    private static UIPriority Priority(int priority) => new() { Val = priority };

    private static Style ParagraphStyleOf(ParagraphStyle style, StyleSheet sheet, int priority) =>
        new Style(Given(
            new StyleName { Val = style.Title },
            new BasedOn { Val = NormalId },
            style.Next is { } next ? new NextParagraphStyle { Val = next } : null,
            Priority(priority),
            priority < FooterPriority ? new PrimaryStyle() : null,
            DocxParagraphs.PropertiesOf(style, sheet),
            new StyleRunProperties(Given(
                FontsOf(sheet.Fonts[style.FontRole]),
                style.Bold ? new Bold() : null,
                style.Bold ? new BoldComplexScript() : null,
                style.Color == "000000" ? null : new Color { Val = style.Color },
                style.Size == sheet.Body.Size ? null : new Spacing { Val = 0 },
                new FontSize { Val = HalfPoints(style.Size) },
                new FontSizeComplexScript { Val = HalfPoints(style.Size) }))))
        {
            StyleId = style.Name,
            CustomStyle = style.Name == WordNames.FooterStyle ? null : true,
        }.Word("type", "paragraph");

    /// <summary>The alignments a column may have beside that of the cell style, with the titles of the styles for them.</summary>
    public static IEnumerable<(TextAlignment Alignment, string Title)> OtherAlignments(StyleSheet sheet)
    {
        var cell = sheet.Paragraphs[sheet.Tables.CellStyle];
        return from other in new[]
               {
                   (Alignment: TextAlignment.Left, Title: cell.Title + "居左"),
                   (Alignment: TextAlignment.Centre, Title: cell.Title + "居中"),
                   (Alignment: TextAlignment.Right, Title: cell.Title + "居右"),
                   (Alignment: TextAlignment.Justify, Title: cell.Title + "两端"),
               }
               where other.Alignment != cell.Alignment
               select other;
    }

    // Columns of numbers are set right, of marks centred: named styles too, so that nothing is formatted by hand.
    private static IEnumerable<Style> AlignedCells(StyleSheet sheet) =>
        from other in OtherAlignments(sheet)
        select Custom(
            "paragraph",
            CellStyleId(sheet, other.Alignment),
            new StyleName { Val = other.Title },
            new BasedOn { Val = sheet.Tables.CellStyle },
            Priority(50),
            new StyleParagraphProperties(DocxParagraphs.JustificationOf(other.Alignment)));

    private static IEnumerable<Style> Footers(StyleSheet sheet)
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

    private static Style FooterOf(StyleSheet sheet, string id, string name, TextAlignment alignment)
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

    private static Style TableOf(TableStyle table) =>
        Custom(
            "table",
            WordNames.TableStyle,
            new StyleName { Val = "文书表格" },
            new BasedOn { Val = "TableNormal" },
            Priority(60),
            new StyleTableProperties(
                new TableBorders(
                    Rule(new TopBorder(), table),
                    Rule(new LeftBorder(), table),
                    Rule(new BottomBorder(), table),
                    Rule(new RightBorder(), table),
                    Rule(new InsideHorizontalBorder(), table),
                    Rule(new InsideVerticalBorder(), table)),
                new TableCellMarginDefault(
                    new TopMargin { Width = Twips(table.PaddingVertical) }.Word("type", "dxa"),
                    new TableCellLeftMargin { Width = (short)table.PaddingHorizontal.Twips }.Word("type", "dxa"),
                    new BottomMargin { Width = Twips(table.PaddingVertical) }.Word("type", "dxa"),
                    new TableCellRightMargin { Width = (short)table.PaddingHorizontal.Twips }.Word("type", "dxa"))));

    // Rules are measured in eighths of a point.
    private static BorderType Rule(BorderType border, TableStyle table)
    {
        border.Color = "auto";
        border.Size = (uint)Math.Max(2, decimal.Round(table.Border.Points * 8));
        border.Space = 0;
        return border.Word("val", "single");
    }

    private static Style Thin(string id, string name) =>
        Custom(
            "paragraph",
            id,
            new StyleName { Val = name },
            new BasedOn { Val = NormalId },
            Priority(95),
            new SemiHidden(),
            new StyleParagraphProperties(Exactly(Length.FromPoints(1))),
            new StyleRunProperties(new FontSize { Val = "2" }));

    // Lines of a fixed height would cut the picture off.
    private static Style Figure() =>
        Custom(
            "paragraph",
            WordNames.FigureStyle,
            new StyleName { Val = "图" },
            new BasedOn { Val = NormalId },
            Priority(94),
            new StyleParagraphProperties(
                new SpacingBetweenLines { Line = "240" }.Word("lineRule", "auto"),
                DocxParagraphs.JustificationOf(TextAlignment.Centre)));

    /// <summary>All four slots: theme fonts or an empty slot would win over the name (users' pain of every Chinese office).</summary>
    private static RunFonts FontsOf(FontRole role) =>
        new() { Ascii = role.LatinFace, HighAnsi = role.LatinFace, EastAsia = role.WordFace, ComplexScript = role.LatinFace };

    /// <summary>Lines of one height.</summary>
    public static SpacingBetweenLines Exactly(Length pitch) => new SpacingBetweenLines { Line = Twips(pitch) }.Word("lineRule", "exact");

    /// <summary>Those of some elements that there are.</summary>
    public static IEnumerable<OpenXmlElement> Given(params OpenXmlElement?[] elements) => elements.OfType<OpenXmlElement>();

    /// <summary>The element with a word of the schema as an attribute, such as <c>w:type="dxa"</c>.</summary>
    /// <remarks>The SDK's enumerations say the same, but it looks their words up by reflection: ten to forty milliseconds each.</remarks>
    public static T Word<T>(this T element, string attribute, string word)
        where T : OpenXmlElement
    {
        element.SetAttribute(new("w", attribute, WordNames.Main, word));
        return element;
    }

    public static string HalfPoints(Length size) => decimal.Round(size.Points * 2).ToString(CultureInfo.InvariantCulture);

    public static string Twips(Length length) => length.Twips.ToString(CultureInfo.InvariantCulture);
}
