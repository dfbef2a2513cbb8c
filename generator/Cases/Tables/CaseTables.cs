using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>Opens what cases are read from: a workbook, a CSV file, a file of JSON lines.</summary>
public static class CaseTables
{
    /// <summary>The sheet of explanations that <c>piidocs sheet</c> writes; never read.</summary>
    public const string GuideSheet = "填写说明";

    /// <summary>Null, with diagnostics, where the file cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="display">How messages name it.</param>
    /// <param name="schema">What a case may hold: the columns are called after it.</param>
    /// <param name="diagnostics">Receives PD11xx.</param>
    public static CaseSource? Open(string path, string display, CaseSchema schema, DiagnosticBag diagnostics)
    {
        var extension = Path.GetExtension(path);
        switch (extension.ToUpperInvariant())
        {
            case ".XLSX" or ".XLSM":
                return WorkbookReader.Open(path, display, diagnostics) is { } workbook
                    ? OpenWorkbook(workbook, CaseForm.Of(schema), diagnostics)
                    : null;
            case ".CSV" or ".TSV" or ".TXT":
                return CsvTable.Open(path, display, diagnostics) is { } table ? OpenCsv(table, CaseForm.Of(schema), diagnostics) : null;
            case ".JSONL" or ".NDJSON":
                return JsonLines.Open(path, display, diagnostics);
            default:
                diagnostics.Add(TableErrors.UnknownSource(new(new(display, ""), default), extension));
                return null;
        }
    }

    private static CaseSource? OpenCsv(RawTable table, CaseForm form, DiagnosticBag diagnostics) =>
        HeaderIsSound(table, form, diagnostics)
            ? new(null, found => new CaseTable(form, new(startsIn1904: false), new([])).Cases(table, found))
            : null;

    private static CaseSource? OpenWorkbook(WorkbookReader workbook, CaseForm form, DiagnosticBag diagnostics)
    {
        try
        {
            var values = new CellValues(workbook.StartsIn1904);
            var (rows, found) = ((int?)null, new DiagnosticBag());
            foreach (var table in workbook.Tables().Where(table => !IsPassedOver(table)).Take(1))
            {
                rows = table.RowCount;
                HeaderIsSound(table, form, found);
            }

            _ = DetailRows.Read(workbook, form, found);
            diagnostics.AddRange(found.Items);
            return found.HasErrors ? null : new(rows - 1, atEnd => Cases(workbook, form, values, atEnd));
        }
        catch (Exception broken) when (WorkbookReader.IsBroken(broken))
        {
            diagnostics.Add(TableErrors.BrokenWorkbook(workbook.Start));
            return null;
        }
    }

    private static IEnumerable<SourcedCase> Cases(WorkbookReader workbook, CaseForm form, CellValues values, DiagnosticBag atEnd)
    {
        var details = DetailRows.Read(workbook, form, new());
        foreach (var table in workbook.Tables().Where(table => !IsPassedOver(table)).Take(1))
        {
            foreach (var each in new CaseTable(form, values, details).Cases(table, atEnd))
            {
                yield return each;
            }
        }

        atEnd.AddRange(details.Orphans());
    }

    internal static bool IsPassedOver(RawTable table) => table.IsHidden || table.Name == GuideSheet;

    private static bool HeaderIsSound(RawTable table, CaseForm form, DiagnosticBag diagnostics)
    {
        using var rows = table.Rows.GetEnumerator();
        return TableHeader.Read(rows, table, CaseTable.Names(form), diagnostics) is not null;
    }
}
