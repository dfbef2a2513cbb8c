using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>What the columns of a table hold.</summary>
/// <param name="Columns">By column; null for one that is not read.</param>
/// <param name="Key">The column of the case's id.</param>
/// <param name="Ordinals">The columns that say which item of each outer list a row belongs to, outermost first.</param>
internal sealed record TableHeader(ImmutableArray<ColumnTarget?> Columns, int Key, ImmutableArray<int> Ordinals)
{
    /// <summary>Columns that have no header: what a row has there has no meaning.</summary>
    public ImmutableArray<int> Unnamed { get; init; } = [];

    /// <summary>Reads the header and leaves the walk at the last of its rows. Null, with diagnostics, where the table cannot be used.</summary>
    public static TableHeader? Read(IEnumerator<TableRow> rows, RawTable table, HeaderNames names, DiagnosticBag diagnostics)
    {
        if (Texts(rows, table, names) is not { } texts)
        {
            diagnostics.Add(TableErrors.NoHeader(new(new(table.Display, ""), default)));
            return null;
        }

        var found = new DiagnosticBag();
        var reading = new HeaderReading(rows.Current, names, found);
        var header = reading.Read(texts);
        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : header;
    }

    /// <summary>The texts of the header: one row, or two where the cells of the upper one are joined over groups of columns.</summary>
    private static string[]? Texts(IEnumerator<TableRow> rows, RawTable table, HeaderNames names)
    {
        var first = true;
        while (rows.MoveNext())
        {
            var row = rows.Current;
            if (first && row.Cells.Count(cell => !cell.IsEmpty) == 1 && IsTitle(row, table))
            {
                first = false;
                continue;
            }

            var texts = row.Cells.Select(CellValues.Shown).ToArray();
            var number = row.Start.Start.Line - 1;
            var groups = table.Merged.Where(each => each.FirstRow == number && each.LastRow == number && each.LastColumn > each.FirstColumn).ToList();
            if (groups.Count > 0 && groups.TrueForAll(group => names.Columns.IsWhole(texts.ElementAtOrDefault(group.FirstColumn) ?? "")))
            {
                return Spread(texts, groups);
            }

            return groups.Count > 0 && rows.MoveNext() ? Joined(texts, rows.Current, table, number) : texts;
        }

        return null;
    }

    // A field's name over several columns is no group of fields: what it covers is said to be one field twice.
    private static string[] Spread(string[] texts, List<MergedCells> groups) =>
        [.. texts.Select((text, column) => groups.FindIndex(group => column >= group.FirstColumn && column <= group.LastColumn) is >= 0 and var group
            ? texts[groups[group].FirstColumn]
            : text)];

    // A heading over the whole table, joined or alone in its row.
    private static bool IsTitle(TableRow row, RawTable table) =>
        row.Cells.Length > 1 && (table.Merged.Any(each => each.Holds(row.Start.Start.Line - 1, 0) && each.LastColumn > 0) || !row[0].IsEmpty);

    private static string[] Joined(string[] upper, TableRow lower, RawTable table, int number) =>
        [.. Enumerable.Range(0, Math.Max(upper.Length, lower.Cells.Length)).Select(column =>
        {
            var over = table.Merged.Where(each => each.Holds(number, column)).Select(each => each.FirstColumn).DefaultIfEmpty(column).First();
            var group = over < upper.Length ? upper[over] : "";
            var own = CellValues.Shown(lower[column]);
            return own.Length == 0 ? group : group.Length == 0 || own.StartsWith(group, StringComparison.Ordinal) ? own : $"{group}{FormField.Separator}{own}";
        })];
}

/// <param name="Columns">How the columns of the table are called.</param>
/// <param name="Keys">How the column of the case's id may be called.</param>
/// <param name="Ordinals">How the columns of the outer items are called.</param>
internal sealed record HeaderNames(ColumnNames Columns, ImmutableArray<string> Keys, ImmutableArray<string> Ordinals);

/// <summary>Reads one row of header texts.</summary>
internal sealed class HeaderReading(TableRow row, HeaderNames names, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly int[] _ordinals = [.. names.Ordinals.Select(_ => -1)];
    private int _key = -1;

    public TableHeader Read(string[] texts)
    {
        var columns = texts.Select((text, column) => Column(text.Trim(), column)).ToImmutableArray();
        if (_key < 0)
        {
            diagnostics.Add(TableErrors.NoKeyColumn(row.Start, names.Keys[0]));
        }

        for (var i = 0; i < _ordinals.Length; i++)
        {
            if (_ordinals[i] < 0)
            {
                diagnostics.Add(TableErrors.NoKeyColumn(row.Start, names.Ordinals[i]));
            }
        }

        return new(columns, _key, [.. _ordinals]) { Unnamed = [.. Enumerable.Range(0, texts.Length).Where(column => string.IsNullOrWhiteSpace(texts[column]))] };
    }

    private ColumnTarget? Column(string text, int column)
    {
        if (text.Length == 0 || text[0] is '#' or '＃')
        {
            return null;
        }

        var normal = ColumnNames.Normalise(text);
        if (_key < 0 && names.Keys.Any(key => ColumnNames.Normalise(key).Equals(normal, StringComparison.OrdinalIgnoreCase)))
        {
            _key = column;
            return null;
        }

        if (names.Ordinals.IndexOf(normal) is >= 0 and var ordinal)
        {
            _ordinals[ordinal] = column;
            return null;
        }

        return Target(text, column);
    }

    private ColumnTarget? Target(string text, int column)
    {
        var at = row.Source.CellAt(column);
        var found = names.Columns.Find(text);
        if (found.Length != 1)
        {
            diagnostics.Add(found.IsEmpty
                ? TableErrors.UnknownColumn(at, text, NearestName.Find(ColumnNames.Normalise(text), names.Columns.Headers))
                : TableErrors.AmbiguousColumn(at, text, found.Select(each => each.Field.Header)));
            return null;
        }

        var way = string.Join('.', found[0].Steps);
        if (!_seen.TryAdd(way, column))
        {
            diagnostics.Add(TableErrors.DoubleColumn(at, found[0].Field.Path, _seen[way] + 1));
            return null;
        }

        return found[0];
    }
}
