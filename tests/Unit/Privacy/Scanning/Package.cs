using System.IO.Compression;
using System.Text;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Builds zip packages by hand, so that every part can hold what is planted.</summary>
internal static class Package
{
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Xml(string text) => System.Security.SecurityElement.Escape(text);

    /// <summary>A Word file with a body, and further parts.</summary>
    public static byte[] Docx(string body, params (string Name, byte[] Content)[] parts) =>
        Zip(
        [
            ("[Content_Types].xml", Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            ("word/document.xml", WordPart("document", $"<w:body>{body}</w:body>")),
            .. parts,
        ]);

    public static byte[] WordPart(string root, string content) => Bytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
        + $"{content}</w:{root}>");

    public static byte[] Xlsx(string sheet, string strings, params (string Name, byte[] Content)[] parts) =>
        Zip(
        [
            ("[Content_Types].xml", Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            ("xl/workbook.xml", Sheet("workbook", "<sheets><sheet name=\"表\" sheetId=\"1\"/></sheets>")),
            ("xl/worksheets/sheet1.xml", Sheet("worksheet", $"<sheetData>{sheet}</sheetData>")),
            ("xl/sharedStrings.xml", Sheet("sst", strings)),
            .. parts,
        ]);

    public static byte[] Sheet(string root, string content) =>
        Bytes($"<?xml version=\"1.0\"?><{root} xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{content}</{root}>");

    /// <summary>A PNG of one dot with a text chunk.</summary>
    public static byte[] Png(string text)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(stream, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        Chunk(stream, "iTXt", [.. Encoding.ASCII.GetBytes("Comment\0\0\0\0\0"), .. Bytes(text)]);
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    /// <summary>A JPEG with nothing but Exif: an artist, and where it was taken.</summary>
    public static byte[] Jpeg(string artist)
    {
        var text = Bytes(artist + "\0");
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, .. BitConverter.GetBytes(text.Length), 26, 0, 0, 0, 0, 0, 0, 0, .. text,
        ];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, 0xFF, 0xD9];
    }

    private static void Chunk(Stream stream, string type, byte[] content)
    {
        stream.Write([(byte)(content.Length >> 24), (byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length]);
        stream.Write(Encoding.ASCII.GetBytes(type));
        stream.Write(content);
        stream.Write([0, 0, 0, 0]);
    }
}
