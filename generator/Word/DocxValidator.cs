using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>Holds a .docx against the Open XML schemas that Word keeps to, with the validator of Microsoft's own SDK.</summary>
/// <remarks>
/// The SDK is loaded when this is first called and not before: what it costs (a fifth of a second, then some ten milliseconds
/// a file) is paid by whoever asks for it.
/// </remarks>
public static class DocxValidator
{
    // The oldest Word that offices still have and that knows everything written here.
    private const FileFormatVersions Version = FileFormatVersions.Office2019;

    /// <returns>PD5080 for each breach; none for a file that Word opens without offering a repair.</returns>
    /// <param name="content">The whole file.</param>
    /// <param name="name">What to call it.</param>
    public static IReadOnlyList<Diagnostic> Problems(ReadOnlyMemory<byte> content, string name)
    {
        using var stream = new MemoryStream(content.ToArray());
        try
        {
            using var package = WordprocessingDocument.Open(stream, isEditable: false);
            return [.. new OpenXmlValidator(Version).Validate(package).Select(error => WordErrors.NotValid(name, error.Part?.Uri.ToString() ?? name, error.Path?.XPath, error.Description))];
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            return [WordErrors.NotValid(name, name, null, exception.Message)];
        }
    }
}
