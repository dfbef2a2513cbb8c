using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Writes our own finished document as a template for other generators, and the values of its fields as records.</summary>
internal static class Peers
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static int Write(string folder, int count)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        var records = new List<Dictionary<string, string>>(count);
        for (var n = 0; n < count; n++)
        {
            var result = generator.Generate(type, Variations.Read(catalog, Variations.Yaml(n)), new(OutputFormats.Docx), CancellationToken.None);
            var docx = result.Files.Single().Content.ToArray();
            records.Add(ValuesOf(docx));
            if (n == 0)
            {
                File.WriteAllBytes(Path.Combine(folder, "braces.docx"), AsTemplate(docx, "{", "}"));
                File.WriteAllBytes(Path.Combine(folder, "jinja.docx"), AsTemplate(docx, "{{ ", " }}"));
            }
        }

        File.WriteAllText(Path.Combine(folder, "records.json"), JsonSerializer.Serialize(records));
        return 0;
    }

    private static Dictionary<string, string> ValuesOf(byte[] docx) =>
        Controls(Body(docx)).Select((control, index) => (index, control)).ToDictionary(
            each => $"f{each.index}",
            each => string.Concat(each.control.Descendants(W + "t").Select(text => text.Value)));

    private static byte[] AsTemplate(byte[] docx, string open, string close)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("word/document.xml")!;
            XDocument body;
            using (var input = entry.Open())
            {
                body = XDocument.Load(input, LoadOptions.PreserveWhitespace);
            }

            foreach (var (index, control) in Controls(body).Select((control, index) => (index, control)).ToList())
            {
                var run = control.Descendants(W + "r").First();
                run.Elements(W + "t").Skip(1).Remove();
                run.Element(W + "t")!.Value = $"{open}f{index}{close}";
                control.ReplaceWith(run);
            }

            entry.Delete();
            using var output = new StreamWriter(archive.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
            body.Save(output, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    private static IEnumerable<XElement> Controls(XDocument body) =>
        body.Descendants(W + "sdt").Where(control => control.Descendants(W + "t").Any());

    private static XDocument Body(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        using var input = archive.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(input, LoadOptions.PreserveWhitespace);
    }
}
