using System.Globalization;
using System.Security;
using System.Text;
using PiiDocs.Documents;

namespace PiiDocs.Pdf;

/// <summary>What a file says of itself: information dictionary and XMP, which must agree (ISO 19005-1, 6.7.3).</summary>
internal static class PdfMetadata
{
    public static PdfReference AddInformation(PdfFile file, DocumentInfo info) => file.Add(output =>
    {
        output.Text("<</Title ");
        output.TextString(info.Title);
        if (info.Author.Length > 0)
        {
            output.Text("/Author ");
            output.TextString(info.Author);
        }

        output.Text("/Producer ");
        output.TextString(ProducerOf(info));
        if (IsDated(info))
        {
            var date = info.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            output.Text($"/CreationDate(D:{date}000000+08'00')/ModDate(D:{date}000000+08'00')");
        }

        output.Text(">>");
    });

    public static PdfReference AddXmp(PdfFile file, DocumentInfo info, PdfConformance conformance)
    {
        var reference = file.Reserve();
        file.AddEncoded(reference, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(XmpOf(info, conformance)));
        return reference;
    }

    // A Word file of another program may not say when it was made.
    private static bool IsDated(DocumentInfo info) => info.Date != default;

    private static string ProducerOf(DocumentInfo info) => $"PiiDocs {info.Stamp.EngineVersion}".TrimEnd();

    private static string XmpOf(DocumentInfo info, PdfConformance conformance)
    {
        // Office documents are dated by the day, in Beijing time, the one time of the country.
        var date = info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";
        var dates = !IsDated(info)
            ? ""
            : $"""
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            </rdf:Description>

            """;
        var creator = info.Author.Length == 0
            ? ""
            : $"<dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(info.Author)}</rdf:li></rdf:Seq></dc:creator>\n";
        return
            $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>{SecurityElement.Escape(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>
            {creator}</rdf:Description>
            {dates}<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>{SecurityElement.Escape(ProducerOf(info))}</pdf:Producer>
            </rdf:Description>
            {ClaimOf(conformance)}</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    private static string ClaimOf(PdfConformance conformance)
    {
        var (part, level) = conformance switch
        {
            PdfConformance.PdfA1b => (1, "B"),
            PdfConformance.PdfA2a => (2, "A"),
            _ => (0, ""),
        };
        return part == 0
            ? ""
            : $"""
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>{part}</pdfaid:part>
            <pdfaid:conformance>{level}</pdfaid:conformance>
            </rdf:Description>

            """;
    }
}
