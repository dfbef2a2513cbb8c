using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>The sheets of a workbook, read row by row: a hundred thousand rows take no more memory than one.</summary>
internal sealed class WorkbookReader(string path, string display, WorkbookParts parts)
{
    /// <summary>The file, for messages about it as a whole.</summary>
    public SourceLocation Start { get; } = new(new(display, ""), default);

    public bool StartsIn1904 => parts.StartsIn1904;

    /// <summary>Null, with a diagnostic, where it is no workbook one can read.</summary>
    public static WorkbookReader? Open(string path, string display, DiagnosticBag diagnostics)
    {
        var at = new SourceLocation(new(display, ""), default);
        try
        {
            if (IsEncrypted(path))
            {
                diagnostics.Add(TableErrors.ProtectedWorkbook(at));
                return null;
            }

            var reader = new WorkbookReader(path, display, WorkbookParts.Read(path));
            using (reader.OpenFile())
            {
                return reader;
            }
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            diagnostics.Add(broken is InvalidPasswordException ? TableErrors.ProtectedWorkbook(at) : TableErrors.BrokenWorkbook(at));
            return null;
        }
    }

    /// <summary>What a broken file makes the reader throw, at the start or in the middle of a sheet.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is ExcelReaderException or InvalidDataException or XmlException or FormatException or InvalidOperationException
            or ArgumentException or NullReferenceException or IndexOutOfRangeException or OverflowException;

    /// <summary>The sheets in order; the rows of each are to be walked before the next sheet is asked for.</summary>
    public IEnumerable<RawTable> Tables()
    {
        using var reader = OpenFile();
        do
        {
            yield return new(DisplayOf(reader.Name), reader.Name, Rows(reader))
            {
                Merged = [.. (reader.MergeCells ?? []).Select(each => new MergedCells(each.FromRow, each.ToRow, each.FromColumn, each.ToColumn))],
                RowCount = reader.RowCount,
                IsHidden = reader.VisibleState != "visible",
            };
        }
        while (reader.NextResult());
    }

    private IEnumerable<TableRow> Rows(IExcelDataReader reader)
    {
        var sheet = DisplayOf(reader.Name);
        var faults = parts.Faults(reader.Name);
        while (reader.Read())
        {
            var row = ReadRow(reader, sheet, faults);
            if (!row.IsEmpty || row.Findings.Count > 0)
            {
                yield return row;
            }
        }
    }

    private static TableRow ReadRow(IExcelDataReader reader, string sheet, IReadOnlyDictionary<int, Dictionary<int, CellFault>> faults)
    {
        // A formula without a value leaves no cell behind, and yet its place is to be named.
        var faulty = faults.GetValueOrDefault(reader.Depth, []);
        var cells = new RawCell[Math.Max(reader.FieldCount, faulty.Keys.DefaultIfEmpty(-1).Max() + 1)];
        var shown = new string[cells.Length];
        Array.Fill(shown, "");
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var value = reader.GetValue(i);
            cells[i] = value is double or int
                ? new(Convert.ToDouble(value, CultureInfo.InvariantCulture), reader.GetNumberFormatString(i))
                : new(value);
            shown[i] = CellValues.Shown(cells[i]);
        }

        var row = new TableRow(SourceText.OfRow(sheet, reader.Depth + 1, shown), cells, []);
        foreach (var (column, fault) in faulty.OrderBy(each => each.Key))
        {
            var at = row.Source.CellAt(column);
            cells[column] = default;
            row.Findings.Add(fault == CellFault.Error ? TableErrors.CellError(at) : TableErrors.UncalculatedFormula(at));
        }

        if (reader.RowHeight == 0 && !row.IsEmpty)
        {
            row.Findings.Add(TableErrors.HiddenRow(row.Start));
        }

        return row;
    }

    private string DisplayOf(string sheet) => $"{display}[{sheet}]";

    private IExcelDataReader OpenFile()
    {
        // The package asks for Windows-1252 by default, even where nothing is in it; registering twice is registering once.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateOpenXmlReader(File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
    }

    // A workbook with a password is a compound file with the package inside it (MS-OFFCRYPTO); without one it is an .xls under another name.
    private static bool IsEncrypted(string path)
    {
        using var file = File.OpenRead(path);
        var window = new byte[1 << 16];
        var held = file.ReadAtLeast(window, 8, throwOnEndOfStream: false);
        if (!window.AsSpan(0, held).StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return false;
        }

        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        while (window.AsSpan(0, held).IndexOf(name) < 0)
        {
            var kept = Math.Min(held, name.Length - 1);
            window.AsSpan(held - kept, kept).CopyTo(window);
            var more = file.Read(window, kept, window.Length - kept);
            if (more == 0)
            {
                return false;
            }

            held = kept + more;
        }

        return true;
    }
}
