using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Pages;

/// <summary>Every document of every sample case, page by page, as other people's programs see it.</summary>
public sealed partial class ForeignPagesTests(SampleFiles samples) : Workplace, IClassFixture<SampleFiles>
{
    private const int LargestNotice = 150_000;

    [Fact]
    public void The_text_of_a_PDF_in_its_reading_order_is_the_text_of_the_document() => Assert.All(samples.Documents, document =>
    {
        var structure = CommandLine.Run("pdfinfo", "-enc", "UTF-8", "-struct-text", document.Pdf).Out;

        Assert.Equal(TextOf(File.ReadAllText(document.Text)), Spoken(structure));
    });

    [Fact]
    public void Readers_of_PDF_find_nothing_to_fault() => Assert.All(samples.Documents, document =>
    {
        var check = CommandLine.Run("qpdf", "--check", document.Pdf);
        Assert.Equal((0, ""), (check.Code, check.Error));
        var clean = CommandLine.Run("mutool", "clean", document.Pdf, Path.Combine(Folder, "clean.pdf"));
        Assert.Equal((0, ""), (clean.Code, clean.Error));
        var fonts = CommandLine.Run("pdffonts", document.Pdf).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Contains(" yes yes yes ", font, StringComparison.Ordinal));
    });

    [Fact]
    public void A_notice_of_two_pages_is_a_small_file() => Assert.All(
        samples.Documents.Where(document => document.Type == "pre-suit-notice"),
        document =>
        {
            Assert.Equal(2, PagesOf(document.Pdf));
            Assert.InRange(new FileInfo(document.Pdf).Length, 1, LargestNotice);
        });

    [Fact]
    public void A_public_validator_finds_nothing_to_fault_in_any_sample_as_PDF_A_1b()
    {
        foreach (var path in samples.Documents.Select(document => document.Case).Distinct())
        {
            var made = CommandLine.PiiDocs("make", path, "--format", "pdf", "--pdfa", "1b", "-o", Folder);
            Assert.True(made.Code == 0, made.Error);
        }

        var files = Files().Where(file => file.EndsWith(".pdf", StringComparison.Ordinal)).Select(file => Path.Combine(Folder, file)).ToArray();
        var judged = CommandLine.Run(Repository.PathTo("tests", "EndToEnd", "preflight.sh"), files);

        Assert.Equal(samples.Documents.Count, files.Length);
        Assert.True(judged.Code == 0, judged.Out + judged.Error);
    }

    [Fact]
    public void LibreOffice_with_the_same_fonts_makes_as_many_pages_or_one_more_or_less()
    {
        var fonts = Write("fonts.conf", FontRules());
        var ours = samples.Documents.Select((document, number) => (document, Name: $"{number}")).ToList();
        foreach (var (document, name) in ours)
        {
            File.Copy(document.Docx, Path.Combine(Folder, $"{name}.docx"));
        }

        var converted = CommandLine.Run(
            "env",
            [
                $"FONTCONFIG_FILE={fonts}", "soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless",
                "--convert-to", "pdf", "--outdir", Folder, .. ours.Select(each => Path.Combine(Folder, $"{each.Name}.docx")),
            ]);

        Assert.True(converted.Code == 0, converted.Error);
        Assert.All(ours, each =>
        {
            var theirs = PagesOf(Path.Combine(Folder, $"{each.Name}.pdf"));
            Assert.True(Math.Abs(theirs - PagesOf(each.document.Pdf)) <= 1, $"{each.document.Name}: {theirs} pages in LibreOffice");
        });
    }

    private static int PagesOf(string pdf)
    {
        var pages = CommandLine.Run("pdfinfo", pdf).Out.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(pages["Pages:".Length..], CultureInfo.InvariantCulture);
    }

    // A figure says its text in its alternative: what is drawn in it is not read out.
    private static string Spoken(string structure)
    {
        var text = new StringBuilder();
        var figure = int.MaxValue;
        foreach (var line in structure.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var depth = line.Length - line.TrimStart().Length;
            figure = depth <= figure ? int.MaxValue : figure;
            figure = line.TrimStart().StartsWith("Figure", StringComparison.Ordinal) ? depth : figure;
            if (depth < figure && line.TrimStart().StartsWith('"'))
            {
                text.Append(line.Trim()[1..^1]);
            }
        }

        return Bare(text.ToString());
    }

    // The marks of `show`: styles, headings, tables, diagrams, emphasis, escapes.
    private static string TextOf(string shown) => Bare(Marks().Replace(shown, ""));

    private static string Bare(string text) => string.Concat(text.Where(each => !char.IsWhiteSpace(each)));

    [GeneratedRegex(@"^:(node|edge) .*$|^:[a-z][a-z0-9-]*|^#+ |^\|[-=:|]+\|$|(?<!\\)\||\*\*|__|<br>|\\(?=\S)", RegexOptions.Multiline)]
    private static partial Regex Marks();

    /// <summary>Tells LibreOffice to play the fonts our .docx names by the faces our pages use.</summary>
    private static string FontRules()
    {
        var diagnostics = new DiagnosticBag();
        var path = Repository.PathTo("templates", "_styles", "procuratorial.yaml");
        var sheet = StyleSheetReader.Read(CaseReader.Read(new(path, File.ReadAllText(path)), diagnostics)!, diagnostics)!;
        var library = new FontLibrary(FontFolders.OnLinux(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Repository.Root));
        var rules = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>")
            .Append("<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>")
            .Append(CultureInfo.InvariantCulture, $"<dir>{Repository.PathTo(".fonts")}</dir>");
        foreach (var role in sheet.Fonts.Values)
        {
            AddRule(rules, role.WordFace, library.Find(role).Chinese[0].Name);
            if (library.Find(role).Latin is [var latin, ..])
            {
                AddRule(rules, role.LatinFace, latin.Name);
            }
        }

        return rules.Append("</fontconfig>").ToString();
    }

    private static void AddRule(StringBuilder rules, string named, string used)
    {
        var family = Regex.Replace(used, " (R|Regular|Bold)$", "");
        rules.Append(
            CultureInfo.InvariantCulture,
            $"<match target=\"pattern\"><test name=\"family\" qual=\"any\"><string>{named}</string></test><edit name=\"family\" mode=\"assign\" binding=\"same\"><string>{family}</string></edit>");
        rules.Append(used.EndsWith(" Bold", StringComparison.Ordinal) ? "<edit name=\"weight\" mode=\"assign\"><const>bold</const></edit></match>" : "</match>");
    }
}
