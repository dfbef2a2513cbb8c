using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Pdf;

namespace PiiDocs.Unit.Fonts;

public sealed class FontLibraryTests
{
    [Fact]
    public void The_first_face_of_a_role_that_is_there_plays_it_and_the_substitution_is_told()
    {
        var library = LibraryOf(TestFont.TrueType("Test Song"), TestFont.NameKeyedCff("Test Fang"));

        var faces = library.Find(Role("FangSong", "Test Fang", "Test Song"));

        Assert.Equal(["Test Fang Regular", "Test Song Regular"], faces.Chinese.Select(face => face.Name));
        Assert.Equal(new FontSubstitution("FangSong", "Test Fang Regular"), faces.Substitution);
    }

    [Theory]
    [InlineData("仿宋_GB2312")]
    [InlineData("fangsong-gb2312")]
    [InlineData("仿宋")]
    public void A_typeface_is_found_by_any_of_its_names(string asked)
    {
        var faces = LibraryOf(TestFont.TrueType("FangSong")).Find(Role(asked));

        Assert.Equal("FangSong Regular", Assert.Single(faces.Chinese).Name);
        Assert.Null(faces.Substitution);
    }

    [Fact]
    public void A_face_is_found_by_its_Chinese_name_and_by_its_full_name()
    {
        var library = LibraryOf(TestFont.TrueType("Test Song"));

        Assert.NotNull(library.FindFace("测试"));
        Assert.NotNull(library.FindFace("Test Song Regular"));
        Assert.Null(library.FindFace("Test Kai"));
    }

    [Fact]
    public void The_bold_face_of_a_family_is_found_by_its_style_even_where_its_weight_says_regular()
    {
        var bold = TestFont.TrueTypeWith(("name", TestFont.Name("Test Song", "Bold", "Test Song Bold")));
        var face = LibraryOf(bold, TestFont.TrueType("Test Song")).FindFace("Test Song");

        Assert.Equal("Test Song Regular", face?.Name);
        Assert.Equal("Test Song Bold", face?.Bold?.Name);
        Assert.Same(face?.Bold, face?.Bold?.Bold);
    }

    [Fact]
    public void Faces_for_rare_characters_end_the_list_of_every_role()
    {
        var faces = LibraryOf(TestFont.TrueType("HanaMinB"), TestFont.TrueType("Test Song")).Find(Role("Test Song"));

        Assert.Equal(["Test Song Regular", "HanaMinB Regular"], faces.Chinese.Select(face => face.Name));
    }

    [Fact]
    public void A_broken_file_is_passed_over_with_a_warning()
    {
        var library = LibraryOf(TestFont.TrueType()[..100], TestFont.TrueType("Test Song"));

        Assert.NotNull(library.FindFace("Test Song"));
        Assert.Equal("PD4101", Assert.Single(library.Problems).Code);
    }

    [Fact]
    public void A_face_that_breaks_when_opened_is_passed_over_with_a_warning()
    {
        var library = LibraryOf(TestFont.TrueTypeWith(("cmap", [0, 0, 0, 0])));

        Assert.Empty(library.Find(Role("Test Song")).Chinese);
        Assert.Equal("PD4101", Assert.Single(library.Problems).Code);
    }

    [Theory]
    [InlineData(0x0002, true)]
    [InlineData(0x0100, true)]
    [InlineData(0x0200, true)]
    [InlineData(0x0004, false)]
    [InlineData(0x0008, false)]
    [InlineData(0x000E, false)]
    public void A_face_whose_licence_forbids_embedding_is_not_used(int licence, bool forbidden)
    {
        var library = LibraryOf(TestFont.TrueTypeWith(("OS/2", TestFont.Os2(type: licence))));

        Assert.Equal(forbidden, library.FindFace("Test Song") is null);
        Assert.Equal(forbidden ? ["PD4103"] : [], library.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_file_that_vanishes_is_passed_over_with_a_warning()
    {
        var folder = Directory.CreateTempSubdirectory("piidocs-fonts-");
        try
        {
            var path = Path.Combine(folder.FullName, "gone.ttf");
            File.WriteAllBytes(path, TestFont.TrueType());
            var library = new FontLibrary([folder.FullName]);
            Assert.Empty(library.Problems);
            File.Delete(path);

            Assert.Null(library.FindFace("Test Song"));
            Assert.Equal("PD4102", Assert.Single(library.Problems).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_order_and_names_of_font_files_do_not_change_the_pages()
    {
        byte[][] fonts = [TestFont.TrueType("Test Song"), TestFont.NameKeyedCff("Test Fang"), TestFont.CidKeyedCff("Test Kai")];

        Assert.Equal(Written(LibraryOf(fonts)), Written(LibraryOf([.. fonts.Reverse()])));
    }

    private static byte[] Written(FontLibrary library)
    {
        var roles = new[] { "Test Kai", "Test Song", "Test Fang" }.Select(library.FindFace);
        var output = new MemoryStream();
        PdfWriter.Write(TestPages.Of([.. roles.Select(face => TestPages.Run(face!, "文书"))], []), new PdfOptions(), output, new());
        return output.ToArray();
    }

    [Fact]
    public void The_report_tells_faces_files_hashes_and_coverage()
    {
        var report = Assert.Single(FontReports.Describe(LibraryOf(TestFont.TrueType("Test Song")), [Role("Test Song")]));

        var face = Assert.Single(report.Chinese);
        Assert.Equal(("Test Song Regular", "0.ttf", 0), (face.Face.Name, face.Face.File, face.Face.Index));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TestFont.TrueType("Test Song"))), face.Face.Hash);
        Assert.Equal((2, 3, false), (face.Gb2312, face.Han, face.HasZero));
    }

    internal static FontLibrary LibraryOf(params byte[][] fonts) =>
        new(fonts.Select((font, index) => FontSource.FromBytes($"{index}.ttf", font)));

    internal static FontRole Role(params string[] faces) => new("仿宋", "仿宋", "Times New Roman", [.. faces], []);
}
