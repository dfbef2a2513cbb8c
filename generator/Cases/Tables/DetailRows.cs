using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>The rows of the further sheets, by the case they belong to.</summary>
internal sealed class DetailRows(Dictionary<string, List<DetailRow>> rows)
{
    public static DetailRows Empty => new([]);

    /// <summary>Reads every sheet but the first; those of lists in lists come after those they lie in.</summary>
    public static DetailRows Read(WorkbookReader workbook, CaseForm form, DiagnosticBag diagnostics)
    {
        var rows = new Dictionary<string, List<DetailRow>>(StringComparer.Ordinal);
        foreach (var table in workbook.Tables().Where(table => !CaseTables.IsPassedOver(table)).Skip(1))
        {
            if (Find(form, table.Name) is { } list)
            {
                Add(rows, table, new(form, list), diagnostics);
            }
            else
            {
                var nearest = NearestName.Find(table.Name, form.Tables.Select(each => each.Name));
                diagnostics.Add(TableErrors.UnusedSheet(new(new(table.Display, ""), default), table.Name, nearest));
            }
        }

        foreach (var own in rows.Values)
        {
            own.Sort(static (left, right) => (left.Depth, left.Order).CompareTo((right.Depth, right.Order)));
        }

        return new(rows);
    }

    /// <summary>The rows of a case, once: what is left at the end belongs to none.</summary>
    public IReadOnlyList<DetailRow> Take(string id) => rows.Remove(id, out var own) ? own : [];

    public IEnumerable<Diagnostic> Orphans() =>
        from own in rows.Values
        from row in own
        orderby row.Order
        select TableErrors.OrphanRow(row.Row.Source.CellAt(row.Header.Key), row.Table.Path);

    /// <summary>The list a sheet is called after: by its labels, its path, or its last label where no other has that.</summary>
    private static FormTable? Find(CaseForm form, string sheet)
    {
        var name = ColumnNames.Normalise(sheet);
        var lists = form.Tables.Where(table => table.Path != FieldPath.Root).ToList();
        var last = lists.Where(table => ColumnNames.Normalise(table.Labels[^1]) == name).ToList();
        return lists.FirstOrDefault(table => ColumnNames.Normalise(table.Name) == name)
            ?? lists.FirstOrDefault(table => table.SheetName == sheet)
            ?? lists.FirstOrDefault(table => table.Path.Value[2..].Replace("[]", "", StringComparison.Ordinal).Equals(sheet, StringComparison.OrdinalIgnoreCase))
            ?? (last.Count == 1 ? last[0] : null);
    }

    private static void Add(Dictionary<string, List<DetailRow>> rows, RawTable table, DetailForm form, DiagnosticBag diagnostics)
    {
        using var walk = table.Rows.GetEnumerator();
        if (TableHeader.Read(walk, table, form.Names, diagnostics) is not { } header)
        {
            return;
        }

        while (walk.MoveNext())
        {
            var row = walk.Current;
            var id = CellValues.Shown(row[header.Key]);
            if (id.Length == 0)
            {
                var isMerged = table.Merged.Any(each => each.Holds(row.Start.Start.Line - 1, header.Key));
                diagnostics.Add(TableErrors.NoKey(row.Source.CellAt(header.Key), form.Table.Path, isMerged));
                continue;
            }

            if (!rows.TryGetValue(id, out var own))
            {
                rows.Add(id, own = []);
            }

            own.Add(new(form.Table, header, row) { Order = row.Start.Start.Line });
        }
    }

    private sealed record DetailForm(CaseForm Form, FormTable Table)
    {
        public HeaderNames Names { get; } = new(
            new(Form, Table),
            [FormTable.KeyHeader, "$.id", "case_id", "case"],
            [.. Table.OuterLists().Select(outer => ColumnNames.Normalise(Form.OrdinalHeader(outer)))]);
    }
}

/// <param name="Table">The list it is an item of.</param>
/// <param name="Header">What its columns hold.</param>
/// <param name="Row">The row.</param>
internal sealed record DetailRow(FormTable Table, TableHeader Header, TableRow Row)
{
    /// <summary>Rows keep the order of their sheet.</summary>
    public required int Order { get; init; }

    /// <summary>In how many lists its list lies.</summary>
    public int Depth { get; } = Table.OuterLists().Count();

    /// <summary>The steps from the case to its list: <c>parties</c>, then <c>coercive_measures</c> of one of them.</summary>
    public ImmutableArray<string> Way { get; } = [.. Table.Path.Value.Split("[]", StringSplitOptions.RemoveEmptyEntries)];
}
