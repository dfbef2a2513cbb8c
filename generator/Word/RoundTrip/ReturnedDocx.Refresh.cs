using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <remarks>This part: writes it again, brought up to date.</remarks>
public sealed partial class ReturnedDocx
{
    /// <summary>The file with the new text in every control that waits for an update, and the paragraphs and rows of the case; all other parts keep their bytes.</summary>
    /// <returns>Null where the package cannot be written again.</returns>
    public RefreshedDocx? Refresh(DocxUpdate update)
    {
        var updates = update.Controls.Where(each => each.State == ControlState.Update)
            .ToDictionary(each => (each.Tag, each.Occurrence), each => each.InCase!);
        var marks = update.Track is { } by ? new ChangeMarks(by, NextId()) : null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        RestoreTags();
        var memory = _fields is { } fields ? new WrittenMemory(fields.Root) : null;
        List<BlockChange> changes = [.. update.Blocks?.Changes.Where(each => each.CanBeMade) ?? []];
        if (changes.Count > 0 && memory is not null)
        {
            var tags = memory.Merge(update.Blocks!.Merged, update.Fresh._fields!.Value.Root, (Trace.Written, update.Fresh.Trace.Written));
            var import = new BlockImport(_parts[0].Root, (_styles, update.Fresh._styles), tags);
            new BlockWriter(_blocks, update.Fresh._blocks, import, marks).Apply(changes);
            names.Add(_parts[0].Name);
        }

        var writer = new ControlWriter(marks);
        foreach (var control in _controls.Where(each => updates.ContainsKey((each.Tag, each.Occurrence)) && PartOf(each) is not null))
        {
            writer.Write(control, updates[(control.Tag, control.Occurrence)]);
            names.Add(PartOf(control)!);
        }

        var parts = _parts.Where(part => names.Contains(part.Name)).ToList();
        if (names.Count > 0 && _fields is { } written)
        {
            memory!.Update([.. update.Controls.Where(each => update.Blocks?.TakesOut(each) != true)], update.CaseHash);
            parts.Add(written);
        }

        return (names.Count == 0 ? _content : Replace(parts)) is not { } content
            ? null
            : new(content, _fields?.Root.ToString(SaveOptions.DisableFormatting));
    }

    // An editor dropped them; a control that leads somewhere again is worth more than one known by its order.
    private void RestoreTags()
    {
        foreach (var control in _controls)
        {
            foreach (var properties in control.Elements.Where(each => DocxFields.OwnTagOf(each) is null).Select(each => each.Element(Xml.W + "sdtPr")))
            {
                properties?.AddFirst(new XElement(Xml.W + "tag", new XAttribute(Xml.W + "val", control.Tag)));
            }
        }
    }

    // Null for one that has left the file with its paragraph.
    private string? PartOf(FoundControl control)
    {
        var root = control.Elements[0].AncestorsAndSelf().Last();
        return _parts.FirstOrDefault(part => part.Root == root).Name;
    }

    private int NextId() =>
        1 + _parts.SelectMany(part => part.Root.Descendants())
            .Where(each => each.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "rPrChange" or "pPrChange")
            .Select(each => int.TryParse(Xml.Value(each, "id"), out var id) ? id : 0)
            .DefaultIfEmpty(0).Max();

    // A part that nobody read may be broken; writing the package again shows it.
    private byte[]? Replace(List<(string Name, XElement Root)> parts)
    {
        try
        {
            return Rewritten(parts);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private byte[] Rewritten(List<(string Name, XElement Root)> parts)
    {
        var output = new MemoryStream();
        output.Write(_content);
        using (var zip = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, root) in parts)
            {
                var entry = zip.GetEntry(name)!;
                var stamp = entry.LastWriteTime;
                using (var stream = entry.Open())
                {
                    stream.SetLength(0);
                    using var xml = XmlWriter.Create(stream, WriterSettings());
                    new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(xml);
                }

                entry.LastWriteTime = stamp;
            }
        }

        return output.ToArray();
    }

    private static XmlWriterSettings WriterSettings() =>
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };
}

/// <summary>What a file is brought up to date with.</summary>
/// <param name="Controls">The comparison of this very file.</param>
/// <param name="Fresh">The file as the case makes it now.</param>
/// <param name="CaseHash">The case the new texts are from.</param>
public sealed record DocxUpdate(ImmutableArray<ControlComparison> Controls, ReturnedDocx Fresh, string CaseHash)
{
    /// <summary>What becomes of its paragraphs and rows; null to leave them as they are.</summary>
    public BlockPlan? Blocks { get; init; }

    /// <summary>For changes that a person is to review; null for changes that are simply made.</summary>
    public TrackedBy? Track { get; init; }
}

/// <summary>A file that was brought up to date.</summary>
/// <param name="Content">The file.</param>
/// <param name="Part">Its custom XML part, for a host that writes the controls of an open document by itself; null where it has none.</param>
public sealed record RefreshedDocx(byte[] Content, string? Part);
