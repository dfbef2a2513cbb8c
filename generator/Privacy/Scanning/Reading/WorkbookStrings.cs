using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>What the sheets of a workbook share: their texts, and in which order they stand.</summary>
/// <remarks>Keeps which texts the sheets asked for; the rest is read at the end.</remarks>
internal sealed class WorkbookStrings
{
    private readonly ImmutableArray<string> _texts;
    private readonly Dictionary<string, int> _sheets;
    private readonly HashSet<int> _shown = [];

    public const string PartName = "xl/sharedStrings.xml";

    private WorkbookStrings(ImmutableArray<string> texts, Dictionary<string, int> sheets)
    {
        _texts = texts;
        _sheets = sheets;
    }

    public static WorkbookStrings Read(ZipArchive archive, ScanSession session)
    {
        var sheets = archive.Entries
            .Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .Select((entry, index) => (entry.FullName, index))
            .DistinctBy(each => each.FullName)
            .ToDictionary(each => each.FullName, each => each.index + 1, StringComparer.Ordinal);
        return new(ReadTexts(archive, session), sheets);
    }

    /// <summary>From 1; null for a part that is no sheet.</summary>
    public int? NumberOfSheet(string part) => _sheets.TryGetValue(part, out var number) ? number : null;

    public string Text(int index)
    {
        _shown.Add(index);
        return index >= 0 && index < _texts.Length ? _texts[index] : "";
    }

    /// <summary>Texts that no cell shows any more and that are in the file all the same.</summary>
    public IEnumerable<string> Forgotten => _texts.Where((_, index) => !_shown.Contains(index));

    private static ImmutableArray<string> ReadTexts(ZipArchive archive, ScanSession session)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        if (archive.GetEntry(PartName) is not { IsEncrypted: false } entry)
        {
            return [];
        }

        try
        {
            using var stream = entry.Open();
            if (BoundedStream.ReadAll(stream, entry.FullName, session) is not { } content)
            {
                return [];
            }

            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var text = new StringBuilder();
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Text)
                {
                    text.Append(reader.Value);
                }
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "si")
                {
                    texts.Add(text.ToString());
                    text.Clear();
                }
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            // The part is read once more as XML of its own, where its fault is reported.
        }

        return texts.ToImmutable();
    }
}
