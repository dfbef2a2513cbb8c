using System.Globalization;
using System.Xml;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads the cells of a sheet, each with its address and with the text it shares with others.</summary>
internal sealed class SheetReader(ScanSession session, string partName, WorkbookStrings strings)
{
    private readonly TextPart _cells = new(partName);

    public void Read(ReadOnlyMemory<byte> content, int sheet)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var (address, type, inValue) = ("", "", false);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.LocalName == "c":
                        (address, type) = (reader.GetAttribute("r") ?? "", reader.GetAttribute("t") ?? "");
                        break;
                    case XmlNodeType.Element:
                        inValue = reader.LocalName is "v" or "t";
                        break;
                    case XmlNodeType.Text when inValue:
                        Add(reader.Value, type, new(UnitKind.Sheet, sheet, address));
                        break;
                    default:
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // The part is read once more as XML of its own, where its fault is reported.
        }

        session.Search(_cells, isLast: true);
    }

    private void Add(string value, string type, PlaceUnit unit)
    {
        var text = type == "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings.Text(index) : Number(value);
        _cells.Add(text, PartKind.Cell, unit);
        session.Search(_cells, isLast: false);
    }

    /// <summary>1.3E+10 is the number of a telephone that a spreadsheet took for a quantity.</summary>
    private static string Number(string value) =>
        value.Contains('E', StringComparison.Ordinal)
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e18
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : value;
}
