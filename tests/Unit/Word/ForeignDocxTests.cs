using System.IO.Compression;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

/// <summary>Word files that other programs made: read as well as they allow, and what was left out is said.</summary>
public sealed class ForeignDocxTests
{
    private const string Right = "<w:pPr><w:jc w:val=\"right\"/></w:pPr>";
    private const string Centre = "<w:pPr><w:jc w:val=\"center\"/></w:pPr>";

    [Fact]
    public void Cells_take_the_look_of_cells_whatever_style_they_have()
    {
        var returned = Read(
            $"""
            <w:tbl><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>
            <w:tr>{Cell(Centre, "项目")}{Cell(Centre, "金额")}</w:tr>
            <w:tr>{Cell("", "罚款")}{Cell(Right, "3.00")}</w:tr>
            <w:tr>{Cell("<w:pPr><w:pStyle w:val=\"odd\"/></w:pPr>", "其他")}{Cell(Right, "4.00")}</w:tr></w:tbl>
            """,
            out var diagnostics);

        var table = Assert.IsType<Table>(Assert.Single(returned.Blocks));
        Assert.Equal(
            ["table-header", "table-header", "table-cell", "table-cell", "table-cell", "table-cell"],
            table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Select(paragraph => paragraph.Style));
        Assert.Equal([true, false, false], table.Rows.Select(row => row.IsHeader));
        Assert.Equal([TextAlignment.Left, TextAlignment.Right], table.Columns.Select(column => column.Alignment));
        Assert.Equal(["PD5006 paragraph 5: the style 'odd' is not in the style sheet; read as text of a table"], Shown(diagnostics));
    }

