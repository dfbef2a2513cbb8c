using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>A foreign package, trusted in nothing: sizes are counted, document types refused, nothing outside is fetched.</summary>
internal sealed class DocxPackage : IDisposable
{
    private static readonly string[] MacroParts = ["word/vbaProject.bin", "word/vbaData.xml"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly ZipArchive _zip;
    private readonly SourceLocation _file;
    private readonly DocxLimits _limits;
    private readonly DiagnosticBag _diagnostics;
    private long _unpacked;

    private DocxPackage(ZipArchive zip, SourceLocation file, DocxLimits limits, DiagnosticBag diagnostics)
    {
        (_zip, _file, _limits, _diagnostics) = (zip, file, limits, diagnostics);
        Main = TargetOf("", "officeDocument") ?? WordNames.DocumentPart;
    }

    /// <summary>The name of the main part.</summary>
    public string Main { get; }

    public IEnumerable<string> PartNames => _zip.Entries.Select(entry => entry.FullName);

    public static DocxPackage? Open(Stream input, SourceLocation file, DocxLimits limits, DiagnosticBag diagnostics)
    {
        try
        {
            if (!limits.Admits(input.Length, file.Source.Path, diagnostics))
            {
                return null;
            }

            var zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count <= limits.MostParts)
            {
                return new(zip, file, limits, diagnostics);
            }

            zip.Dispose();
            diagnostics.Add(WordErrors.TooLarge(file, "[Content_Types].xml"));
        }
        catch (InvalidDataException)
        {
            diagnostics.Add(WordErrors.NotADocument(file));
        }

        return null;
    }

    public void Dispose() => _zip.Dispose();

    public bool Has(string part) => _zip.GetEntry(part) is not null;

    /// <summary>The root of a part; null where it is missing or broken (and reported, if broken).</summary>
    public XElement? Load(string part)
    {
        if (_zip.GetEntry(part) is not { } entry)
        {
            return null;
        }

        try
        {
            if (Unpack(entry) is not { } content)
            {
                _diagnostics.Add(WordErrors.TooLarge(_file, part));
                return null;
            }

            if (IsShallow(content))
            {
                content.Position = 0;
                using var reader = XmlReader.Create(content, Settings);
                return XElement.Load(reader, LoadOptions.PreserveWhitespace);
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            // Reported below, like one that nests too deep.
        }

        _diagnostics.Add(WordErrors.BrokenPart(_file, part));
        return null;
    }

    /// <summary>Our custom XML part, whatever number an editor gave it; null where the file has none.</summary>
    public (string Name, XElement Root)? LoadFieldsPart()
    {
        foreach (var name in PartNames.Where(IsCustomXml).Order(StringComparer.Ordinal))
        {
            if (Load(name) is { } root && root.Name.NamespaceName == WordNames.Fields)
            {
                return (name, root);
            }
        }

        return null;
    }

    /// <summary>The relationships of a part, or of the package where the part is empty.</summary>
    public IEnumerable<(string Id, string Type, string Target, bool IsExternal)> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var root = Load($"{part[..slash]}_rels/{part[slash..]}.rels");
        return from each in root?.Elements() ?? []
               select (
                   (string?)each.Attribute("Id") ?? "",
                   ((string?)each.Attribute("Type") ?? "").Split('/')[^1],
                   (string?)each.Attribute("Target") ?? "",
                   (string?)each.Attribute("TargetMode") == "External");
    }

    /// <summary>The name of the part that <paramref name="part"/> relates to in this way.</summary>
    public string? TargetOf(string part, string type) => TargetsOf(part, type).FirstOrDefault();

    /// <summary>The names of all such parts.</summary>
    public IEnumerable<string> TargetsOf(string part, string type) =>
        from each in RelationshipsOf(part)
        where each.Type == type && !each.IsExternal && each.Target.Length > 0
        select NameOf(part, each.Target);

    /// <summary>The picture that a relationship of the main part leads to; null where there is none, or a broken one.</summary>
    public byte[]? Picture(string id)
    {
        var target = RelationshipsOf(Main).FirstOrDefault(each => each.Id == id && !each.IsExternal).Target;
        try
        {
            return !string.IsNullOrEmpty(target) && _zip.GetEntry(NameOf(Main, target)) is { } entry
                ? Unpack(entry)?.ToArray()
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Names what a file from outside may bring along: macros, and references to things elsewhere.</summary>
    public void NoticeDangers()
    {
        if (MacroParts.Any(Has))
        {
            _diagnostics.Add(WordErrors.Macros(_file));
        }

        foreach (var kind in PartNames.Where(IsTextPart).SelectMany(RelationshipsOf)
                     .Where(each => each.IsExternal && each.Type != "hyperlink")
                     .Select(each => each.Type).Distinct())
        {
            _diagnostics.Add(WordErrors.ExternalContent(_file, kind));
        }
    }

    private static bool IsTextPart(string name) =>
        name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
        && name.LastIndexOf('/') == "word".Length;

    private static bool IsCustomXml(string name) =>
        name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("itemProps", StringComparison.OrdinalIgnoreCase);

    public static string NameOf(string part, string target) =>
        target[0] == '/' ? target[1..] : part[..(part.LastIndexOf('/') + 1)] + target;

    // The size a zip file declares may lie; what comes out is counted.
    private MemoryStream? Unpack(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            _unpacked += read;
            if (content.Length > _limits.LargestPart || _unpacked > _limits.LargestTotal)
            {
                return null;
            }
        }

        content.Position = 0;
        return content;
    }

    private bool IsShallow(MemoryStream content)
    {
        using var reader = XmlReader.Create(content, Settings);
        while (reader.Read())
        {
            if (reader.Depth > _limits.DeepestElement)
            {
                return false;
            }
        }

        return true;
    }
}
