using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary>PDF files of the approved documents, under the eyes of other people's programs.</summary>
public sealed class ArchiveTests : Workplace
{
    private const int LargestNotice = 150_000;

    private static readonly Lazy<StyleSheet> Styles = new(ReadStyles);

    private static readonly Lazy<Typesetter> Setter = new(() =>
        new(new FontLibrary(FontFolders.OnLinux(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Repository.Root))));

    public static TheoryData<string> Documents =>
    [
        "pre-suit-notice/approved/000-baoshan-platform.txt",
        "indictment-with-civil-claims/approved/000-baoshan-platform.txt",
        "evidence-list/approved/003-maternity-nanny.txt",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_conformance_is_read_without_complaint_and_has_all_its_fonts(string document)
    {
        foreach (var conformance in Enum.GetValues<PdfConformance>())
        {
            var pdf = Write(document, conformance);

            var check = CommandLine.Run("qpdf", "--check", pdf);
            Assert.True(check.Code == 0 && check.Error.Length == 0, check.Error);
            var clean = CommandLine.Run("mutool", "clean", pdf, Path.Combine(Folder, "clean.pdf"));
            Assert.True(clean.Code == 0 && clean.Error.Length == 0, clean.Error);
            Assert.All(FontsOf(pdf), line => Assert.Contains(" yes yes yes ", line, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_public_validator_finds_nothing_to_fault_in_PDF_A_1b(string document)
    {
        var judged = CommandLine.Run(Repository.PathTo("tests", "EndToEnd", "preflight.sh"), Write(document, PdfConformance.PdfA1b));

        Assert.Contains("is a valid PDF/A-1b file", judged.Out + judged.Error, StringComparison.Ordinal);
        Assert.Equal(0, judged.Code);
    }

    [Fact]
    public void A_two_page_notice_is_a_small_file()
    {
        var pdf = Write("pre-suit-notice/approved/002-short-video-app.txt", PdfConformance.PdfA2a);

        Assert.InRange(new FileInfo(pdf).Length, 1, LargestNotice);
        Assert.Contains("Pages:           2", CommandLine.Run("pdfinfo", pdf).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_of_structure_finds_headings_paragraphs_and_tables_in_reading_order()
    {
        var structure = CommandLine.Run("pdfinfo", "-struct-text", Write("evidence-list/approved/003-maternity-nanny.txt", PdfConformance.PdfA2a)).Out;

        var kinds = structure.Split('\n').Select(line => line.Trim()).Where(line => line is "Document" or "H1 (block)" or "P (block)" or "Table (block)" or "TR" or "TH:" or "TD").Distinct();
        Assert.Equal(["Document", "H1 (block)", "P (block)", "Table (block)", "TR", "TH:", "TD"], kinds);
        Assert.True(
            structure.IndexOf("证据目录", StringComparison.Ordinal) < structure.IndexOf("证据种类", StringComparison.Ordinal),
            "the title comes before the table");
    }

    private static IEnumerable<string> FontsOf(string pdf)
    {
        var lines = CommandLine.Run("pdffonts", pdf).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(lines);
        return lines;
    }

    private static StyleSheet ReadStyles()
    {
        var diagnostics = new DiagnosticBag();
        return StyleSheetReader.Read(CaseReader.Read(Source("_styles/procuratorial.yaml"), diagnostics)!, diagnostics)!;
    }

    private static SourceText Source(string path) =>
        new(path, File.ReadAllText(Repository.PathTo(["templates", .. path.Split('/')])));

    private string Write(string document, PdfConformance conformance)
    {
        var diagnostics = new DiagnosticBag();
        var text = Source(document).Text;
        var blocks = MarkupReader.Read(new(text, [new(new(0, text.Length), Origin.None)]), Styles.Value, diagnostics);
        var info = new DocumentInfo("test", "检察文书", "", "某市人民检察院", new DateOnly(2026, 5, 22));
        var pages = Setter.Value.Layout(new(info, Styles.Value, blocks), diagnostics);
        var path = Path.Combine(Folder, $"{conformance}.pdf");
        using (var output = File.Create(path))
        {
            PdfWriter.Write(pages, new() { Conformance = conformance }, output, diagnostics);
        }

        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Items.Select(each => each.Message.English)));
        return path;
    }
}
