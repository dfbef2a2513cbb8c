using System.Globalization;
using CsvHelper;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A table of which every row is a case, with the rows of further tables that belong to it.</summary>
internal sealed class CaseTable(CaseForm form, CellValues values, DetailRows details)
{
    private static readonly FieldPath IdPath = FieldPath.Root.Member("id");

    private readonly Dictionary<string, int> _rowOfId = new(StringComparer.OrdinalIgnoreCase);

    public static HeaderNames Names(CaseForm form) =>
        new(new(form, form.Tables[0]), [FormTable.KeyHeader, "编号", "id", "$.id", "case_id"], []);

    /// <summary>The cases in order, read while they are walked.</summary>
    public IEnumerable<SourcedCase> Cases(RawTable table, DiagnosticBag diagnostics)
    {
        using var rows = table.Rows.GetEnumerator();
        if (TableHeader.Read(rows, table, Names(form), diagnostics) is not { } header)
        {
            yield break;
        }

        var isEmpty = true;
        while (MoveNext(rows, table, diagnostics))
        {
            isEmpty = false;
            yield return CaseOf(rows.Current, header, table);
        }

        if (isEmpty)
        {
            diagnostics.Add(TableErrors.NoCases(new(new(table.Display, ""), default)));
        }
    }

    // A workbook may turn out broken in the middle: what came before it is good.
    private static bool MoveNext(IEnumerator<TableRow> rows, RawTable table, DiagnosticBag diagnostics)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (CsvFormatException broken)
        {
            diagnostics.Add(TableErrors.StrayQuote(new(new(table.Display, "", (int)Math.Max(1, broken.LineNumber)), default)));
            return false;
        }
        catch (Exception broken) when (table.Name.Length > 0 && WorkbookReader.IsBroken(broken))
        {
            diagnostics.Add(TableErrors.BrokenWorkbook(new(new(table.Display, ""), default)));
            return false;
        }
    }

    private SourcedCase CaseOf(TableRow row, TableHeader header, RawTable table)
    {
        var number = row.Start.Start.Line;
        var id = CellValues.Shown(row[header.Key]);
        if (id.Length == 0)
        {
            var isMerged = table.Merged.Any(each => each.Holds(number - 1, header.Key));
            return Refused("", row, TableErrors.NoKey(row.Source.CellAt(header.Key), IdPath, isMerged));
        }

        if (!_rowOfId.TryAdd(id, number))
        {
            return Refused(id, row, TableErrors.DoubleKey(row.Source.CellAt(header.Key), IdPath, _rowOfId[id]));
        }

        var own = details.Take(id);
        var places = string.Join(';', own.Select(each => each.Row.Start.ToString()).Prepend(row.Start.ToString()));
        var rows = new CaseRows(row, header, own);
        return new(id, row.Start, places, (over, found) => Read(rows, over, found)) { CellOf = rows.CellOf };
    }

    private static SourcedCase Refused(string id, TableRow row, Diagnostic reason) =>
        new(id, row.Start, row.Start.ToString(), (_, found) =>
        {
            found.AddRange(row.Findings);
            found.Add(reason);
            return null;
        });

    private DataObject Read(CaseRows rows, DataObject? over, DiagnosticBag diagnostics)
    {
        var branch = new CaseBranch();
        var id = rows.Row.Source.CellAt(rows.Header.Key);
        branch.Set("id", new DataText(CellValues.Shown(rows.Row[rows.Header.Key])) { Location = id });
        Fill(branch, rows.Row, rows.Header, diagnostics);
        foreach (var detail in rows.Details)
        {
            AddDetail(branch, detail, over, diagnostics);
        }

        return branch.ObjectOver(over, FieldPath.Root, rows.Row.Start);
    }

    private void Fill(CaseBranch branch, TableRow row, TableHeader header, DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(row.Findings);
        diagnostics.AddRange(header.Unnamed.Where(column => !row[column].IsEmpty).Select(column => TableErrors.NoHeaderAbove(row.Source.CellAt(column))));
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (column >= header.Columns.Length)
            {
                if (!row[column].IsEmpty)
                {
                    diagnostics.Add(TableErrors.TooManyCells(row.Source.CellAt(column), row.Cells.Length, header.Columns.Length));
                    return;
                }
            }
            else if (header.Columns[column] is { } target
                && values.Read(row[column], target.Field, row.Source.CellAt(column), diagnostics) is { } value)
            {
                branch.Set(target.Steps, value);
            }
        }
    }

    private void AddDetail(CaseBranch root, DetailRow detail, DataObject? over, DiagnosticBag diagnostics)
    {
        var branch = root;
        var below = (DataNode?)over;
        for (var level = 0; level < detail.Way.Length; level++)
        {
            foreach (var name in detail.Way[level].Split('.', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "$"))
            {
                branch = branch.Member(name);
                below = (below as DataObject)?.Find(name);
            }

            if (level < detail.Header.Ordinals.Length)
            {
                var column = detail.Header.Ordinals[level];
                if (ItemOf(branch, below as DataList, CellValues.Shown(detail.Row[column])) is not { } index)
                {
                    diagnostics.Add(TableErrors.NoSuchItem(detail.Row.Source.CellAt(column), detail.Table.Path));
                    return;
                }

                branch = branch.Item(index);
                below = below is DataList list && index < list.Items.Length ? list.Items[index] : null;
            }
        }

        branch.ReplacesList = true;
        var item = branch.Item(branch.ItemCount);
        item.Start = detail.Row.Start;
        Fill(item, detail.Row, detail.Header, diagnostics);
    }

    /// <summary>The item that a number, counted from 1, or an id means; null where there is none.</summary>
    private static int? ItemOf(CaseBranch list, DataList? below, string written)
    {
        if (list.IndexOf(written) is { } known)
        {
            return known;
        }

        var count = list.ReplacesList ? list.ItemCount : Math.Max(list.ItemCount, below?.Items.Length ?? 0);
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= count)
        {
            return place - 1;
        }

        var found = list.ReplacesList || below is null
            ? -1
            : below.Items.ToList().FindIndex(item => item is DataObject each && each.Find("id") is DataText id && id.Value == written);
        return found < 0 ? null : found;
    }

    private sealed record CaseRows(TableRow Row, TableHeader Header, IReadOnlyList<DetailRow> Details)
    {
        public SourceLocation? CellOf(SourceLocation place, FieldPath field) =>
            IsStart(place, Row)
                ? CellOf(Row, Header, way => field.Value == $"$.{way}")
                : Details.FirstOrDefault(detail => IsStart(place, detail.Row)) is { } own
                    ? CellOf(own.Row, own.Header, way => field.Value.EndsWith($"].{way}", StringComparison.Ordinal))
                    : null;

        private static bool IsStart(SourceLocation place, TableRow row) => place.Source == row.Source && place.Span.Start == row.Start.Span.Start;

        private static SourceLocation? CellOf(TableRow row, TableHeader header, Func<string, bool> isField)
        {
            for (var column = 0; column < header.Columns.Length; column++)
            {
                if (header.Columns[column] is { } target && isField(target.Way))
                {
                    return row.Source.CellAt(column);
                }
            }

            return null;
        }
    }
}
