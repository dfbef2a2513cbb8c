using System.Text;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Broken and hostile files end in a result, never in an exception.</summary>
public sealed class RobustnessTests
{
    private const int Rounds = 40;

    public static TheoryData<string> Places => [.. PdfPlaces.All.Keys.Select(key => $"pdf {key}"), .. DocxPlaces.All.Keys.Take(12).Select(key => $"docx {key}"), "xlsx rich string", "html broken page", "text RTF"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Damaged_files_give_a_result(string place)
    {
        var whole = Find(place)("被告人钱示例13000000000");
        var random = new Random(place.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = whole.ToArray();
            for (var i = 0; i < 1 + (round / 4); i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var cut = damaged[..(round % 3 == 0 ? random.Next(damaged.Length) : damaged.Length)];
            var result = PersonalInformationScanner.Scan(cut, $"a.{place.Split(' ')[0]}", Planted.Profile);
            Assert.NotNull(result.FileName);
        }
    }

    [Fact]
    public void An_encrypted_file_is_named()
    {
        var pdf = new PdfBuilder().Frame().AddStream(5, [1, 2, 3]).Save("/Root 1 0 R/Encrypt 9 0 R").ToArray();

        var result = PersonalInformationScanner.Scan(pdf, "a.pdf", Planted.Profile);

        Assert.Equal(ObstacleReason.Encrypted, Assert.Single(result.Obstacles).Reason);
        Assert.False(result.IsClean(Confidence.Medium));
        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9511");
    }

    [Fact]
    public void A_page_that_is_a_picture_is_named()
    {
        var pdf = new PdfBuilder().Frame().Add(3, "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X1 6 0 R>>>>/Contents 5 0 R>>")
            .AddStream(5, "q 500 0 0 700 0 0 cm /X1 Do Q"u8.ToArray()).AddStream(6, [0], "/Type/XObject/Subtype/Image/Width 1/Height 1").Save().ToArray();

        var result = PersonalInformationScanner.Scan(pdf, "a.pdf", Planted.Profile);

        Assert.Equal((ObstacleReason.Picture, 1), (Assert.Single(result.Obstacles).Reason, result.Obstacles[0].Place.Unit.Number));
        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9513");
    }

    [Fact]
    public void Glyphs_that_say_nothing_are_named()
    {
        var pdf = new PdfBuilder().Frame()
            .Add(4, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>")
            .AddStream(5, PdfBuilder.Show("无从知道的文字")).Save().ToArray();

        var result = PersonalInformationScanner.Scan(pdf, "a.pdf", Planted.Profile);

        Assert.Equal(ObstacleReason.UnknownGlyphs, Assert.Single(result.Obstacles).Reason);
        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9514");
    }

    [Fact]
    public void A_broken_package_is_named_and_read_as_bytes()
    {
        byte[] broken = [.. "PK\u0003\u0004"u8, .. Package.Bytes("被告人钱示例")];

        var result = PersonalInformationScanner.Scan(broken, "a.docx", Planted.Profile);

        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9512");
        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9501");
    }

    [Fact]
    public void An_unknown_kind_is_named_and_read_as_bytes()
    {
        byte[] unknown = [0, 1, 2, 3, 0xFF, 0xFE, 0, .. Package.Bytes("钱示例"), 0, 0xFF, 0, 7];

        var result = PersonalInformationScanner.Scan(unknown, "a.dat", Planted.Profile);

        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9515");
        Assert.True(Planted.Finds(result, "name"));
    }

    [Fact]
    public void A_zip_bomb_ends_at_the_limit()
    {
        var zeros = Package.Zip(("a.txt", new byte[4_000_000]), ("b.txt", new byte[4_000_000]));
        var small = Planted.Patterns.Within(new() { Unpacked = 5_000_000 });

        var result = PersonalInformationScanner.Scan(zeros, "a.zip", small);

        Assert.Contains(ScanErrors.Of(result, Confidence.Medium), each => each.Code == "PD9516");
    }

    [Fact]
    public void Files_in_files_end_at_the_limit()
    {
        var inner = Package.Zip(("a.txt", Package.Bytes("钱示例")));
        for (var i = 0; i < 10; i++)
        {
            inner = Package.Zip(("a.zip", inner));
        }

        Assert.Contains(PersonalInformationScanner.Scan(inner, "a.zip", Planted.Profile).Obstacles, each => each.Reason == ObstacleReason.Limit);
    }

    [Fact]
    public void Objects_that_contain_themselves_end()
    {
        var pdf = new PdfBuilder().Frame().Add(3, "<</Type/Page/Parent 3 0 R/Contents 5 0 R/Resources<</XObject<</X1 5 0 R>>>>>>")
            .AddStream(5, Package.Bytes(string.Concat(Enumerable.Repeat("/X1 Do ", 50))), "/Subtype/Form").Add(9, "9 0 R").Add(10, new string('[', 100_000)).Save().ToArray();

        Assert.NotNull(PersonalInformationScanner.Scan(pdf, "a.pdf", Planted.Profile).FileName);
    }

    [Fact]
    public void What_a_name_tells_is_masked_in_places()
    {
        var zip = Package.Zip(("钱示例/文.txt", Package.Bytes("钱示例")));

        var result = PersonalInformationScanner.Scan(zip, "钱示例.zip", Planted.Profile);

        Assert.NotEmpty(result.Hits);
        Assert.DoesNotContain("钱示例", result.FileName + string.Concat(result.Hits), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_hit_becomes_a_diagnostic_without_a_value()
    {
        var result = Planted.Scan("钱示例，电话130****0000，卡号4111111111111111", "a.txt");
        var diagnostics = ScanErrors.Of(result, Confidence.Medium).ToList();

        Assert.Equal(["PD9501", "PD9503", "PD9502"], diagnostics.Select(each => each.Code));
        Assert.All(diagnostics, each => Assert.DoesNotContain("示例", each.Message.ToString(), StringComparison.Ordinal));
    }

    private static Func<string, byte[]> Find(string place)
    {
        var (kind, name) = (place.Split(' ')[0], place[(place.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return (kind switch
        {
            "pdf" => PdfPlaces.All,
            "docx" => DocxPlaces.All,
            "xlsx" => OtherPlaces.Xlsx,
            "html" => OtherPlaces.Html,
            _ => OtherPlaces.Text,
        })[name];
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void The_comment_on_an_archive_is_read_in_any_encoding(string encoding)
    {
        var archive = Package.Zip(("a.txt", Package.Bytes("文")));
        var comment = (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes($"寄给{Planted.Name}");
        archive[^2] = (byte)comment.Length;

        Assert.True(Planted.Finds(PersonalInformationScanner.Scan((byte[])[.. archive, .. comment], "a.zip", Planted.Profile), "name"));
    }
}
