using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.EndToEnd;
using PiiDocs.Unit.Support;

namespace PiiDocs.Pane;

/// <summary>Documents to work on, and judges of what became of them.</summary>
internal static partial class Documents
{
    /// <summary>A document made from a sample case by the program.</summary>
    public static byte[] Make(string sample, string type, string folder)
    {
        var target = Path.Combine(folder, "made");
        var made = CommandLine.PiiDocs("make", Repository.PathTo("templates", "_cases", $"{sample}.yaml"), "-t", type, "-f", "docx", "-o", target);
        Assert.True(made.Code == 0, made.Error);
        return File.ReadAllBytes(Assert.Single(Directory.GetFiles(target, "*.docx", SearchOption.AllDirectories)));
    }

    /// <summary>The same document with its controls repeated until there are this many.</summary>
    public static byte[] WithControls(byte[] docx, int count)
    {
        using var memory = new MemoryStream();
        memory.Write(docx);
        using (var document = WordprocessingDocument.Open(memory, isEditable: true))
        {
            var body = document.MainDocumentPart!.Document.Body!;
            var paragraph = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .First(each => each.Descendants<DocumentFormat.OpenXml.Wordprocessing.SdtRun>().Any());
            var controls = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.SdtElement>().Count();
            var each = paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.SdtElement>().Count();
            for (var id = 100_000; controls < count; controls += each)
            {
                var copy = (OpenXmlElement)paragraph.CloneNode(deep: true);
                foreach (var own in copy.Descendants<DocumentFormat.OpenXml.Wordprocessing.SdtId>())
                {
                    own.Val = id++;
                }

                paragraph.InsertAfterSelf(copy);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Fails where Word would call the file damaged.</summary>
    public static void Validate(byte[] docx)
    {
        using var memory = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(memory, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    /// <summary>What LibreOffice shows on the pages of a document: it opens, has pages, and says this.</summary>
    public static string Rendered(byte[] docx, string folder)
    {
        var file = Path.Combine(folder, "seen.docx");
        File.WriteAllBytes(file, docx);
        var pdf = CommandLine.Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file);
        Assert.True(pdf.Code == 0, pdf.Error);
        var text = CommandLine.Run("pdftotext", "-enc", "UTF-8", Path.Combine(folder, "seen.pdf"), "-");
        return Space().Replace(text.Out, "");
    }

    /// <summary>The text of the paragraphs, without spaces, as a check can look for words in.</summary>
    public static string TextOf(byte[] docx)
    {
        using var memory = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(memory, isEditable: false);
        var text = new StringBuilder();
        foreach (var each in document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>())
        {
            text.Append(CultureInfo.InvariantCulture, $"{each.Text}");
        }

        return Space().Replace(text.ToString(), "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
