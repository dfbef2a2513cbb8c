using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class DocxReaderTests
{
    [Fact]
    public void A_written_document_reads_back_as_it_was()
    {
        var written = Samples.Everything();
        var returned = Read(Samples.Write(written), out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(DocumentPrinter.Print(written), DocumentPrinter.Print(returned));
        Assert.Equal(
            (written.Info.TypeId, written.Info.Title, written.Info.CaseId, written.Info.Author, written.Info.Date, written.Info.Stamp),
            (returned.Info.TypeId, returned.Info.Title, returned.Info.CaseId, returned.Info.Author, returned.Info.Date, returned.Info.Stamp));
    }

    [Fact]
    public void Any_document_reads_back_as_it_was()
    {
        var texts = Gen.Elements("甲", "#", "|", "**", "\t", " ", "  ", "“引”", "𬱖㛃龑", "abc", "<w:p/>").NonEmptyListOf().Select(string.Concat);
        var origins = Gen.Elements(Origin.None, Field("$.a"), Field("$.parties[0].name"), new Origin(null, [new("$.a"), new("$.b")], false));
        var inlines =
            from text in texts
            from origin in origins
            from bold in Gen.Elements(true, false)
            from underline in Gen.Elements(true, false)
            from kind in Gen.Choose(0, 6)
            select kind switch
            {
                0 => new LineBreak { Origin = origin },
                1 => new PageNumber(bold),
                _ => (Inline)new TextRun(text, bold, underline) { Origin = origin },
            };
        var lines = inlines.ListOf().Select(list => list.ToImmutableArray());
        var paragraphs = from style in Gen.Elements("title", "body", "party", "signature", "attachment-title")
                         from line in lines
                         select (Block)new Paragraph(style, line);
        var tables =
            from cells in lines.ArrayOf(5)
            from share in Gen.Choose(1, 9)
            from alignment in Gen.Elements(TextAlignment.Left, TextAlignment.Right, TextAlignment.Centre)
            select (Block)new Table(
                [new(share, alignment), new(7, TextAlignment.Left), new(0, TextAlignment.Centre)],
                [Row(true, (cells[0], 1), (cells[1], 1), (cells[2], 1)), Row(false, (cells[2], 1), (cells[1], 1), (cells[3], 1)), Row(false, (cells[3], 2), (cells[4], 1))]);
        var blocks = Gen.Frequency((6, paragraphs), (2, tables), (1, Gen.Constant<Block>(new PageBreak()))).NonEmptyListOf();

        Prop.ForAll(blocks.ToArbitrary(), each =>
        {
            var written = Samples.Of([.. each]);
            var bytes = Samples.Write(written);
            var returned = Read(bytes, out var diagnostics);
            Assert.Empty(diagnostics);
            Assert.Equal(DocumentPrinter.Print(written), DocumentPrinter.Print(returned));
            Assert.Empty(Returned.Of(WordLike.Save(bytes, each.Count), bytes).Findings);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Runs_that_Word_cut_are_one_again()
    {
        var returned = ReadBody("""
            <w:p><w:pPr><w:pStyle w:val="body"/></w:pPr><w:r w:rsidR="1"><w:t>原</w:t></w:r><w:proofErr w:type="spellStart"/>
            <w:r><w:t xml:space="preserve">告 </w:t></w:r><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>甲</w:t></w:r></w:p>
            """, out _);

        Assert.Equal("原告 甲", Assert.IsType<TextRun>(Assert.Single(Assert.IsType<Paragraph>(Assert.Single(returned.Blocks)).Inlines)).Text);
    }

    [Theory]
    [InlineData(true, "甲新丙\n\n二三\n\n尾\n")]
    [InlineData(false, "甲旧丙\n\n二\n\n三\n\n尾\n")]
    public void Tracked_changes_are_accepted_or_rejected(bool accept, string expected)
    {
        var returned = ReadBody("""
            <w:p><w:r><w:t>甲</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>新</w:t></w:r></w:ins>
            <w:del w:id="2" w:author="x"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>丙</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr><w:r><w:t>二</w:t></w:r></w:p>
            <w:p><w:r><w:t>三</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:ins w:id="4" w:author="x"/></w:rPr></w:pPr></w:p>
            <w:p><w:r><w:t>尾</w:t></w:r></w:p>
            """, out _, new() { AcceptChanges = accept });

        Assert.Equal(expected, DocumentPrinter.Print(returned).Replace(":body\n\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<w:p><w:r><w:drawing/></w:r></w:p>", "PD5007 (1,1) paragraph 1: a picture, text box or embedded object cannot be read")]
    [InlineData("<w:p/><w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", "PD5007 (2,1) paragraph 2: a footnote or endnote cannot be read")]
    [InlineData("<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>", "PD5007 (1,1) paragraph 1: automatic numbering cannot be read")]
    [InlineData("<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>x</w:t></w:r></w:p>", "PD5008 (1,1) paragraph 1: formatted by hand; only bold and underline are kept")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Fancy\"/></w:pPr></w:p>", "PD5006 (1,1) paragraph 1: the style 'Fancy' is not in the style sheet; read as body text")]
    [InlineData("<w:p><w:sdt><w:sdtPr><w:tag w:val=\"pii:#0011\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>", "PD5009 (1,1) paragraph 1: a content control no longer leads to a case field")]
    [InlineData("<w:p><w:pPr><w:sectPr><w:cols w:num=\"2\"/></w:sectPr></w:pPr></w:p>", "PD5007 (1,1) paragraph 1: text in columns cannot be read")]
    [InlineData("<w:p/><w:sectPr><w:pgSz w:orient=\"landscape\"/></w:sectPr>", "PD5007 (1,1) paragraph 1: a landscape page cannot be read")]
    [InlineData("<w:p><w:r><w:commentReference w:id=\"1\"/></w:r><w:commentRangeEnd w:id=\"1\"/></w:p>", null)]
    public void What_cannot_be_represented_is_named_with_its_paragraph(string body, string? expected)
    {
        ReadBody(body, out var diagnostics);

        Assert.Equal(
            expected is null ? [] : [expected],
            diagnostics.Select(each => $"{each.Code} {each.Location?.Start} {each.Message.English}"));
    }

    [Fact]
    public void A_style_is_known_by_the_name_users_see_whatever_its_id_became()
    {
        var bytes = Edit(Samples.Write(Samples.FromMarkup("# 公告\n\n| 甲 |\n|--:|\n| 1 |", null)), text => text
            .Replace("\"title\"", "\"a7\"", StringComparison.Ordinal)
            .Replace("\"table-cell--right\"", "\"a9\"", StringComparison.Ordinal));
        var returned = Read(bytes, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal("# 公告\n\n| 甲 |\n|--:|\n| 1 |\n", DocumentPrinter.Print(returned));
    }

    [Fact]
    public void A_control_without_the_custom_part_still_leads_to_its_field()
    {
        var bytes = Samples.Write(Samples.FromMarkup("{0}", null, "甲"));
        var returned = Read(Without(bytes, "customXml/item1.xml"), out _);

        Assert.Equal(Field("$.v0"), Assert.IsType<Paragraph>(Assert.Single(returned.Blocks)).Inlines[0].Origin);
    }

    [Fact]
    public void Controls_that_lost_their_tags_are_known_by_their_order()
    {
        var written = Samples.FromMarkup("{0}、{1}、{0}", null, "甲", "乙");
        var bytes = Edit(Samples.Write(written), text => Regex.Replace(text, "<w:sdtPr>.*?</w:sdtPr>", "<w:sdtPr/>").Replace("乙", "丙", StringComparison.Ordinal));

        Assert.Equal(["$.v1: 乙 → 丙"], Returned.Of(bytes, Samples.Write(written)).Edited);
    }

    [Theory]
    [InlineData("not a zip at all", "PD5001")]
    [InlineData("", "PD5001")]
    public void What_is_no_document_is_named(string content, string code)
    {
        Assert.Null(Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), new(), out var diagnostics));
        Assert.Equal([code], diagnostics.Select(each => each.Code));
    }

    [Theory]
    [InlineData("<w:document xmlns:w=\"urn:other\"/>", "PD5001")]
    [InlineData("<w:document", "PD5003")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "PD5003")]
    public void A_hostile_main_part_is_refused(string xml, string code)
    {
        Assert.Null(Read(Package(xml), new(), out var diagnostics));
        Assert.Equal([code], diagnostics.Select(each => each.Code));
    }

    [Fact]
    public void A_part_that_nests_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Null(Read(Package(deep), new(), out var diagnostics));
        Assert.Equal(["PD5003"], diagnostics.Select(each => each.Code));
    }

    [Fact]
    public void A_part_that_unpacks_to_too_much_is_refused()
    {
        var bomb = Package("<a>" + new string(' ', 5_000_000) + "</a>");

        Assert.Null(Read(bomb, new() { Limits = new() { LargestPart = 1_000_000 } }, out var diagnostics));
        Assert.Equal(["PD5002"], diagnostics.Select(each => each.Code));
    }

    [Theory]
    [InlineData("header", "某某公司文件", "PD5050")]
    [InlineData("footer", "— 1 —", null)]
    public void What_stands_in_the_margins_is_named_unless_it_is_a_page_number(string kind, string text, string? code)
    {
        var relations = $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="margin.xml"/>
            </Relationships>
            """;
        var margin = $"""<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>""";

        Read(Package(Body("<w:p/>"), ("word/margin.xml", margin), ("word/_rels/document.xml.rels", relations)), new(), out var diagnostics);

        Assert.Equal(code is null ? [] : [code], diagnostics.Select(each => each.Code));
    }

    [Fact]
    public void What_is_over_a_limit_is_refused()
    {
        var ordinary = Samples.Write(Samples.FromMarkup("甲", null));

        Assert.Equal(["PD5070"], Refused(new() { LargestFile = 1000 }));
        Assert.Equal(["PD5002"], Refused(new() { MostParts = 3 }));
        Assert.Contains("PD5002", Refused(new() { LargestTotal = 2000 }));
        Assert.Equal(["PD5003"], Refused(new() { DeepestElement = 2 }).Distinct());

        IEnumerable<string> Refused(DocxLimits limits)
        {
            Read(new MemoryStream(ordinary), new() { Limits = limits }, out var diagnostics);
            return diagnostics.Select(each => each.Code);
        }
    }

    [Fact]
    public void Macros_and_things_outside_are_named_and_left_alone()
    {
        const string Relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://192.0.2.1/x.png" TargetMode="External"/>
            <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://192.0.2.1/" TargetMode="External"/>
            </Relationships>
            """;
        var package = Package(Body("<w:p/>"), ("word/vbaProject.bin", "x"), ("word/_rels/document.xml.rels", Relations));

        Assert.NotNull(Read(package, new(), out var diagnostics));
        Assert.Equal(["PD5004", "PD5005"], diagnostics.Select(each => each.Code));
    }

    private static Origin Field(string path) => new(null, [new(path)], Verbatim: true);

    private static TableRow Row(bool isHeader, params (ImmutableArray<Inline> Inlines, int Span)[] cells) =>
        new([.. cells.Select(cell => new TableCell([new(isHeader ? "table-header" : "table-cell", cell.Inlines)], cell.Span))], isHeader);

    private static Document Read(byte[] bytes, out IReadOnlyList<Diagnostic> diagnostics) =>
        Assert.IsType<Document>(Read(new MemoryStream(bytes), new(), out diagnostics));

    private static Document? Read(Stream input, DocxReadOptions options, out IReadOnlyList<Diagnostic> found)
    {
        var diagnostics = new DiagnosticBag();
        var document = new DocxReader(StyleFiles.Procuratorial, options).Read(input, "edited.docx", diagnostics);
        found = diagnostics.Items;
        return document;
    }

    private static Document ReadBody(string body, out IReadOnlyList<Diagnostic> diagnostics, DocxReadOptions? options = null) =>
        Assert.IsType<Document>(Read(Package(Body(body)), options ?? new(), out diagnostics));

    private static string Body(string content) =>
        $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{content}</w:body></w:document>""";

    private static MemoryStream Package(string main, params (string Name, string Content)[] others)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in others.Prepend(("word/document.xml", main)))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        output.Position = 0;
        return output;
    }

    private static byte[] Without(byte[] bytes, string part) => Rewrite(bytes, (name, text) => name == part ? null : text);

    private static byte[] Edit(byte[] bytes, Func<string, string> change) => Rewrite(bytes, (_, text) => change(text));

    private static byte[] Rewrite(byte[] bytes, Func<string, string, string?> change)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = new List<(string, string)>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            if (change(entry.FullName, reader.ReadToEnd()) is { } text)
            {
                parts.Add((entry.FullName, text));
            }
        }

        var main = parts.Single(part => part.Item1 == "word/document.xml");
        return Package(main.Item2, [.. parts.Where(part => part.Item1 != "word/document.xml")]).ToArray();
    }
}
