using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PiiDocs.Unit.Word;

/// <summary>Does to a file what Word does when it saves one, and what people do in it.</summary>
internal static class WordLike
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Main = "word/document.xml";

    /// <summary>Cuts runs anew, adds revision ids, spelling marks and bookmarks, renames prefixes, and moves our part to another number.</summary>
    public static byte[] Save(byte[] docx, int seed)
    {
        var random = new Random(seed);
        return Rewrite(docx, parts =>
        {
            var main = XDocument.Parse(parts[Main], LoadOptions.PreserveWhitespace);
            foreach (var run in main.Descendants(W + "r").Where(IsText).ToList())
            {
                run.ReplaceWith(Cut(run, random));
            }

            foreach (var (paragraph, index) in main.Descendants(W + "p").Select((paragraph, index) => (paragraph, index)))
            {
                paragraph.SetAttributeValue(W + "rsidR", $"00{random.Next(0x100000, 0xFFFFFF):X6}");
                paragraph.Add(new XElement(W + "bookmarkStart", new XAttribute(W + "id", index), new XAttribute(W + "name", index == 0 ? "_GoBack" : $"b{index}")));
                paragraph.Add(new XElement(W + "bookmarkEnd", new XAttribute(W + "id", index)));
            }

            foreach (var id in main.Descendants(W + "sdtPr").Elements(W + "id"))
            {
                id.SetAttributeValue(W + "val", random.Next(-int.MaxValue, int.MaxValue));
            }

            main.Root!.Attributes().Where(each => each.IsNamespaceDeclaration && each.Value == W.NamespaceName).Remove();
            main.Root.Add(new XAttribute(XNamespace.Xmlns + "ns0", W.NamespaceName));
            parts[Main] = Text(main);
            MoveCustomXml(parts, random.Next(2, 9));
        });
    }

    /// <summary>Changes the main part of a file.</summary>
    public static byte[] Edit(byte[] docx, Action<XElement> edit) =>
        Rewrite(docx, parts =>
        {
            var main = XDocument.Parse(parts[Main], LoadOptions.PreserveWhitespace);
            edit(main.Root!);
            parts[Main] = Text(main);
        });

    /// <summary>Types another text into some of the controls of a tag.</summary>
    public static void Type(XElement root, string tag, string text, Func<int, bool>? where = null)
    {
        foreach (var (control, index) in Controls(root, tag).Select((control, index) => (control, index)).ToList())
        {
            if (where?.Invoke(index) == false)
            {
                continue;
            }

            var runs = control.Descendants(W + "r").ToList();
            runs[0].ReplaceNodes(runs[0].Elements(W + "rPr"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
            runs.Skip(1).Remove();
        }
    }

    public static IEnumerable<XElement> Controls(XElement root, string? tag = null) =>
        root.Descendants(W + "sdt").Where(each => tag is null || TagOf(each) == tag);

    public static string TagOf(XElement control) => (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") ?? "";

    public static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>Every part of a package as text.</summary>
    public static Dictionary<string, string> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            return reader.ReadToEnd();
        });
    }

    public static byte[] Rewrite(byte[] docx, Action<Dictionary<string, string>> change)
    {
        var parts = Parts(docx).ToDictionary(part => part.Key, part => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part.Value)));
        var pictures = Parts(docx).Where(part => part.Key.StartsWith("word/media/", StringComparison.Ordinal)).ToDictionary();
        change(parts);
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(pictures.TryGetValue(name, out var picture) ? Encoding.Latin1.GetBytes(picture) : Encoding.UTF8.GetBytes(text));
            }
        }

        return output.ToArray();
    }

    private static bool IsText(XElement run) =>
        run.Elements().All(each => each.Name == W + "t" || each.Name == W + "rPr") && run.Elements(W + "t").Count() == 1;

    private static IEnumerable<XElement> Cut(XElement run, Random random)
    {
        var text = run.Element(W + "t")!.Value;
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + random.Next(1, 9));
            if (end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            var look = new XElement(W + "rPr", run.Element(W + "rPr")?.Elements());
            if (look.Element(W + "rFonts") is null)
            {
                look.AddFirst(new XElement(W + "rFonts", new XAttribute(W + "hint", "eastAsia")));
            }

            look.Add(new XElement(W + "lang", new XAttribute(W + "eastAsia", "zh-CN")));
            yield return new(
                W + "r",
                new XAttribute(W + "rsidRPr", $"00{random.Next(0x100000, 0xFFFFFF):X6}"),
                look,
                new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text[start..end]));
            if (random.Next(4) == 0)
            {
                yield return new(W + "proofErr", new XAttribute(W + "type", "spellStart"));
                yield return new(W + "proofErr", new XAttribute(W + "type", "spellEnd"));
            }

            start = end;
        }
    }

    private static void MoveCustomXml(Dictionary<string, string> parts, int number)
    {
        foreach (var name in parts.Keys.Where(name => name.StartsWith("customXml/", StringComparison.Ordinal)).ToList())
        {
            parts.Remove(name, out var text);
            parts[name.Replace("item1", $"item{number}", StringComparison.Ordinal).Replace("itemProps1", $"itemProps{number}", StringComparison.Ordinal)] =
                text!.Replace("itemProps1.xml", $"itemProps{number}.xml", StringComparison.Ordinal);
        }

        foreach (var name in new[] { "[Content_Types].xml", "word/_rels/document.xml.rels" })
        {
            parts[name] = parts[name]
                .Replace("customXml/itemProps1.xml", $"customXml/itemProps{number}.xml", StringComparison.Ordinal)
                .Replace("customXml/item1.xml", $"customXml/item{number}.xml", StringComparison.Ordinal);
        }
    }

    private static string Text(XDocument document)
    {
        var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            document.Save(xml);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
