using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary>Other people's programs read what we write, and see what we meant.</summary>
public sealed class ForeignReaderTests : Workplace
{
    [Theory]
    [InlineData("000-baoshan-platform", "indictment-with-civil-claims")]
    [InlineData("001b-property-sales-face-capture", "procuratorial-recommendation-administrative")]
    [InlineData("003-maternity-nanny", "pre-suit-notice")]
    public void LibreOffice_reads_the_text_we_wrote(string sample, string type)
    {
        var shown = CommandLine.PiiDocs("show", SamplePath(sample), "-t", type).Out;
        var docx = Make(sample, type, "docx");

        var converted = CommandLine.Run(
            "soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", Folder, docx);

        Assert.Equal(0, converted.Code);
        var read = File.ReadAllText(Path.Combine(Folder, Path.GetFileNameWithoutExtension(docx) + ".txt"));
        Assert.Equal(Characters(shown), Characters(read));
    }

    [Theory]
    [InlineData("000-baoshan-platform", "indictment-with-civil-claims")]
    [InlineData("003-maternity-nanny", "pre-suit-notice")]
    public void The_text_of_a_PDF_is_the_text_of_the_document(string sample, string type)
    {
        var shown = CommandLine.PiiDocs("show", SamplePath(sample), "-t", type).Out;
        var pdf = Make(sample, type, "pdf");

        var read = CommandLine.Run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-");

        Assert.Equal(Letters(shown).Order().ToArray(), Letters(WithoutPageNumbers(read.Out)).Order().ToArray());
        Assert.Equal("", CommandLine.Run("qpdf", "--check", pdf).Error);
    }

    // How `show` draws styles and tables is its own; what is said is what must agree.
    private static string Characters(string text) => new([.. Letters(text)]);

    private static IEnumerable<char> Letters(string text) =>
        text.Where(c => !char.IsWhiteSpace(c) && c is not ('#' or '|' or ':' or '-' or '*' or '_') && c is < 'a' or > 'z');

    private static string WithoutPageNumbers(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !(line.Trim().StartsWith('—') && line.Trim().EndsWith('—'))));

    private static string SamplePath(string sample) => Repository.PathTo("templates", "_cases", $"{sample}.yaml");

    private string Make(string sample, string type, string format)
    {
        var made = CommandLine.PiiDocs("make", SamplePath(sample), "-t", type, "-f", format, "-o", Folder);
        Assert.True(made.Code == 0, made.Error);
        return Path.Combine(Folder, Assert.Single(Files(), file => file.EndsWith(format, StringComparison.Ordinal)));
    }
}
