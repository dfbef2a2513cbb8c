using System.IO.Compression;
using System.Xml;

namespace PiiDocs.Cases.Tables;

/// <summary>What the table reader does not tell of a workbook: how days are counted, and formulas nobody calculated.</summary>
/// <remarks>Looks into the package itself (ECMA-376, 18.2.28, 18.3.1.40).</remarks>
internal sealed class WorkbookParts
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly Dictionary<string, string> _partOfSheet = new(StringComparer.Ordinal);
    private readonly string _path;

    private WorkbookParts(string path) => _path = path;

    public bool StartsIn1904 { get; private set; }

    /// <exception cref="InvalidDataException">The file is no package.</exception>
    /// <exception cref="XmlException">A part of it is broken.</exception>
    public static WorkbookParts Read(string path)
    {
        var parts = new WorkbookParts(path);
        using var zip = ZipFile.OpenRead(path);
        var targets = ReadRelationships(zip);
        using var reader = Open(zip, "xl/workbook.xml");
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                parts.StartsIn1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && reader.GetAttribute("name") is { } name && RelationshipOf(reader) is { } id)
            {
                parts._partOfSheet.TryAdd(name, targets.GetValueOrDefault(id, ""));
            }
        }

        return parts;
    }

    /// <summary>The cells of a sheet that have no proper value, by 0-based row, then column.</summary>
    public IReadOnlyDictionary<int, Dictionary<int, CellFault>> Faults(string sheet)
    {
        var found = new Dictionary<int, Dictionary<int, CellFault>>();
        using var zip = ZipFile.OpenRead(_path);
        if (!_partOfSheet.TryGetValue(sheet, out var part) || zip.GetEntry(part) is not { } entry || !MayHaveFaults(entry))
        {
            return found;
        }

        using var reader = Open(zip, part)!;
        var cell = (Row: -1, Column: -1);
        var (hasFormula, hasValue, isError) = (false, false, false);
        var isInFormula = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "row":
                        cell = (reader.GetAttribute("r") is { } row && int.TryParse(row, out var number) ? number - 1 : cell.Row + 1, -1);
                        break;
                    case "c":
                        // A formula may have come to an empty text; an empty value of another kind was never worked out.
                        (hasFormula, hasValue, isError) = (false, reader.GetAttribute("t") == "str", reader.GetAttribute("t") == "e");

                        // Addresses may be left out: then a cell stands behind the one before it (18.3.1.4).
                        cell = (reader.GetAttribute("r") is { } address ? CellOf(address) : null) ?? (cell.Row, cell.Column + 1);
                        break;
                    case "f":
                        (hasFormula, isInFormula) = (true, true);
                        break;
                    case "v" or "is":
                        isInFormula = false;
                        break;
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                hasValue |= !isInFormula;
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && (isError || (hasFormula && !hasValue)))
            {
                found.TryAdd(cell.Row, []);
                found[cell.Row][cell.Column] = isError ? CellFault.Error : CellFault.Uncalculated;
            }
        }

        return found;
    }

    /// <summary><c>B12</c> is row 11, column 1.</summary>
    private static (int Row, int Column)? CellOf(string address)
    {
        var (column, row) = (0, 0);
        foreach (var c in address)
        {
            if (char.IsAsciiLetter(c))
            {
                column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            }
            else if (char.IsAsciiDigit(c))
            {
                row = (row * 10) + (c - '0');
            }
        }

        return row > 0 && column > 0 ? (row - 1, column - 1) : null;
    }

    // Most sheets have neither formulas nor errors: then the second reading is spared.
    private static bool MayHaveFaults(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var count)
        {
            var bytes = buffer.AsSpan(0, kept + count);
            if (bytes.IndexOf("<f"u8) >= 0 || bytes.IndexOf(":f"u8) >= 0 || bytes.IndexOf("t=\"e\""u8) >= 0)
            {
                return true;
            }

            kept = Math.Min(4, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static Dictionary<string, string> ReadRelationships(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Open(zip, "xl/_rels/workbook.xml.rels");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Id") is { } id
                && reader.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return targets;
    }

    private static string? RelationshipOf(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
            {
                return sheet.Value;
            }
        }

        return null;
    }

    private static XmlReader? Open(ZipArchive zip, string part) =>
        zip.GetEntry(part) is { } entry ? XmlReader.Create(entry.Open(), Settings) : null;
}

internal enum CellFault
{
    /// <summary>A formula that no program has calculated.</summary>
    Uncalculated,

    /// <summary>#REF!, #N/A and their kin.</summary>
    Error,
}
