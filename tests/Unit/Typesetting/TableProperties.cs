using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>What holds for every table, over random ones with standing cells and cells over several rows.</summary>
public sealed class TableProperties
{
    private static readonly string[] Pieces =
    [
        "受送达人", "证据", "某", "（", "）", "，", "。", "：", "“", "”", "——", "……", "12", "2024", "3", "App", "A4", " ", "1380013800013800138000", "二〇二四年五月一日", "ā", "𠮷", "！",
    ];

    private static readonly TextAlignment[] Alignments = [TextAlignment.Left, TextAlignment.Centre, TextAlignment.Right, TextAlignment.Justify];

    [Fact]
    public void Every_character_is_set_once_and_in_order() => Check(table =>
    {
        var pages = Layout(table);

        Assert.Equal(
            string.Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Inlines.Cast<TextRun>()).Select(run => run.Text)),
            pages.Text());
    });

    [Fact]
    public void Everything_lies_inside_the_text_area() => Check(table => Assert.All(
        Layout(table).Pages.SelectMany(page => page.Items), item => Assert.True(IsInside(item, Sheets.A4), item.ToString())));

    [Fact]
    public void The_text_of_a_cell_lies_inside_its_lines() => Check(table =>
    {
        foreach (var page in Layout(table).Pages)
        {
            var upright = page.Items.OfType<Rule>().Where(rule => rule.X1 == rule.X2).ToList();
            var lowest = upright.Select(rule => rule.Y2).DefaultIfEmpty().Max();
            Assert.All(page.Items.OfType<GlyphRun>(), run => Assert.True(LowestOf(run) <= lowest, $"{run.Text} in {table.Rows.Length} rows"));
        }
    });

    private static PagedDocument Layout(Table table)
    {
        var diagnostics = new DiagnosticBag();
        var sheet = Sheets.Official with { Tables = Sheets.Official.Tables with { RowsMaySplit = table.Rows.Length % 2 == 0 } };
        var pages = new Typesetter(new SquareFonts()).Layout(Sheets.Document(sheet, Sheets.Paragraph("前", "left"), table), diagnostics);
        Assert.All(diagnostics.Items, found => Assert.True(found.Code is "PD4006" or "PD4007", found.Message.English));
        return pages with { Pages = [.. pages.Pages.Select((page, i) => i == 0 ? page with { Items = page.Items.RemoveAt(0) } : page)] };
    }

    private static void Check(Action<Table> property) =>
        Prop.ForAll(Tables().ToArbitrary(), table =>
        {
            try
            {
                property(table);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException(Shown(table), exception);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Shown(Table table) => string.Join('\n', table.Rows.Select(row =>
        $"{(row.IsHeader ? "head " : "")}{row.LeastHeight} {string.Join(" | ", row.Cells.Select(cell => (cell.IsVertical ? "v " : "") + (cell.ContinuesAbove ? "^^" : string.Concat(cell.Paragraphs[0].Inlines.Cast<TextRun>().Select(run => run.Text)))))}"));

    private static Gen<Table> Tables()
    {
        var text = from most in Gen.Elements(2, 5, 30, 120) from pieces in Gen.Elements(Pieces).ArrayOf().Resize(most) select string.Concat(pieces).Trim();
        var cell = from content in text from vertical in Gen.Elements(true, false, false) select Cell(content, vertical);
        var part = Gen.Constant(Cell("", false) with { ContinuesAbove = true });
        var height = Gen.Elements(0, 0, 0, 40, 900);
        var row = from cells in Gen.Frequency<TableCell>((2, cell), (1, part)).ArrayOf(3)
                  from points in height
                  select new TableRow([.. cells], false) { LeastHeight = Length.FromPoints(points) };
        return from rows in row.NonEmptyListOf().Resize(40)
               from headers in Gen.Elements(0, 0, 1, 2)
               from alignment in Gen.Elements(Alignments)
               from shares in Gen.Elements(1, 4)
               select new Table(
                   [new(1, alignment), new(0, TextAlignment.Left), new(shares, alignment)],
                   [.. rows.Select((each, i) => each with { IsHeader = i < headers })]);
    }

    private static Length LowestOf(GlyphRun run) => run.Baseline + (run.Direction == RunDirection.Horizontal ? Length.Zero : run.Glyphs[^1].Offset);

    private static TableCell Cell(string text, bool isVertical) => new([Sheets.Paragraph(text, "table-cell")]) { IsVertical = isVertical };

    private static bool IsInside(PageItem item, PageGeometry page)
    {
        var (left, right) = (page.Left, page.Width - page.Right);
        var (top, bottom) = (page.Top, page.Height - page.Bottom + new Length(page.LinePitch.Millipoints / 4));
        return item switch
        {
            GlyphRun { Direction: RunDirection.Horizontal } run => run.Baseline > top && run.Baseline < bottom
                && run.Glyphs.All(glyph => run.X + glyph.Offset >= left && run.X + glyph.Offset <= right),
            GlyphRun run => run.X > left && run.X < right && run.Baseline >= top && run.Baseline + run.Glyphs[^1].Offset < bottom,
            Rule rule => rule.X1 >= left && rule.X2 <= right && rule.Y1 >= top && rule.Y2 <= bottom,
            _ => false,
        };
    }
}