    [Fact]
    public void A_cell_aligned_otherwise_than_its_column_is_named()
    {
        Read(
            $"<w:tbl><w:tr>{Cell("", "甲")}</w:tr><w:tr>{Cell("<w:pPr><w:jc w:val=\"left\"/></w:pPr>", "1")}</w:tr><w:tr>{Cell(Right, "2")}</w:tr></w:tbl>",
            out var diagnostics);

        Assert.Equal(["PD5008 paragraph 3: formatted by hand; only bold and underline are kept"], Shown(diagnostics));
    }

    [Fact]
    public void A_title_a_name_and_a_date_set_by_hand_are_what_they_look_like()
    {
        var returned = Read(
            $"<w:p/>{Paragraph(Centre, "情况报告")}{Paragraph("", "正文")}{Paragraph(Centre, "小题")}{Paragraph(Right, "单位：元")}"
            + $"{Paragraph(Right, "某某局")}{Paragraph(Right, "2024年5月1日")}",
            out var diagnostics);

        Assert.Equal(
            ["body", "title", "body", "body", "body", "signature", "date"],
            returned.Blocks.Cast<Paragraph>().Select(paragraph => paragraph.Style));
        Assert.Equal(["PD5008 paragraphs 4 to 5: formatted by hand; only bold and underline are kept"], Shown(diagnostics));
    }

    [Fact]
    public void What_holds_for_many_paragraphs_is_said_once()
    {
        var odd = Paragraph("<w:pPr><w:pStyle w:val=\"odd\"/></w:pPr>", "字");
        Read($"{odd}{odd}{Paragraph("", "字")}{odd}", out var diagnostics);

        Assert.Equal(["PD5006 paragraphs 1 to 2, 4: the style 'odd' is not in the style sheet; read as body text"], Shown(diagnostics));
    }

    [Fact]
    public void Very_many_places_are_not_all_listed()
    {
        var odd = Paragraph("<w:pPr><w:pStyle w:val=\"odd\"/></w:pPr>", "字") + Paragraph("", "字");
        Read(string.Concat(Enumerable.Repeat(odd, 31)), out var diagnostics);

        Assert.Contains("57, 59 and others:", Assert.Single(Shown(diagnostics)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decimal", "%1.", "1. 甲|2. 乙|3. 丙")]
    [InlineData("chineseCountingThousand", "%1、", "一、甲|二、乙|三、丙")]
    [InlineData("chineseLegalSimplified", "第%1项", "第壹项 甲|第贰项 乙|第叁项 丙")]
    [InlineData("decimalEnclosedCircleChinese", "%1", "① 甲|② 乙|③ 丙")]
    [InlineData("decimalEnclosedParen", "%1", "⑴ 甲|⑵ 乙|⑶ 丙")]
    [InlineData("decimalEnclosedFullstop", "%1", "⒈ 甲|⒉ 乙|⒊ 丙")]
    [InlineData("decimalFullWidth", "%1．", "１．甲|２．乙|３．丙")]
    [InlineData("decimalZero", "%1", "01 甲|02 乙|03 丙")]
    [InlineData("ideographTraditional", "%1．", "甲．甲|乙．乙|丙．丙")]
    [InlineData("upperLetter", "%1)", "A) 甲|B) 乙|C) 丙")]
    [InlineData("lowerRoman", "(%1)", "(i) 甲|(ii) 乙|(iii) 丙")]
    [InlineData("bullet", "\uF0B7", "• 甲|• 乙|• 丙")]
    [InlineData("bullet", "◆", "◆ 甲|◆ 乙|◆ 丙")]
    [InlineData("none", "", "甲|乙|丙")]
    public void Numbers_that_Word_counts_are_written_out(string format, string text, string expected)
    {
        var returned = ReadList(
            $"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>",
            Item(0, "甲") + Item(0, "乙") + Item(0, "丙"),
            out var diagnostics);

        Assert.Equal(expected.Split('|'), returned);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Levels_begin_anew_below_each_item_and_name_those_above()
    {
        var returned = ReadList(
            """
            <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/><w:suff w:val="nothing"/></w:lvl>
            """,
            Item(0, "甲") + Item(1, "子") + Item(1, "丑") + Item(0, "乙") + Item(1, "寅"),
            out _);

        Assert.Equal(["三、甲", "3.1子", "3.2丑", "四、乙", "4.1寅"], returned);
    }

    [Fact]
    public void A_style_may_bring_its_paragraphs_into_a_list_and_a_list_may_begin_anew()
    {
        var content = Paragraph("<w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>", "甲") + Paragraph("<w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>", "乙")
            + Item(0, "丙") + Item(0, "丁", list: 2);
        var returned = Read(
            content,
            out _,
            ("word/numbering.xml", Numbering("<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:pStyle w:val=\"a1\"/></w:lvl>")),
            ("word/styles.xml", Part("styles", "<w:style w:styleId=\"a1\"><w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")));

        Assert.Equal(["1. 甲", "2. 乙", "3. 丙", "1. 丁"], Texts(returned));
    }

    [Fact]
    public void A_way_of_counting_that_is_not_known_is_named_and_never_guessed()
    {
        var returned = ReadList(
            "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"hebrew1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>", Item(0, "甲") + Item(0, "乙"), out var diagnostics);

        Assert.Equal(["甲", "乙"], returned);
        Assert.Equal(["PD5007 paragraphs 1 to 2: automatic numbering cannot be read"], Shown(diagnostics));
    }

    private static string Cell(string properties, string text) => $"<w:tc>{Paragraph(properties, text)}</w:tc>";

    private static string Paragraph(string properties, string text) => $"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Item(int level, string text, int list = 1) =>
        Paragraph($"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>", text);

    private static IEnumerable<string> Shown(IReadOnlyList<Diagnostic> diagnostics) => diagnostics.Select(each => $"{each.Code} {each.Message.English}");

    private static IEnumerable<string> Texts(Document document) =>
        document.Blocks.Cast<Paragraph>().Select(paragraph => string.Concat(paragraph.Inlines.Cast<TextRun>().Select(run => run.Text)));

    private static string Part(string root, string content) =>
        $"<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{content}</w:{root}>";

    // Two lists of the same looks, the second beginning anew.
    private static string Numbering(string levels) => Part(
        "numbering",
        $"<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");

    private static IEnumerable<string> ReadList(string levels, string content, out IReadOnlyList<Diagnostic> diagnostics) =>
        Texts(Read(content, out diagnostics, ("word/numbering.xml", Numbering(levels))));

    private static Document Read(string content, out IReadOnlyList<Diagnostic> diagnostics, params (string Name, string Content)[] others)
    {
        const string Relationships = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
            <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>
            """;
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in others.Append(("word/document.xml", Part("document", $"<w:body>{content}</w:body>"))).Append(("word/_rels/document.xml.rels", Relationships)))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        var found = new DiagnosticBag();
        output.Position = 0;
        var document = new DocxReader(StyleFiles.Procuratorial, new()).Read(output, "foreign.docx", found);
        diagnostics = found.Items;
        return Assert.IsType<Document>(document);
    }
}
