using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Fonts;

namespace PiiDocs.Unit.Pdf;

/// <summary>What archives ask of a file: structure, metadata, colours, and the limits of each standard.</summary>
public sealed class PdfArchiveTests
{
    private static readonly OpenTypeFace Song = TestFont.Open(TestFont.TrueType());

    [Fact]
    public void Paragraphs_headings_lists_and_tables_are_tagged_under_the_document()
    {
        var file = Read(Everything());

        Assert.Contains("/RoleMap<</Title/H1>>", file.ObjectWith("/Type/StructTreeRoot"), StringComparison.Ordinal);
        Assert.Equal(
            ["Document", "Title", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure"],
            new[] { "Document", "Title", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure" }
                .Where(tag => file.ObjectsWith($"<</S/{tag}/P ").Count() == 1));
        Assert.Contains("/A<</O/Table/Scope/Column>>", file.ObjectWith("/S/TH/"), StringComparison.Ordinal);
        Assert.Contains("/Alt <FEFF5173>", file.ObjectWith("/S/Figure/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Marked_content_leads_back_to_its_element()
    {
        var file = Read(Everything());
        var parents = file.ObjectWith("<</Nums[");
        var owners = parents["<</Nums[0[".Length..parents.IndexOf(']', StringComparison.Ordinal)].Split(" 0 R ", StringSplitOptions.RemoveEmptyEntries);
        var content = file.Contents().Single();

        Assert.Equal(owners.Length, content.Split("/MCID ").Length - 1);
        Assert.Contains("/Title<</MCID 0>>BDC", content, StringComparison.Ordinal);
        Assert.Contains("/LI<</MCID 3>>BDC", content, StringComparison.Ordinal);
        Assert.StartsWith("<</S/LBody/", file.Follow($"/K {owners[3]} 0 R", "K"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_over_two_pages_is_one_element()
    {
        var line = TestPages.Run(Song, "文") with { Element = 1 };
        var file = Read(new(TestPages.Info, [TestPages.PageOf([line]), TestPages.PageOf([line])], [
            new(StructureKind.Document, -1),
            new(StructureKind.Paragraph, 0),
        ]));

        Assert.Matches(@"/Pg \d+ 0 R/K\[0 <</Type/MCR/Pg \d+ 0 R/MCID 0>>\]", file.ObjectWith("/S/P/"));
    }

    [Fact]
    public void Decoration_is_an_artifact()
    {
        var number = TestPages.Run(Song, "文");

        Assert.StartsWith("/Artifact BMC\nBT\n", Read(TestPages.Of([number], [])).Contents().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_listed_in_the_outline_nested_by_level()
    {
        var file = Read(Everything());

        var title = file.ObjectWith("/Title <FEFF8D778BC94E66>/Parent");
        Assert.Contains("/Count 1/Dest[", title, StringComparison.Ordinal);
        Assert.Contains("<FEFF4E00>", file.Follow(title, "First"), StringComparison.Ordinal);
        Assert.Contains("/XYZ 0 758 null]", title, StringComparison.Ordinal);
    }

    [Fact]
    public void Information_and_XMP_agree_and_claim_the_standard()
    {
        foreach (var (conformance, part, level) in new[] { (PdfConformance.PdfA2a, "2", "A"), (PdfConformance.PdfA1b, "1", "B") })
        {
            var file = Read(TestPages.Of(Song, "文"), conformance);
            var xmp = XDocument.Parse(Encoding.UTF8.GetString(file.StreamOf(file.ObjectWith("/Type/Catalog"), "Metadata")).Trim());
            string Value(string name) => xmp.Descendants().Single(element => element.Name.LocalName == name).Value.Trim();

            Assert.Equal((part, level), (Value("part"), Value("conformance")));
            Assert.Equal(("诉前公告", "某市人民检察院", "PiiDocs 0.1.0"), (Value("title"), Value("creator"), Value("Producer")));
            Assert.Equal("2026-05-22T00:00:00+08:00", Value("CreateDate"));
            var information = file.ObjectWith("/Producer ");
            Assert.Contains("/Title <FEFF8BC9524D516C544A>", information, StringComparison.Ordinal);
            Assert.Contains("/CreationDate(D:20260522000000+08'00')", information, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_document_that_does_not_say_its_date_claims_none()
    {
        var file = Read(TestPages.Of(Song, "文") with { Info = TestPages.Info with { Date = default } });
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(file.StreamOf(file.ObjectWith("/Type/Catalog"), "Metadata")).Trim());

        Assert.DoesNotContain(xmp.Descendants(), element => element.Name.LocalName is "CreateDate" or "ModifyDate");
        Assert.DoesNotContain("Date(", file.ObjectWith("/Producer "), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_of_any_characters_keep_the_XMP_well_formed()
    {
        var document = TestPages.Of(Song, "文") with { Info = TestPages.Info with { Title = "<A & \"B\">" } };
        var file = Read(document);
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(file.StreamOf(file.ObjectWith("/Type/Catalog"), "Metadata")).Trim());

        Assert.Contains(xmp.Descendants(), element => element.Name.LocalName == "title" && element.Value == "<A & \"B\">");
    }

    [Fact]
    public void PDF_A_1b_uses_nothing_newer_than_PDF_1_4()
    {
        var file = Read(Everything(), PdfConformance.PdfA1b);

        Assert.StartsWith("%PDF-1.4\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/ObjStm", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Type/XRef", file.Text, StringComparison.Ordinal);
        Assert.Contains("/CIDSet ", file.ObjectWith("/Type/FontDescriptor"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_set_of_glyphs_of_PDF_A_1b_names_every_glyph_in_the_font()
    {
        var file = Read(TestPages.Of(Song, "文a"), PdfConformance.PdfA1b);

        Assert.Equal([0b1110_0000], file.StreamOf(file.ObjectWith("/Type/FontDescriptor"), "CIDSet"));
    }

    [Fact]
    public void Objects_of_the_plain_table_stand_where_it_says()
    {
        var file = Read(Everything(), PdfConformance.PdfA1b);
        var table = file.Text[(file.Text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 6)..].Split('\n');
        var count = int.Parse(table[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

        Assert.All(Enumerable.Range(1, count - 1), number =>
        {
            Assert.Equal(19, table[number + 1].Length);
            var offset = int.Parse(table[number + 1][..10], System.Globalization.CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", file.Text[offset..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_file_that_claims_nothing_has_no_output_intent_and_keeps_its_tags()
    {
        var catalog = Read(Everything(), PdfConformance.None).ObjectWith("/Type/Catalog");

        Assert.DoesNotContain("/OutputIntents", catalog, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", catalog, StringComparison.Ordinal);
        Assert.Contains("/Lang(zh-CN)", catalog, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colour_profile_says_its_length_and_holds_white_at_the_end_of_its_curve()
    {
        var profile = SrgbProfile.Bytes.ToArray();

        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal([0xFF, 0xFF], profile[^2..]);
    }

    [Fact]
    public void More_objects_than_fit_one_bundle_are_all_found()
    {
        ImmutableArray<StructureElement> structure =
            [new(StructureKind.Document, -1), .. Enumerable.Repeat(new StructureElement(StructureKind.Paragraph, 0), 1200)];
        ImmutableArray<PageItem> items =
            [.. Enumerable.Range(1, 1200).Select(element => TestPages.Run(Song, "文") with { Element = element })];

        Assert.Equal(1200, Read(TestPages.Of(items, structure)).ObjectsWith("<</S/P/P ").Count());
    }

    private static PagedDocument Everything()
    {
        ImmutableArray<StructureElement> structure =
        [
            new(StructureKind.Document, -1),
            new(StructureKind.Title, 0) { Level = 1, OutlineTitle = "起诉书" },
            new(StructureKind.Heading, 0) { Level = 2, OutlineTitle = "一" },
            new(StructureKind.Paragraph, 0),
            new(StructureKind.List, 0),
            new(StructureKind.ListItem, 4),
            new(StructureKind.Table, 0),
            new(StructureKind.TableRow, 6),
            new(StructureKind.TableHeaderCell, 7),
            new(StructureKind.TableCell, 7),
            new(StructureKind.Figure, 0, "关"),
        ];
        ImmutableArray<PageItem> items =
        [
            .. new[] { 1, 2, 3, 5, 8, 9, 10 }.Select(element => TestPages.Run(Song, "文书") with { Element = element }),
            new Rule(Length.Zero, Length.Zero, Length.FromPoints(10), Length.Zero, Length.FromPoints(1), "FF0000"),
        ];
        return TestPages.Of(items, structure);
    }

    private static PdfReading Read(PagedDocument document, PdfConformance conformance = PdfConformance.PdfA2a)
    {
        var output = new MemoryStream();
        var diagnostics = new DiagnosticBag();
        PdfWriter.Write(document, new() { Conformance = conformance }, output, diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(output.ToArray());
    }
}
