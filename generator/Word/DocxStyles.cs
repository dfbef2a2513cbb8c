using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>A style sheet as Word's styles: every look a document uses has a name in Word's style list.</summary>
internal static class DocxStyles
{
    private const string NormalId = "Normal";
    private const int FooterPriority = 90;

    public static WordElement Build(StyleSheet sheet) =>
        new("styles",
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

    private static WordElement DocumentDefaults(StyleSheet sheet) =>
        new(
            "docDefaults",
            new("rPrDefault", new WordElement(
                "rPr",
                FontsOf(sheet.Fonts[sheet.Body.FontRole]),
                WordElement.Of("sz", HalfPoints(sheet.Body.Size)),
                WordElement.Of("szCs", HalfPoints(sheet.Body.Size)),
                WordElement.Of("lang", "en-US").With("eastAsia", "zh-CN").With("bidi", "ar-SA"))),
            new("pPrDefault"));

    private static WordElement HideBuiltInStyles() =>
        new WordElement("latentStyles")
            .With("defLockedState", "false")
            .With("defUIPriority", "99")
            .With("defSemiHidden", "true")
            .With("defUnhideWhenUsed", "true")
            .With("defQFormat", "false")
            .With("count", "376");

    private static WordElement Normal(StyleSheet sheet) =>
        Default(
            "paragraph",
            NormalId,
            WordElement.Of("name", NormalId),
            Priority(0),
            new("qFormat"),
            new(
                "pPr",

                // The grid fills the page with 22 lines (GB/T 9704-2012, 5.2.3); keeping lines together would leave gaps.
                WordElement.Of("widowControl", "false"),
                new("kinsoku"),
                new("overflowPunct"),
                new("topLinePunct"),
                new("autoSpaceDE"),
                new("autoSpaceDN"),
                WordElement.Of("snapToGrid", "false"),
                Exactly(sheet.Page.LinePitch),
                DocxParagraphs.JustificationOf(TextAlignment.Justify)),

            // The character grid counts from the size of this style; LibreOffice does not look at the defaults for it.
            new(
                "rPr",
                WordElement.Of("snapToGrid", "false"),
                WordElement.Of("spacing", TighteningOf(sheet.Body, sheet)),
                WordElement.Of("sz", HalfPoints(sheet.Body.Size)),
                WordElement.Of("szCs", HalfPoints(sheet.Body.Size))));

    // 28 characters a line are a little less than 16 pt each. The grid of the section says so, but LibreOffice and WPS give
    // a character that is wider than a cell of the grid two cells; so styles keep off the grid and say it by themselves:
    // exact lines, and this much between characters, in twips rounded down (15.75 pt, the printers' 三号).
    private static string TighteningOf(ParagraphStyle style, StyleSheet sheet) =>
        style.Size == sheet.Body.Size
            ? Math.Floor((sheet.Page.CharacterPitch - style.Size).Millipoints / 50m).ToString(CultureInfo.InvariantCulture)
            : "0";

    private static IEnumerable<WordElement> BuiltInDefaults() =>
    [
        BuiltInDefault("character", "DefaultParagraphFont", "Default Paragraph Font"),
        BuiltInDefault("table", "TableNormal", "Normal Table"),
        BuiltInDefault("numbering", "NoList", "No List"),
    ];

    private static WordElement BuiltInDefault(string type, string id, string name) =>
        Default(type, id, WordElement.Of("name", name), Priority(99), new("semiHidden"), new("unhideWhenUsed"));

    private static WordElement Default(string type, string id, params IEnumerable<WordElement> children) =>
        new WordElement("style", children).With("type", type).With("styleId", id).With("default", "true");

    private static WordElement Custom(string type, string id, params IEnumerable<WordElement> children) =>
        new WordElement("style", children).With("type", type).With("styleId", id).With("customStyle", "true");

    private static WordElement Priority(int priority) => WordElement.Of("uiPriority", priority.ToString(CultureInfo.InvariantCulture));

    private static WordElement ParagraphStyleOf(ParagraphStyle style, StyleSheet sheet, int priority) =>
        new WordElement(
            "style",
            WordElement.Of("name", style.Title),
            WordElement.Of("basedOn", NormalId),
            style.Next is { } next ? WordElement.Of("next", next) : null,
            Priority(priority),
            priority < FooterPriority ? new("qFormat") : null,
            DocxParagraphs.PropertiesOf(style, sheet),
            new(
                "rPr",
                FontsOf(sheet.Fonts[style.FontRole]),
                style.Bold ? new("b") : null,
                style.Bold ? new("bCs") : null,
                style.Color == "000000" ? null : WordElement.Of("color", style.Color),
                style.Size == sheet.Body.Size ? null : WordElement.Of("spacing", "0"),
                WordElement.Of("sz", HalfPoints(style.Size)),
                WordElement.Of("szCs", HalfPoints(style.Size))))
            .With("type", "paragraph")
            .With("styleId", style.Name)
            .With("customStyle", style.Name == WordNames.FooterStyle ? null : "true");

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
    private static IEnumerable<WordElement> AlignedCells(StyleSheet sheet) =>
        from other in OtherAlignments(sheet)
        select Custom(
            "paragraph",
            CellStyleId(sheet, other.Alignment),
            WordElement.Of("name", other.Title),
            WordElement.Of("basedOn", sheet.Tables.CellStyle),
            Priority(50),
            new("pPr", DocxParagraphs.JustificationOf(other.Alignment)));

    private static IEnumerable<WordElement> Footers(StyleSheet sheet)
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

    private static WordElement FooterOf(StyleSheet sheet, string id, string name, TextAlignment alignment)
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

    private static WordElement TableOf(TableStyle table)
    {
        // Rules are measured in eighths of a point.
        var rule = Math.Max(2, decimal.Round(table.Border.Points * 8)).ToString(CultureInfo.InvariantCulture);
        return Custom(
            "table",
            WordNames.TableStyle,
            WordElement.Of("name", "文书表格"),
            WordElement.Of("basedOn", "TableNormal"),
            Priority(60),
            new(
                "tblPr",
                new(
                    "tblBorders",
                    new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side =>
                        WordElement.Of(side, "single").With("color", "auto").With("sz", rule).With("space", "0"))),
                new(
                    "tblCellMar",
                    Margin("top", table.PaddingVertical),
                    Margin("left", table.PaddingHorizontal),
                    Margin("bottom", table.PaddingVertical),
                    Margin("right", table.PaddingHorizontal))));
    }

