using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

/// <summary>Tables with standing cells, cells over several rows, and no rules: to Word and back, and from other programs.</summary>
public sealed class WordTableTests
{
    private const string Form = """
        |v:--:|----|----|
        | 案由 | 侵犯公民个人信息 ||
        | 受送达人 | 姓名 | 某公司 |
        | ^^ | 住址 | 某路1号 |
        | 备注 | ^^ | ^^ |
        """;

    [Theory]
    [InlineData(Form)]
    [InlineData("| 序号 | 名称 |\n|--|----|\n| 1 | <vertical>竖排 |\n| 2 | 横排 |")]
    [InlineData("| 序号 | 名称 |\n|~~|~~~~|\n| 1 | 甲 |")]
    [InlineData("|v==|====|\n| 送达地点 | 某路1号 |\n| ^^ | |")]
    public void A_table_comes_back_as_it_was_written(string markup)
    {
        var written = Samples.FromMarkup(markup, null);

        var returned = Read(Samples.Write(written), out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(DocumentPrinter.Print(written), DocumentPrinter.Print(returned));
        Assert.Empty(DocxValidator.Problems(Samples.Write(written), "form.docx"));
    }

    [Fact]
    public void Word_is_told_direction_merge_and_height()
    {
        var cells = Body(Samples.Write(Samples.FromMarkup("|v--|----|\n| 受送达人 | 甲 |\n| ^^ | 乙 |", null))).Descendants(W + "tc").ToList();

        Assert.Equal(["restart", null, "continue", null], cells.Select(cell => Property(cell, "vMerge")));
        Assert.Equal(["tbRlV", null, null, null], cells.Select(cell => Property(cell, "textDirection")));

        // Four characters of the cell's size and its padding, shared by two rows: programs that do not make rows grow show it all.
        var styles = StyleFiles.Procuratorial;
        var least = (styles.Paragraphs[styles.Tables.CellStyle].Size * 4).Twips / 2;
        Assert.All(cells.Select(cell => cell.Parent!), row => Assert.True((int)row.Descendants(W + "trHeight").Single().Attribute(W + "val")! >= least));
    }

    [Fact]
    public void A_row_is_high_enough_for_all_columns_of_a_long_text()
    {
        var text = new string('长', 90);
        var document = Samples.FromMarkup($"|v--|--------|\n| {text} | 甲 |", null);

        var styles = StyleFiles.Procuratorial;
        var width = ColumnWidths.Of(Assert.IsType<Table>(document.Blocks[0]), styles)[0] - (styles.Tables.PaddingHorizontal * 2);
        var cell = styles.Paragraphs[styles.Tables.CellStyle];
        var columns = width.Millipoints / (cell.LinePitch ?? styles.Page.LinePitch).Millipoints;
        var height = (int)Body(Samples.Write(document)).Descendants(W + "trHeight").Single().Attribute(W + "val")!;
        Assert.InRange(columns, 2, 5);
        Assert.True(height >= (cell.Size * (90 / columns)).Twips);
    }

    [Fact]
    public void Rows_of_other_programs_leave_the_room_they_left()
    {
        var table = ReadTable($"<w:tr><w:trPr><w:trHeight w:val=\"1200\"/></w:trPr>{Cell("备注")}</w:tr><w:tr>{Cell("甲")}</w:tr>", out var diagnostics);

        Assert.Equal([Length.FromPoints(60), Length.Zero], table.Rows.Select(row => row.LeastHeight));
        Assert.False(table.IsForm);
        Assert.Empty(diagnostics);
        Assert.Equal("1200", (string?)Body(Samples.Write(Samples.Of([table]))).Descendants(W + "trHeight").Single().Attribute(W + "val"));
    }

    [Theory]
    [InlineData("tbRl")]
    [InlineData("tbRlV")]
    [InlineData("rl")]
    [InlineData("rlV")]
    public void Text_that_runs_down_is_read_as_such(string direction)
    {
        var table = ReadTable($"<w:tr>{Cell("受送达人", $"<w:textDirection w:val=\"{direction}\"/>")}{Cell("甲")}</w:tr>", out var diagnostics);

        Assert.Equal([true, false], table.Rows[0].Cells.Select(cell => cell.IsVertical));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("btLr", false, "the direction of text that runs upwards")]
    [InlineData("lr", false, "the direction of text that runs upwards")]
    [InlineData("lrTbV", false, "the turn of characters in horizontal text")]
    [InlineData("tbV", false, "the turn of characters in horizontal text")]
    [InlineData("tbLrV", true, "the order of columns from left to right")]
    [InlineData("lrV", true, "the order of columns from left to right")]
    public void Other_directions_are_named(string direction, bool isVertical, string what)
    {
        var table = ReadTable($"<w:tr>{Cell("甲", $"<w:textDirection w:val=\"{direction}\"/>")}</w:tr>", out var diagnostics);

