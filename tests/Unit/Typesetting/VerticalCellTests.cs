using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Cells set from top to bottom. Cells are of 12 pt on lines of 20, with 5 pt beside the text and 3 above and below.</summary>
public sealed class VerticalCellTests
{
    private static readonly Length Size = Length.FromPoints(12);

    // A narrow label, and room to write.
    private static readonly TableColumn[] Label = [new(1, TextAlignment.Left), new(9, TextAlignment.Left)];

    [Fact]
    public void Characters_stand_one_below_the_other_in_the_middle_of_their_cell()
    {
        var run = Assert.Single(Runs(Table(Row(Vertical("送达人"), Cell("甲")))), run => run.Direction == RunDirection.Vertical);

        Assert.Equal("送达人", run.Text);
        Assert.Equal([Length.Zero, Size, Size * 2], run.Glyphs.Select(glyph => glyph.Offset));
        Assert.Equal(Sheets.A4.Left + new Length(Sheets.A4.TextWidth.Millipoints / 20), run.X);
    }

    [Fact]
    public void A_row_grows_with_a_label_and_other_cells_stand_in_its_middle()
    {
        var page = Paged.Layout(Sheets.Official, Table(Row(Vertical("受送达人"), Cell("甲")))).Pages[0];

        var height = (Size * 4) + Length.FromPoints(6);
        Assert.Equal(height, page.Items.OfType<Rule>().Max(rule => rule.Y1) - Sheets.A4.Top);
        var beside = page.Items.OfType<GlyphRun>().Single(run => run.Text == "甲");
        Assert.Equal(Sheets.A4.Top + new Length((height - Length.FromPoints(20)).Millipoints / 2) + Length.FromPoints(4 + (12 * 0.86m)), beside.Baseline);
    }

    [Fact]
    public void Columns_fill_the_height_of_other_cells_and_go_on_to_the_left()
    {
        TableColumn[] wide = [new(1, TextAlignment.Left), new(1, TextAlignment.Left)];
        var text = new string('长', 30);
        var page = Paged.Layout(Sheets.Official, new Table([.. wide], [Row(Vertical(text), Cell(new string('短', 120)))])).Pages[0];

        var columns = page.Items.OfType<GlyphRun>().Where(run => run.Direction == RunDirection.Vertical).ToList();
        var room = page.Items.OfType<Rule>().Max(rule => rule.Y1) - Sheets.A4.Top - Length.FromPoints(6);
        Assert.Equal(text, string.Concat(columns.Select(run => run.Text)));
        Assert.Equal(room.Millipoints / Size.Millipoints, columns[0].Glyphs.Length);
        Assert.Equal([Length.FromPoints(20)], columns.Zip(columns.Skip(1), (right, left) => right.X - left.X).Distinct());
    }

    [Fact]
    public void Where_the_text_alone_decides_the_row_is_as_high_as_its_one_column()
    {
        var runs = Runs(Table(Row(Vertical(new string('长', 20)), Vertical(""))));

        Assert.Equal(20, Assert.Single(runs).Glyphs.Length);
    }

    [Fact]
    public void Alignment_of_the_column_counts_along_the_text()
    {
        TableColumn[] centred = [new(1, TextAlignment.Centre), new(9, TextAlignment.Left)];
        var high = Cell(new string('高', 200));
        var page = Paged.Layout(Sheets.Official, new Table([.. centred], [Row(Vertical("中"), high)])).Pages[0];

        var run = page.Items.OfType<GlyphRun>().First();
        var middle = Sheets.A4.Top + new Length((page.Items.OfType<Rule>().Max(rule => rule.Y1) - Sheets.A4.Top).Millipoints / 2);
        Assert.Equal(middle, run.Baseline + new Length(Size.Millipoints / 2));
    }

    [Theory]
    [InlineData("第12号", "第|12:side by side|号")]
    [InlineData("甲A座", "甲|A:side by side|座")]
    [InlineData("共2024页", "共|2024:turned|页")]
    [InlineData("按GB标准", "按|GB:side by side|标准")]
    [InlineData("按GDPR标准", "按|GDPR:turned|标准")]
    [InlineData("1.甲", "1.:side by side|甲")]
    public void One_or_two_signs_stand_side_by_side_and_more_lie(string text, string expected)
    {
        var runs = Runs(Table(Row(Vertical(text), Cell(""))));

        Assert.Equal(expected.Split('|'), runs.Select(run => run.Text + (run.Direction switch
        {
            RunDirection.Vertical => "",
            RunDirection.Turned => ":turned",
            _ => ":side by side",
        })));
    }

    [Fact]
    public void Signs_side_by_side_take_the_place_of_one_character_and_its_middle()
    {
        var runs = Runs(Table(Row(Vertical("第12号"), Cell(""))));

        Assert.Equal(runs[0].X, runs[1].X + Length.FromPoints(6)); // Two halves of an em.
        Assert.Equal(runs[0].Baseline + (Size * 2), runs[2].Baseline);
        Assert.Equal(runs[0].Baseline + Size + (Size * 0.86m), runs[1].Baseline);
    }

