using System.Globalization;
using System.Xml;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads the cells of a sheet, each with its address and with the text it shares with others.</summary>
internal sealed class SheetReader(ScanSession session, string partName, WorkbookStrings strings)
{
    private readonly TextPart _cells = new(partName);
    private readonly BoxedCharacters _boxes = new();
    private readonly Dictionary<string, string> _heads = new(StringComparer.Ordinal);

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

        _boxes.End(_cells);
        session.Search(_cells, isLast: true);
    }

    private void Add(string value, string type, PlaceUnit unit)
    {
        var text = type == "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings.Text(index) : Number(value);
        _boxes.Take(text, unit, _cells);
        _cells.Break();
        _cells.Append(LabelOf(unit.Cell!, text), PartKind.Cell, unit);
        _cells.Append(text, PartKind.Cell, unit);
        _cells.Break();
        session.Search(_cells, isLast: false);
    }

    /// <summary>The head of the column, where it is a label that tells what a number is: 身份证号.</summary>
    private string LabelOf(string address, string text)
    {
        var column = address.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (_heads.TryGetValue(column, out var head))
        {
            return head;
        }

        _heads[column] = session.IsLabel(text) ? $"{text}：" : "";
        return "";
    }

    /// <summary>1.3E+10 is the number of a telephone that a spreadsheet took for a quantity.</summary>
    private static string Number(string value) =>
        value.Contains('E', StringComparison.Ordinal)
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e18
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : value;
}
