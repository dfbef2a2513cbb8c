using System.Buffers.Binary;
using PiiDocs.Core;
using PiiDocs.Pdf;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Pdf;

namespace PiiDocs.Unit.Fonts;

/// <summary>Whatever a font file holds: a warning, an error, or a document; never an exception, never a loop.</summary>
public sealed class HostileFontTests
{
    public static TheoryData<string> Kinds => OpenTypeFaceTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_font_cut_off_at_any_byte_does_no_harm(string kind)
    {
        var font = OpenTypeFaceTests.FontOf(kind);

        Assert.All(Enumerable.Range(0, font.Length), length => Use(font[..length]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_font_with_any_byte_changed_does_no_harm(string kind)
    {
        var font = OpenTypeFaceTests.FontOf(kind);

        Assert.All(Enumerable.Range(0, font.Length * 2), change =>
        {
            var hostile = font.ToArray();
            hostile[change / 2] = (byte)(change % 2 == 0 ? hostile[change / 2] ^ 0x81 : 0xFF);
            Use(hostile);
        });
    }

    // Where each table begins and how long it is stand in the directory: sixteen bytes a table, after the first twelve.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_table_that_lies_about_its_place_or_length_does_no_harm(string kind)
    {
        var font = OpenTypeFaceTests.FontOf(kind);
        uint[] lies = [0, 1, 2, 3, 11, (uint)font.Length - 1, (uint)font.Length, (uint)font.Length + 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

        for (var table = 0; table < (font[4] << 8 | font[5]); table++)
        {
            Assert.All(lies, lie =>
            {
                Use(Changed(font, 12 + (16 * table) + 8, lie));
                Use(Changed(font, 12 + (16 * table) + 12, lie));
            });
        }
    }

    // Counts, offsets and lengths inside tables are of two or four bytes: each place takes its turn to be one.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_font_with_any_number_too_large_does_no_harm(string kind)
    {
        var font = OpenTypeFaceTests.FontOf(kind);

        Assert.All(Enumerable.Range(0, font.Length - 4), place =>
        {
            Use(Changed(font, place, 0xFFFFFFFF));
            Use(Changed(font, place, 0x7FFF7FFF));
            Use(Changed(font, place, 0));
        });
    }

    [Fact]
    public void Subroutines_that_call_themselves_are_stopped()
    {
        byte[] callsItself = [32, 10]; // -107, callsubr: subroutine 0.
        var flattener = new CharStringFlattener(default, CffIndex.Read((byte[])[0, 1, 1, 1, 3, .. callsItself], 0));

        Assert.Throws<FontFormatException>(() => flattener.Flatten(callsItself, null));
    }

    [Fact]
    public void Subroutines_that_multiply_are_stopped()
    {
        // Each of eight subroutines calls the next one twenty times: 20 to the eighth.
        var items = Enumerable.Range(0, 9).Select(item => item == 8
            ? new byte[] { 11 }
            : [.. Enumerable.Repeat(new byte[] { (byte)(32 + item + 1), 10 }, 20).SelectMany(call => call), 11]).ToArray();
        var index = new BigEndian().U16(items.Length).U8(2);
        var offset = 1;
        index.U16(offset);
        foreach (var item in items)
        {
            index.U16(offset += item.Length);
        }

        var subroutines = CffIndex.Read(items.Aggregate(index, (output, item) => output.Bytes(item)).ToArray(), 0);

        Assert.Throws<FontFormatException>(() => new CharStringFlattener(default, subroutines).Flatten([32, 10, 14], null));
    }

    [Fact]
    public void A_composite_glyph_made_of_itself_is_an_error_that_names_its_character()
    {
        var loop = TestFont.Composite(1);
        var loca = new BigEndian().U32(0, 0, loop.Length, loop.Length, loop.Length, loop.Length, loop.Length, loop.Length).ToArray();
        var diagnostics = Use(TestFont.TrueTypeWith(("glyf", loop), ("loca", loca)));

        var error = Assert.Single(diagnostics.Items);
        Assert.Equal("PD6001", error.Code);
        Assert.Contains("文", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Character_ranges_that_overlap_are_refused() =>
        Assert.Throws<FontFormatException>(() => TestFont.Open(TestFont.TrueTypeWith(
            ("cmap", TestFont.Cmap((3, 10, TestFont.Format12((0, 0x10FFFF, 0), (0, 0x10FFFF, 0))))))));

    [Fact]
    public void Outlines_that_are_broken_as_a_whole_are_an_error_of_the_PDF()
    {
        var diagnostics = Use(TestFont.TrueTypeWith(("loca", new byte[8])));

        Assert.Equal("PD6003", Assert.Single(diagnostics.Items).Code);
    }

    private static DiagnosticBag Use(byte[] font)
    {
        var diagnostics = new DiagnosticBag();
        var library = FontLibraryTests.LibraryOf(font);
        var family = FamilyIn(library);
        if (library.FindFace(family) is { } face)
        {
            var pages = TestPages.Of([TestPages.Run(face, "文书𠮷a 文"), TestPages.Column(face, "文书𠮷a 文")], []);
            PdfWriter.Write(pages, new PdfOptions(), Stream.Null, diagnostics);
        }

        return diagnostics;
    }

    private static byte[] Changed(byte[] font, int place, uint value)
    {
        var hostile = font.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(hostile.AsSpan(place), value);
        return hostile;
    }

    private static string FamilyIn(FontLibrary library) =>
        new[] { "Test Song", "Test Fang", "Test Kai" }.FirstOrDefault(name => library.FindFace(name) is not null, "测试");
}