    private static WordElement Margin(string side, Length width) => new WordElement(side).With("w", Twips(width)).With("type", "dxa");

    private static WordElement Thin(string id, string name) =>
        Custom(
            "paragraph",
            id,
            WordElement.Of("name", name),
            WordElement.Of("basedOn", NormalId),
            Priority(95),
            new("semiHidden"),
            new("pPr", Exactly(Length.FromPoints(1))),
            new("rPr", WordElement.Of("sz", "2")));

    // Lines of a fixed height would cut the picture off.
    private static WordElement Figure() =>
        Custom(
            "paragraph",
            WordNames.FigureStyle,
            WordElement.Of("name", "图"),
            WordElement.Of("basedOn", NormalId),
            Priority(94),
            new(
                "pPr",
                new WordElement("spacing").With("line", "240").With("lineRule", "auto"),
                DocxParagraphs.JustificationOf(TextAlignment.Centre)));

    /// <summary>All four slots: theme fonts or an empty slot would win over the name (users' pain of every Chinese office).</summary>
    public static WordElement FontsOf(FontRole role) =>
        new WordElement("rFonts")
            .With("ascii", role.LatinFace)
            .With("hAnsi", role.LatinFace)
            .With("eastAsia", role.WordFace)
            .With("cs", role.LatinFace);

    /// <summary>Lines of one height, with whatever else the spacing says.</summary>
    public static WordElement Exactly(Length pitch, WordElement? spacing = null) =>
        (spacing ?? new("spacing")).With("line", Twips(pitch)).With("lineRule", "exact");

    public static string HalfPoints(Length size) => decimal.Round(size.Points * 2).ToString(CultureInfo.InvariantCulture);

    private static string Twips(Length length) => length.Twips.ToString(CultureInfo.InvariantCulture);
}
