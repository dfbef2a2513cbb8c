using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Reads one table.</summary>
internal sealed class DocxTableReader(DocxContext context, StyleSheet sheet)
{
    private const int MostColumns = 63; // Word's own limit.

    private readonly List<TextAlignment?> _alignments = [];
    private readonly HashSet<int> _fitting = [];

    // The cells that go on below the row being read, and those of the row above, by column and width.
    private HashSet<(int Column, int Span)> _open = [];
    private HashSet<(int Column, int Span)> _above = [];

    // Of a table of other origin, which does not say so.
    private XElement? _header;
    private DocxTableLines _lines = new(null, []);

    public Table Read(XElement table, Origin origin)
    {
        var rows = new List<TableRow>();
        var properties = table.Element(Xml.W + "tblPr");
        var place = context.Paragraph + 1;
        _lines = new(properties, [.. context.TableStyles(Xml.Value(properties?.Element(Xml.W + "tblStyle"), "val"))]);
        _header = context.IsForeign && table.Elements(Xml.W + "tr").Take(2).ToList() is [var first, _] && ForeignLooks.IsHeader(first) ? first : null;
        ReadRows(table, origin, rows);
        EndHeader(rows);
        var lines = _lines.Find();
        if (lines == TableLines.Some)
        {
            context.NoticePartlyRuled(place);
        }

        var widths = table.Element(Xml.W + "tblGrid")?.Elements(Xml.W + "gridCol")
            .Select(column => Number(Xml.Value(column, "w"))).Take(MostColumns).ToList() ?? [];
        var count = rows.Select(SpansOf).Append(1).Max();
        while (widths.Count < count)
        {
            widths.Add(widths.Count > 0 ? widths.Max() : 1);
        }

        widths.RemoveRange(count, widths.Count - count);
        var shares = Shares([.. widths.Select((width, index) => _fitting.Contains(index) ? 0 : Math.Max(1, width))]);
        var cell = sheet.Paragraphs[sheet.Tables.CellStyle].Alignment;
        return new(
            [.. shares.Select((share, index) => new TableColumn(share, _alignments.ElementAtOrDefault(index) ?? cell))],
            [.. rows.Select(row => Fill(row, count))])
        {
            IsUnruled = lines == TableLines.None,
            IsForm = !context.IsForeign && lines != TableLines.None && table.Descendants(Xml.W + "trHeight").Any(height => Number(Xml.Value(height, "val")) is > 0 and var twips && twips == sheet.Tables.FormRow.Twips),
        };
    }

    // A cell that begins in the head and goes on below it: then there is no head to be repeated.
    private static void EndHeader(List<TableRow> rows)
    {
        var headers = rows.TakeWhile(row => row.IsHeader).Count();
        if (headers < rows.Count && rows[headers].Cells.Any(cell => cell.ContinuesAbove))
        {
            for (var i = 0; i < headers; i++)
            {
                rows[i] = rows[i] with { IsHeader = false };
            }
        }
    }

    private static int SpansOf(TableRow row) => row.Cells.Sum(cell => cell.ColumnSpan);

    private TableRow Fill(TableRow row, int columns)
    {
        var missing = columns - SpansOf(row);
        return missing <= 0 ? row : row with
        {
            Cells = [.. row.Cells, .. Enumerable.Repeat(new TableCell([new(sheet.Tables.CellStyle, [])]), missing)],
        };
    }