    [Fact]
    public void Marks_take_the_forms_of_their_face()
    {
        var fonts = new SquareFonts { Chinese = new("Square", _ => true) { Forms = new Dictionary<char, char> { ['（'] = '︵', ['，'] = '︐' } } };

        var run = Assert.Single(Layout(fonts, Table(Row(Vertical("甲，（乙"), Cell(""))), out _).Items.OfType<GlyphRun>());

        Assert.Equal("甲︐︵乙", string.Concat(run.Glyphs.Select(glyph => (char)glyph.Glyph)));
        Assert.Equal("甲，（乙", run.Text);
    }

    [Fact]
    public void Without_such_forms_brackets_lie_and_stops_move_to_their_corner()
    {
        var runs = Runs(Table(Row(Vertical("（甲。"), Cell(""))));

        Assert.Equal([RunDirection.Turned, RunDirection.Vertical, RunDirection.Horizontal], runs.Select(run => run.Direction));
        Assert.Equal(runs[1].X, runs[2].X); // In the right half of the column.
        Assert.True(runs[2].Baseline < runs[1].Baseline + (Size * 1.5m)); // In the upper half of its place.
    }

    [Fact]
    public void A_face_whose_vertical_tables_are_broken_is_named_once()
    {
        var fonts = new SquareFonts { Chinese = new("Broken", _ => true) { Problem = "cut off" } };

        Layout(fonts, Table(Row(Vertical("甲"), Vertical("乙"))), out var diagnostics);

        var found = Assert.Single(diagnostics);
        Assert.Equal(("PD4104", Severity.Warning), (found.Code, found.Severity));
        Assert.Contains("Broken", found.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_higher_than_a_page_lies_and_is_said_to()
    {
        var text = new string('长', 300);
        var diagnostics = new DiagnosticBag();

        var pages = new Typesetter(new SquareFonts()).Layout(Sheets.Document(Sheets.Official, Table(Row(Vertical(text), Cell("甲")))), diagnostics);

        Assert.Equal(["PD4006", "PD4007"], diagnostics.Items.Select(each => each.Code).Order());
        var runs = pages.Pages.SelectMany(page => page.Items).OfType<GlyphRun>().ToList();
        Assert.All(runs, run => Assert.Equal(RunDirection.Horizontal, run.Direction));
        Assert.Equal(text + "甲", string.Concat(runs.Select(run => run.Text).OrderBy(each => each == "甲")));
    }

    [Fact]
    public void A_row_that_goes_on_on_the_next_page_leaves_its_column_whole_on_the_first()
    {
        var sheet = Sheets.Official with { Tables = Sheets.Official.Tables with { RowsMaySplit = true } };
        var before = Row(Cell(""), Cell(new string('前', 900)));

        var pages = Paged.LayoutAnything(Sheets.Document(sheet, Table(before, Row(Vertical("竖排的标签"), Cell(new string('后', 900)))))).Pages;

        var columns = pages.Select(page => page.Items.OfType<GlyphRun>().Where(run => run.Direction == RunDirection.Vertical).ToList()).ToList();
        var run = Assert.Single(columns.SelectMany(each => each));
        Assert.Equal("竖排的标签", run.Text);
        var page = pages[columns.FindIndex(each => each.Count > 0)];
        Assert.True(page.Items.OfType<Rule>().Max(rule => rule.Y1) >= run.Baseline + (Size * 5));
    }

    [Fact]
    public void Underlines_run_down_the_left_side()
    {
        var cell = new TableCell([new("table-cell", [new TextRun("甲乙", Underline: true)])]) { IsVertical = true };

        var page = Paged.Layout(Sheets.Official, Table(Row(cell, Cell("")))).Pages[0];

        var run = Assert.Single(page.Items.OfType<GlyphRun>());
        var line = Assert.Single(page.Items.OfType<Rule>(), rule => rule.Thickness == Size * 0.05m);
        Assert.Equal((run.Baseline, run.Baseline + (Size * 2)), (line.Y1, line.Y2));
        Assert.True(line.X1 == line.X2 && line.X1 < run.X - new Length(Size.Millipoints / 2));
    }

    internal static TableCell Vertical(string text) => Cell(text) with { IsVertical = true };

    internal static TableCell Cell(string text) => new([Sheets.Paragraph(text, "table-cell")]);

    internal static TableRow Row(params TableCell[] cells) => new([.. cells], false);

    internal static Table Table(params TableRow[] rows) => new([.. Label], [.. rows]);

    private static List<GlyphRun> Runs(Table table) =>
        [.. Paged.Layout(Sheets.Official, table).Pages.SelectMany(page => page.Items).OfType<GlyphRun>()];

    private static Page Layout(SquareFonts fonts, Table table, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var found = new DiagnosticBag();
        var pages = new Typesetter(fonts).Layout(Sheets.Document(Sheets.Official, table), found);
        diagnostics = found.Items;
        return pages.Pages[0];
    }
}
