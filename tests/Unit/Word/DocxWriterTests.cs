using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class DocxWriterTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("procuratorial")]
    [InlineData("official")]
    [InlineData("press")]
    public void A_document_with_everything_is_valid(string styles) =>
        Assert.Empty(Errors(Samples.Write(Samples.Everything(StyleFiles.Read(styles)))));

    [Theory]
    [InlineData("")]
    [InlineData("| 甲 |\n|--|")]
    [InlineData("|甲|\n|--|\n|1|\n\n|乙|\n|--|\n|2|")]
    [InlineData("| 甲 | 乙 | 丙 |\n|-|--|-:|\n| 合计 || 1 |\n| 很长很长很长很长很长很长很长很长很长很长很长很长很长的一格 | 1 | 2 |")]
    [InlineData(":page-break")]
    [InlineData("甲\n:page-break\n:page-break\n| 甲 |\n:page-break")]
    [InlineData("第<page>页，共<pages>页")]
    [InlineData(":node H person 甲\n:node C organisation dashed 乙\n:edge H C dashed 经营\n\n又：\n:node Q account 丙")]
    public void Odd_documents_are_valid_too(string markup) =>
        Assert.Empty(Errors(Samples.Write(Samples.FromMarkup(markup, null))));

    [Fact]
    public void A_table_without_rows_is_left_out() =>
        Assert.Empty(Errors(Samples.Write(Samples.Of([new Table([new(1, TextAlignment.Left)], [])]))));

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(Samples.Write(Samples.Everything()), Samples.Write(Samples.Everything()));

    [Fact]
    public void Data_stays_text_whatever_it_looks_like()
    {
        var pieces = Gen.Elements("<w:p/>", "&amp;", "]]>", "#", "|", "**", "\n", "\t", "  ", "\u0001", "\uD800", "\"", "甲", "𬱖");
        Prop.ForAll(pieces.ArrayOf().Select(string.Concat).ToArbitrary(), value =>
        {
            var origin = new Origin(null, [new("$.a")], Verbatim: true);
            Paragraph paragraph = new("body", value.Length == 0 ? [] : [new TextRun(value) { Origin = origin }]);
            var bytes = Samples.Write(Samples.Of([paragraph, new Paragraph("title", [])]));
            return Paragraphs(bytes).Count() == 2 && Errors(bytes).Length == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_paragraph_has_a_style_of_the_list_and_nothing_else()
    {
        var bytes = Samples.Write(Samples.Everything());
        var known = Part(bytes, "word/styles.xml").Descendants(W + "style").Select(style => (string?)style.Attribute(W + "styleId")).ToHashSet();

        foreach (var properties in Part(bytes, "word/document.xml").Descendants(W + "pPr"))
        {
            var style = (string?)properties.Element(W + "pStyle")?.Attribute(W + "val");
            Assert.Contains(style, known);

            // Only the seal stands by what another line says: below the middle of the date.
            Assert.DoesNotContain(
                properties.Elements(),
                each => each.Name != W + "pStyle" && each.Name != W + "pageBreakBefore" && !(style == "seal" && each.Name == W + "ind"));
        }
    }

    [Fact]
    public void A_line_that_announces_is_kept_with_the_next()
    {
        var bytes = Samples.Write(Samples.FromMarkup("经审理查明：\n\n某年某月。", null));

        var kept = Part(bytes, "word/document.xml").Descendants(W + "p").Select(each => each.Descendants(W + "keepNext").Any());
        Assert.Equal([true, false], kept);
        Assert.Empty(Errors(bytes));
    }

    [Fact]
    public void Fixed_text_of_one_look_is_one_run_whatever_lines_of_a_template_wrote_it()
    {
        TextRun Written(string text, bool bold = false) => new(text, bold) { Origin = new(new(new("a.sbn", text), new(0, text.Length)), [], Verbatim: false) };
        Paragraph paragraph = new("body", [Written("被告"), Written("：“"), Written("依法", bold: true), Written("判令"), new LineBreak(), Written("赔偿")]);

        var runs = Part(Samples.Write(Samples.Of([paragraph])), "word/document.xml").Descendants(W + "r").Where(run => run.Elements(W + "t").Any());

        Assert.Equal(["被告：“", "依法", "判令", "赔偿"], runs.Select(run => run.Value));
    }

    [Fact]
    public void Fonts_are_named_in_all_four_slots_and_by_no_theme()
    {
        var fonts = Part(Samples.Write(Samples.Everything()), "word/styles.xml").Descendants(W + "rFonts").ToList();

        Assert.NotEmpty(fonts);
        Assert.All(fonts, each => Assert.Equal(
            ["ascii", "cs", "eastAsia", "hAnsi"],
            each.Attributes().Select(attribute => attribute.Name.LocalName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Punctuation_of_both_scripts_is_hinted_as_Chinese()
    {
        var runs = Part(Samples.Write(Samples.FromMarkup("他说“好”——……·\n\nplain", null)), "word/document.xml").Descendants(W + "r");

        Assert.Equal(
            ["eastAsia", null],
            runs.Select(run => (string?)run.Element(W + "rPr")?.Element(W + "rFonts")?.Attribute(W + "hint")));
    }

    [Fact]
    public void The_grid_holds_22_lines_of_28_characters()
    {
        var section = Assert.Single(Part(Samples.Write(Samples.Everything()), "word/document.xml").Descendants(W + "sectPr"));
        var grid = section.Element(W + "docGrid")!;
        var margins = section.Element(W + "pgMar")!;

        Assert.Equal(("linesAndChars", "579", "-848"), (Value(grid, "type"), Value(grid, "linePitch"), Value(grid, "charSpace")));
        Assert.Equal(
            ("2098", "1474", "1984", "1587"),
            (Value(margins, "top"), Value(margins, "right"), Value(margins, "bottom"), Value(margins, "left")));

        // 25 mm from the edge of the paper, as layout.md works out; a twip is 1/1440 inch.
        Assert.InRange(int.Parse(Value(margins, "footer")!, CultureInfo.InvariantCulture), 1400, 1440);
    }

    [Fact]
    public void A_value_stands_in_a_control_that_leads_to_its_field()
    {
        var deep = "$." + string.Join('.', Enumerable.Repeat("very_long_member_name", 6)) + ".name";
        Origin Of(string path) => new(null, [new(path)], Verbatim: true);
        var derived = new Origin(null, [new("$.a"), new("$.b")], Verbatim: false);
        var bytes = Samples.Write(Samples.Of(
        [
            new Paragraph("body", [
                new TextRun("甲") { Origin = Of("$.parties[0].name") },
                new TextRun("一") { Origin = Of(deep) },
                new LineBreak { Origin = Of(deep) },
                new TextRun("二") { Origin = Of(deep) },
                new TextRun("丙") { Origin = derived },
            ]),
        ]));

        var controls = Part(bytes, "word/document.xml").Descendants(W + "sdt").ToList();
        var tags = controls.Select(control => Value(control.Descendants(W + "tag").Single(), "val")!).ToList();
        var fields = Part(bytes, "customXml/item1.xml").Elements().ToDictionary(
            field => (string)field.Attribute("tag")!, field => (string)field.Attribute("path")!);

        Assert.Equal(["甲", "一二", "丙"], controls.Select(control => string.Concat(control.Descendants(W + "t").Select(text => text.Value))));
        Assert.Equal("pii:parties[0].name", tags[0]);
        Assert.All(tags, tag => Assert.InRange(tag.Length, 5, 64));
        Assert.Equal("pii:~0", tags[2]);
        Assert.Equal(["$.parties[0].name", deep, "$.a $.b"], tags.Select(tag => fields[tag]));
        Assert.Equal(["1", "2", "3"], controls.Select(control => Value(control.Descendants(W + "id").Single(), "val")));
        Assert.Empty(Errors(bytes));
    }

    [Fact]
    public void The_custom_part_names_template_and_case_and_holds_no_value()
    {
        var part = Part(Samples.Write(Samples.Everything()), "customXml/item1.xml");

        Assert.Equal(
            ("indictment-with-civil-claims", "003", "1.0", "00aa", "00bb"),
            ((string?)part.Attribute("type"), (string?)part.Attribute("case"), (string?)part.Attribute("templateVersion"),
                (string?)part.Attribute("templateHash"), (string?)part.Attribute("caseHash")));
        Assert.DoesNotContain("王某某", part.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_names_the_control_where_one_is_known()
    {
        var options = new DocxOptions { LabelOf = path => path.Value == "$.v1" ? "姓名" : null };
        var aliases = Part(Samples.Write(Samples.FromMarkup("{0}{1}", null, "甲", "乙"), options), "word/document.xml").Descendants(W + "alias");

        Assert.Equal(["v0", "姓名"], aliases.Select(alias => Value(alias, "val")));
    }

    [Fact]
    public void Tables_have_header_rows_and_columns_that_sum_to_the_width()
    {
        var table = Part(Samples.Write(Samples.Everything()), "word/document.xml").Descendants(W + "tbl").First();
        var columns = table.Descendants(W + "gridCol").Select(column => int.Parse(Value(column, "w")!, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(Value(table.Descendants(W + "tblW").Single(), "w"), columns.Sum().ToString(CultureInfo.InvariantCulture));
        Assert.NotEmpty(table.Elements(W + "tr").First().Descendants(W + "tblHeader"));
        Assert.All(table.Elements(W + "tr"), row => Assert.NotEmpty(row.Descendants(W + "cantSplit")));
        Assert.Equal("2", Value(table.Descendants(W + "gridSpan").Single(), "val"));
    }

    [Fact]
    public void The_last_lines_of_text_go_to_the_next_page_with_the_names()
    {
        var paragraphs = Part(Samples.Write(Samples.FromMarkup("一。\n\n二。\n\n:signature 某院\n:date 某日", null)), "word/document.xml").Descendants(W + "p").ToList();

        Assert.Equal([false, true, false, false], paragraphs.Select(each => each.Descendants(W + "keepNext").Any()));
    }

    [Fact]
    public void The_last_row_of_a_table_goes_to_the_next_page_with_the_names_below_it()
    {
        var bytes = Samples.Write(Samples.FromMarkup("| 甲 | 乙 |\n|--|--|\n| 1 |  |\n| 2 |  |\n\n:signature 某院\n\n:date 2024年5月1日", null));
        var rows = Part(bytes, "word/document.xml").Descendants(W + "tr");

        Assert.Equal([false, false, true], rows.Select(row => row.Descendants(W + "p").All(each => each.Descendants(W + "keepNext").Any())));
    }

    [Fact]
    public void Rows_of_a_form_are_as_high_in_Word_and_are_known_again()
    {
        var sheet = Samples.Everything().Styles;
        sheet = sheet with { Tables = sheet.Tables with { FormRow = Length.FromPoints(36) } };
        var file = Samples.Write(Samples.FromMarkup("| 栏目 | 内容 |\n|==|==|\n| 签名 |  |\n", sheet));

        var height = Assert.Single(Part(file, "word/document.xml").Descendants(W + "trHeight"));

        Assert.Equal(("720", "atLeast"), (Value(height, "val"), Value(height, "hRule")));
        Assert.True(new DocxReader(sheet, new()).Read(new MemoryStream(file), "x.docx", new())!.Blocks.OfType<Table>().Single().IsForm);
    }

    [Fact]
    public void Page_numbers_stand_outside_on_both_sides_of_the_sheet()
    {
        var bytes = Samples.Write(Samples.Everything());

        Assert.Equal("— 1 —", Part(bytes, "word/footer1.xml").Value);
        Assert.Equal("— 1 —", Part(bytes, "word/footer2.xml").Value);
        Assert.NotEmpty(Part(bytes, "word/settings.xml").Elements(W + "evenAndOddHeaders"));
        Assert.Equal(["right", "left"], new[] { "Footer", "FooterEven" }.Select(id => Value(
            Part(bytes, "word/styles.xml").Elements(W + "style").Single(style => Value(style, "styleId") == id).Descendants(W + "jc").Single(), "val")));
    }

    [Fact]
    public void The_file_says_what_it_is_and_not_when_it_was_made()
    {
        var core = Part(Samples.Write(Samples.Everything()), "docProps/core.xml");

        Assert.Equal(
            ["刑事附带民事公益诉讼起诉书", "上海市某区人民检察院", "zh-CN", "上海市某区人民检察院", "2024-10-28T00:00:00Z", "2024-10-28T00:00:00Z"],
            core.Elements().Select(element => element.Value));
    }

    [Fact]
    public void Ten_thousand_paragraphs_are_written_in_one_pass() =>
        Assert.Equal(10_000, Paragraphs(Samples.Write(Samples.Of([.. Enumerable.Repeat(new Paragraph("body", [new TextRun("甲")]), 10_000)]))).Count());

    private static string[] Errors(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static IEnumerable<XElement> Paragraphs(byte[] bytes) =>
        Part(bytes, "word/document.xml").Element(W + "body")!.Elements(W + "p");

    private static XElement Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private static string? Value(XElement element, string attribute) => (string?)element.Attribute(W + attribute);
}
