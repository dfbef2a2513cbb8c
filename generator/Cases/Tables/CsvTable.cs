using System.Text;
using CsvHelper;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A file of values separated by commas (RFC 4180), tabs or semicolons.</summary>
internal static class CsvTable
{
    private const int LargestRecord = 64 * 1024 * 1024;

    /// <summary>Null, with a diagnostic, where its encoding is unknown.</summary>
    public static RawTable? Open(string path, string display, DiagnosticBag diagnostics) =>
        TextEncoding.Detect(path, new(new(display, ""), default), diagnostics) is { } encoding
            ? new(display, "", Rows(path, display, encoding))
            : null;

    private static IEnumerable<TableRow> Rows(string path, string display, Encoding encoding)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach (var record in Records(Input.Of(file, encoding)))
        {
            foreach (var row in RowsOf(record, display))
            {
                if (!row.IsEmpty || row.Findings.Count > 0)
                {
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<CsvRecord> Records(Input input)
    {
        string? malformed = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Encoding = input.Encoding,
            Separator = input.Separator,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = input.MayBreakLines,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => malformed = record.RawRecord,
        };
        using var reader = CsvReader.Create(input.Bytes, options, leaveOpen: true);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return new((int)reader.LineNumber, cells, malformed, reader.Separator);
            malformed = null;
        }
    }

    /// <summary>
    /// A quotation mark gone astray may have swallowed the lines after it: of such a record every line is looked at alone, and
    /// only those that make no sense are lost.
    /// </summary>
    private static IEnumerable<TableRow> RowsOf(CsvRecord record, string display)
    {
        if (record.Malformed is not { } raw)
        {
            return [RowOf(record, display)];
        }

        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return
        [
            .. from alone in Records(new(lines, Encoding.UTF8, record.Separator, MayBreakLines: false))
               let placed = alone with { Line = record.Line + alone.Line - 1 }
               select placed.Malformed is null ? RowOf(placed, display) : StrayRow(placed, display),
        ];
    }

    private static TableRow RowOf(CsvRecord record, string display) =>
        new(SourceText.OfRow(display, record.Line, record.Cells), [.. record.Cells.Select(cell => new RawCell(cell))], []);

    private static TableRow StrayRow(CsvRecord record, string display)
    {
        var row = RowOf(record, display);
        row.Findings.Add(TableErrors.StrayQuote(row.Start));
        return row;
    }

    /// <param name="Bytes">The file, or lines of it.</param>
    /// <param name="Encoding">Of the bytes.</param>
    /// <param name="Separator">Null to find it in the first lines.</param>
    /// <param name="MayBreakLines">A field in quotes may go on in the next line.</param>
    private sealed record Input(Stream Bytes, Encoding Encoding, char? Separator, bool MayBreakLines)
    {
        public static Input Of(Stream file, Encoding encoding) => new(file, encoding, null, MayBreakLines: true);
    }

    /// <param name="Line">The number of its first line.</param>
    /// <param name="Cells">Its fields.</param>
    /// <param name="Malformed">As the file has it, where its quotation marks make no sense; else null.</param>
    /// <param name="Separator">What stands between its fields.</param>
    private sealed record CsvRecord(int Line, string[] Cells, string? Malformed, char Separator);
}