    private void ReadRows(XElement parent, Origin origin, List<TableRow> rows)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "tr" when !IsTakenAway(child):
                    rows.Add(ReadRow(child, origin));
                    break;
                case "sdt" when child.Element(Xml.W + "sdtContent") is { } content:
                    ReadRows(content, origin, rows);
                    break;
                case "customXml" or "smartTag" or "ins" or "moveTo":
                    ReadRows(child, origin, rows);
                    break;
                default:
                    break; // Properties, grid, marks.
            }
        }
    }

    private bool IsTakenAway(XElement row)
    {
        var properties = row.Element(Xml.W + "trPr");
        var change = properties?.Element(Xml.W + "ins") ?? properties?.Element(Xml.W + "del");
        return change is not null && !context.Keeps(change);
    }

    private TableRow ReadRow(XElement row, Origin origin)
    {
        var properties = row.Element(Xml.W + "trPr");
        var isHeader = row == _header || Xml.IsOn(properties?.Element(Xml.W + "tblHeader"));
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var column = 0;
        (_above, _open) = (_open, []);
        _lines.BeginRow();
        if (Math.Min(Number(Xml.Value(properties?.Element(Xml.W + "gridBefore"), "val")), MostColumns) is > 0 and var before)
        {
            // Without them the row's cells would stand under other columns than they do.
            context.CannotRepresent("表格行首空出的列", "an empty start of a table row");
            _lines.Add(null, before, isPart: false);
            cells.Add(new([new(sheet.Tables.CellStyle, [])], before));
            column += before;
        }

        var isMerged = false;
        ReadCells(row, origin, (cell, content) =>
        {
            var tableCell = ReadCell(cell, content, new(column, isHeader));
            column += tableCell.ColumnSpan;
            var merge = cell.Element(Xml.W + "tcPr")?.Element(Xml.W + "hMerge");
            if (isMerged && merge is not null && Xml.Value(merge, "val") is not "restart")
            {
                cells[^1] = Joined(cells[^1], tableCell);
                return;
            }

            isMerged = merge is not null;
            cells.Add(tableCell);
        });
        return new(cells.Count > 0 ? cells.ToImmutable() : [new([new(sheet.Tables.CellStyle, [])])], isHeader)
        {
            // What ours say follows from the style sheet and their text.
            LeastHeight = context.IsForeign ? Length.FromPoints(Number(Xml.Value(properties?.Element(Xml.W + "trHeight"), "val")) / 20m) : Length.Zero,
        };
    }

    private static void ReadCells(XElement parent, Origin origin, Action<XElement, Origin> read)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == Xml.W + "tc")
            {
                read(child, origin);
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo")
            {
                ReadCells(child, origin, read);
            }
        }
    }

    private TableCell ReadCell(XElement cell, Origin origin, Place place)
    {
        var properties = cell.Element(Xml.W + "tcPr");
        var span = Math.Clamp(Number(Xml.Value(properties?.Element(Xml.W + "gridSpan"), "val")), 1, MostColumns);
        var isPart = IsPart(properties?.Element(Xml.W + "vMerge"), place.Column, span);
        _lines.Add(properties, span, isPart);
        var collector = new BlockCollector(context, sheet) { Cell = place.IsHeader ? sheet.Tables.HeaderStyle : sheet.Tables.CellStyle };
        var blocks = collector.ReadAll(cell, origin);
        NoteColumn(place, span, collector.Alignment, Xml.Value(properties?.Element(Xml.W + "tcW"), "type") == "auto");
        var paragraphs = Flatten(blocks).ToImmutableArray();
        if (isPart && paragraphs.Any(paragraph => !paragraph.Inlines.IsEmpty))
        {
            ReportHidden();
            paragraphs = [];
        }

        return new(paragraphs.IsEmpty ? [new(sheet.Tables.CellStyle, [])] : paragraphs, span)
        {
            ContinuesAbove = isPart,
            IsVertical = IsVertical(Xml.Value(properties?.Element(Xml.W + "textDirection"), "val")) && !isPart,
        };
    }

    // Word of 1997 merged cells of a row without making one of them.
    private TableCell Joined(TableCell first, TableCell rest)
    {
        if (rest.Paragraphs.Any(paragraph => !paragraph.Inlines.IsEmpty))
        {
            ReportHidden();
        }

        return first with { ColumnSpan = first.ColumnSpan + rest.ColumnSpan };
    }

    private void ReportHidden() => context.CannotRepresent("被合并单元格遮住的文字", "text that a merged cell hides");

    // Word joins a cell to the one above where that one is merged too, and as wide.
    private bool IsPart(XElement? merge, int column, int span)
    {
        if (merge is null)
        {
            return false;
        }

        _open.Add((column, span));
        return Xml.Value(merge, "val") is not "restart" && _above.Contains((column, span));
    }

    // The names of the transitional form of the standard, and of the strict one.
    private bool IsVertical(string? direction)
    {
        switch (direction)
        {
            case "tbRl" or "tbRlV" or "rl" or "rlV":
                return true;
            case "tbLrV" or "lrV":
                context.CannotRepresent("各列自左至右的竖排顺序", "the order of columns from left to right");
                return true;
            case "btLr" or "lr":
                context.CannotRepresent("由下向上的文字方向", "the direction of text that runs upwards");
                return false;
            case "lrTbV" or "tbV":
                context.CannotRepresent("横排中侧转的汉字", "the turn of characters in horizontal text");
                return false;
            default:
                return false;
        }
    }

    private void NoteColumn(Place place, int span, TextAlignment? alignment, bool fitsContent)
    {
        if (span > 1)
        {
            return;
        }

        while (_alignments.Count <= place.Column)
        {
            _alignments.Add(null);
        }

        _alignments[place.Column] ??= place.IsHeader ? null : alignment;
        if (!place.IsHeader && alignment is not null && alignment != _alignments[place.Column])
        {
            context.NoticeByHand(); // A column has one alignment here.
        }

        if (fitsContent)
        {
            _fitting.Add(place.Column);
        }
    }

    private IEnumerable<Paragraph> Flatten(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    yield return paragraph;
                    break;
                case Table inner:
                    context.CannotRepresent("表格中的表格", "a table inside a table");
                    foreach (var paragraph in inner.Rows.SelectMany(row => row.Cells).SelectMany(each => each.Paragraphs))
                    {
                        yield return paragraph;
                    }

                    break;
                case Diagram:
                    context.CannotRepresent("表格中的图", "a figure inside a table");
                    break;
                default:
                    break; // A page break inside a cell breaks nothing.
            }
        }
    }

    // The smallest whole numbers that give the same widths to the twip, or the widths where none are small.
    private static int[] Shares(int[] widths)
    {
        var total = widths.Sum();
        for (var sum = widths.Count(width => width > 0); sum <= 200 && total > 0; sum++)
        {
            var shares = Array.ConvertAll(widths, width => (int)Math.Round((decimal)width * sum / total, MidpointRounding.AwayFromZero));
            var isExact = shares.Sum() == sum && widths.Zip(shares).All(each =>
                each.First == 0 || (each.Second > 0 && Math.Abs(((decimal)each.Second * total / sum) - each.First) <= 2));
            if (isExact)
            {
                return shares;
            }
        }

        return widths;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 100_000) : 0;

    private readonly record struct Place(int Column, bool IsHeader);
}
