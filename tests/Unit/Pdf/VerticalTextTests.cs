using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Fonts;

namespace PiiDocs.Unit.Pdf;

/// <summary>Text from top to bottom in PDF: what a viewer draws where, and what a reader reads.</summary>
public sealed partial class VerticalTextTests
{
    private static readonly OpenTypeFace Song = TestFont.Open(TestFont.TrueType());

    [Fact]
    public void A_column_is_one_text_in_a_vertical_font_that_says_how_its_glyphs_hang()
    {
        var file = Read(TestPages.Column(Song, "文书"));

        // 文 as form 6 (900 high, hanging from its upper edge of 700 and 80 above it), 书 as glyph 3 (600 and 60).
        var descendant = file.ObjectWith("/CIDSystemInfo");
        Assert.Contains("/W2[1[-900 500 780]2[-900 500 660]]", descendant, StringComparison.Ordinal);
        Assert.Matches(@"/V0 16 Tf\n80 742 Td\n(0 Tc\n)?\[\(\0\u0001\0\u0002\)\]TJ", file.Contents().Single());
    }

    [Fact]
    public void Both_fonts_of_a_face_share_glyphs_and_texts()
    {
        var file = Read(TestPages.Run(Song, "a"), TestPages.Column(Song, "文"));

        var (horizontal, vertical) = (file.ObjectWith("/Encoding/Identity-H"), file.ObjectWith("/Encoding/Identity-V"));
        Assert.Equal(horizontal[horizontal.IndexOf("/DescendantFonts", StringComparison.Ordinal)..], vertical[vertical.IndexOf("/DescendantFonts", StringComparison.Ordinal)..]);
        Assert.Matches(@"/F0 \d+ 0 R/V0 \d+ 0 R", file.ObjectWith("<</Font<<"));
    }

    [Fact]
    public void A_document_without_columns_has_no_vertical_font()
    {
        var file = Read(TestPages.Run(Song, "文书"));

        Assert.Empty(file.ObjectsWith("Identity-V"));
        Assert.DoesNotContain("/W2[", file.ObjectWith("/CIDSystemInfo"), StringComparison.Ordinal);
    }

    [Fact]
    public void Glyphs_of_a_column_stand_where_they_were_set()
    {
        var run = TestPages.Column(Song, "文书文书");
        run = run with { Glyphs = [.. run.Glyphs.Select((glyph, i) => glyph with { Offset = new(17000 * i) })] };

        var content = Read(run).Contents().Single();

        // The pen falls by 900/1000 of 16 points a glyph, and by what TJ takes from its height.
        var (pen, tops) = (0m, new List<decimal>());
        foreach (Match part in Parts().Matches(content[content.IndexOf('[', StringComparison.Ordinal)..]))
        {
            if (part.Groups["move"].Success)
            {
                pen += decimal.Parse(part.Groups["move"].Value, CultureInfo.InvariantCulture) / 1000 * 16;
                continue;
            }

            tops.AddRange(Enumerable.Range(0, part.Groups["text"].Value.Length / 2).Select(i => pen + (i * 14.4m)));
            pen += part.Groups["text"].Value.Length / 2 * 14.4m;
        }

        Assert.Equal(4, tops.Count);
        Assert.All(tops.Select((top, i) => top - (i * 17m)), error => Assert.InRange(error, -0.01m, 0.01m));
    }

    [Fact]
    public void What_lies_is_turned_to_the_right_and_the_next_text_is_not()
    {
        var turned = TestPages.Run(Song, "aaa") with { Direction = RunDirection.Turned };

        var content = Read(turned, TestPages.Run(Song, "文")).Contents().Single();

        Assert.Matches(@"(?s)0 -1 1 0 80 742 Tm\n.*TJ\nET\nBT\n80 742 Td", content);
    }

    [Fact]
    public void A_cell_says_how_many_rows_it_covers()
    {
        var file = new PdfReading(Write(TestPages.Of([TestPages.Run(Song, "文") with { Element = 3 }], [
            new(StructureKind.Document, -1),
            new(StructureKind.Table, 0),
            new(StructureKind.TableRow, 1),
            new(StructureKind.TableCell, 2) { RowSpan = 3, ColumnSpan = 2 },
        ])));

        Assert.Contains("/A<</O/Table/RowSpan 3/ColSpan 2>>", file.ObjectWith("/S/TD/"), StringComparison.Ordinal);
    }

    private static PdfReading Read(params GlyphRun[] runs) => new(Write(TestPages.Of([.. runs], [])));

    private static byte[] Write(PagedDocument document)
    {
        var output = new MemoryStream();
        var diagnostics = new DiagnosticBag();
        PdfWriter.Write(document, new(), output, diagnostics);
        Assert.Empty(diagnostics.Items);
        return output.ToArray();
    }

    [GeneratedRegex(@"\((?<text>[^)]*)\)|(?<move>-?\d+)(?=\()")]
    private static partial Regex Parts();
}