        Assert.Equal(isVertical, table.Rows[0].Cells[0].IsVertical);
        Assert.Equal([$"PD5007 paragraph 1: {what} cannot be read"], diagnostics);
    }

    [Fact]
    public void Merged_cells_are_one_and_what_they_hide_is_named()
    {
        var table = ReadTable(
            $"<w:tr>{Cell("标", Restart)}{Cell("一")}</w:tr><w:tr>{Cell("", Part)}{Cell("二")}</w:tr><w:tr>{Cell("遮", Part)}{Cell("三", Part)}</w:tr>",
            out var diagnostics);

        Assert.Equal(["3 1", "0 1", "0 1"], RowSpans.Of(table).Select(row => string.Join(' ', row)));
        Assert.Equal("标一二三", TextOf(table));
        Assert.Equal(["PD5007 paragraph 5: text that a merged cell hides cannot be read"], diagnostics);
    }

    [Fact]
    public void Cells_merged_within_a_row_as_older_programs_do_are_one_and_what_they_hide_is_named()
    {
        const string Begins = "<w:hMerge w:val=\"restart\"/>";
        const string GoesOn = "<w:hMerge/>";
        var table = ReadTable(
            $"<w:tr>{Cell("宽", Begins)}{Cell("", GoesOn)}{Cell("右")}</w:tr><w:tr>{Cell("甲", Begins)}{Cell("乙", Begins)}{Cell("遮", GoesOn)}</w:tr>"
            + $"<w:tr>{Cell("一", GoesOn)}{Cell("二")}{Cell("三")}</w:tr>",
            out var diagnostics);

        Assert.Equal(["2 1", "1 2", "1 1 1"], table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.ColumnSpan))));
        Assert.Equal("宽右甲乙一二三", TextOf(table));
        Assert.Equal(["PD5007 paragraph 6: text that a merged cell hides cannot be read"], diagnostics);
    }

    [Fact]
    public void A_cell_merged_with_one_of_another_width_keeps_its_text()
    {
        var table = ReadTable(
            $"<w:tr>{Cell("宽", $"<w:gridSpan w:val=\"2\"/>{Restart}")}</w:tr><w:tr>{Cell("左", Part)}{Cell("右")}</w:tr>", out var diagnostics);

        Assert.Equal("宽左右", TextOf(table));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void A_row_that_begins_further_in_keeps_its_columns()
    {
        var table = ReadTable(
            $"<w:tr>{Cell("甲")}{Cell("乙", Restart)}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Cell("", Part)}</w:tr>", out var diagnostics);

        Assert.Equal(["1 2", "1 0"], RowSpans.Of(table).Select(row => string.Join(' ', row)));
        Assert.Equal(["PD5007 paragraph 2: an empty start of a table row cannot be read"], diagnostics);
    }

    [Fact]
    public void A_head_that_goes_on_in_the_rows_below_is_none()
    {
        const string Head = "<w:trPr><w:tblHeader/></w:trPr>";
        var table = ReadTable($"<w:tr>{Head}{Cell("标", Restart)}{Cell("一")}</w:tr><w:tr>{Cell("", Part)}{Cell("二")}</w:tr>", out _);

        Assert.All(table.Rows, row => Assert.False(row.IsHeader));
        Assert.Equal(2, RowSpans.Of(table)[0][0]);
    }

    [Theory]
    [InlineData("", "", false)] // Every line by the style, as Word's own Table Grid.
    [InlineData("none", "", true)]
    [InlineData("nil", "", true)]
    [InlineData("none", "single", false)] // By hand, cell by cell, as LibreOffice writes them.
    [InlineData("", "nil", true)]
    public void A_table_has_rules_as_its_cells_itself_and_its_style_say(string ofTable, string ofCell, bool isUnruled)
    {
        var table = ReadTable($"<w:tblPr><w:tblStyle w:val=\"grid\"/>{Borders("tblBorders", ofTable)}</w:tblPr><w:tr>{Cell("甲", Borders("tcBorders", ofCell))}{Cell("乙", Borders("tcBorders", ofCell))}</w:tr>", out var diagnostics);

        Assert.Equal(isUnruled, table.IsUnruled);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Without_any_word_about_lines_there_are_none()
    {
        var table = ReadTable($"<w:tr>{Cell("甲")}</w:tr>", out _, isPlain: true);

        Assert.True(table.IsUnruled);
    }

    [Fact]
    public void Lines_on_some_edges_become_lines_on_all_and_that_is_said_once()
    {
        const string Bottom = "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:right w:val=\"nil\"/><w:bottom w:val=\"single\"/></w:tcBorders>";
        var content = $"<w:tbl><w:tr>{Cell("姓名", Bottom)}</w:tr></w:tbl><w:p/><w:tbl><w:tr>{Cell("住址", Bottom)}</w:tr></w:tbl>";

        var document = Read(Package(content), out var diagnostics);

        Assert.All(document.Blocks.OfType<Table>(), table => Assert.False(table.IsUnruled));
        Assert.Equal(["PD5010 paragraphs 1, 3: the table that begins there has lines in part; drawn with all of them"], diagnostics);
    }

    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Part = "<w:vMerge/>";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(text.Length > 0 ? $"<w:r><w:t>{text}</w:t></w:r>" : "")}</w:p></w:tc>";

    private static string Borders(string element, string value) => value.Length == 0 ? "" : $"<w:{element}>{string.Concat(Sides.Select(side => $"<w:{side} w:val=\"{value}\"/>"))}</w:{element}>";

    private static IEnumerable<string> Sides => ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static string TextOf(Table table) =>
        string.Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Inlines).Cast<TextRun>().Select(run => run.Text));

    private static string? Property(XElement cell, string name) => (string?)cell.Element(W + "tcPr")?.Element(W + name)?.Attribute(W + "val");

    private static Table ReadTable(string rows, out IReadOnlyList<string> diagnostics, bool isPlain = false)
    {
        var style = rows.StartsWith("<w:tblPr>", StringComparison.Ordinal) || isPlain ? "" : "<w:tblPr><w:tblStyle w:val=\"grid\"/></w:tblPr>";
        return Assert.IsType<Table>(Assert.Single(Read(Package($"<w:tbl>{style}{rows}</w:tbl>"), out diagnostics).Blocks));
    }

    private static Document Read(byte[] file, out IReadOnlyList<string> diagnostics)
    {
        var found = new DiagnosticBag();
        var document = new DocxReader(StyleFiles.Procuratorial, new()).Read(new MemoryStream(file), "form.docx", found);
        diagnostics = [.. found.Items.Select(each => $"{each.Code} {each.Message.English}")];
        return Assert.IsType<Document>(document);
    }

    private static XElement Body(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var main = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(main);
    }

    // Of another program: with a table style that draws all lines, and a default one that draws none.
    private static byte[] Package(string body)
    {
        var styles = $"<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"plain\"><w:name w:val=\"Normal Table\"/></w:style><w:style w:type=\"table\" w:styleId=\"lines\"><w:name w:val=\"Lines\"/><w:tblPr>{Borders("tblBorders", "single")}</w:tblPr></w:style>"
            + "<w:style w:type=\"table\" w:styleId=\"grid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"lines\"/></w:style>";
        ImmutableArray<(string Name, string Content)> parts =
        [
            ("word/document.xml", $"<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>"),
            ("word/styles.xml", $"<w:styles xmlns:w=\"{W}\">{styles}</w:styles>"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"),
        ];
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return output.ToArray();
    }
}
