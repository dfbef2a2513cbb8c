using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>What became of every case, in order: one line of JSON a case, and the same as a workbook.</summary>
/// <remarks>
/// The report tells what is in the folder, not how it came there: it is the same bytes after one run as after several. It appears whole
/// when the run ends, also when it was stopped, and then tells of the cases up to there.
/// </remarks>
public sealed class BatchReport : IDisposable
{
    public const string LinesName = "batch-report.jsonl";
    public const string WorkbookName = "batch-report.xlsx";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder;
    private readonly Language _language;
    private readonly HashSet<(string, Message)> _said = [];
    private readonly FileStream _lines;

    /// <param name="folder">The output folder.</param>
    /// <param name="language">Of its messages.</param>
    public BatchReport(string folder, Language language)
    {
        (_folder, _language) = (folder, language);
        Directory.CreateDirectory(folder);
        _lines = new(Path.Combine(folder, $"{LinesName}.part"), FileMode.Create, FileAccess.ReadWrite);
    }

    public void Add(BatchOutcome outcome)
    {
        using (var json = new Utf8JsonWriter(_lines, Options))
        {
            Write(json, outcome);
        }

        _lines.WriteByte((byte)'\n');
    }

    /// <summary>Puts both files in their places.</summary>
    public void Finish()
    {
        _lines.Flush(flushToDisk: true);
        var workbook = Path.Combine(_folder, $"{WorkbookName}.part");
        using (var output = new FileStream(workbook, FileMode.Create, FileAccess.ReadWrite))
        {
            ReportWorkbook.Write(_lines, _language, output);
            output.Flush(flushToDisk: true);
        }

        _lines.Dispose();
        File.Move(_lines.Name, Path.Combine(_folder, LinesName), overwrite: true);
        File.Move(workbook, Path.Combine(_folder, WorkbookName), overwrite: true);
    }

    public void Dispose()
    {
        _lines.Dispose();
        File.Delete(_lines.Name);
        File.Delete(Path.Combine(_folder, $"{WorkbookName}.part"));
    }

    private void Write(Utf8JsonWriter json, BatchOutcome outcome)
    {
        var place = BatchPlace.Of(outcome.Item.Place);
        json.WriteStartObject();
        json.WriteNumber("number", outcome.Item.Number);
        json.WriteString("id", outcome.Item.Id);
        json.WriteString("file", place.File);
        json.WriteString("sheet", place.Sheet);
        json.WriteNumber("row", place.Line);
        json.WriteString("result", outcome.State == BatchState.Failed ? "failed" : "made");
        json.WriteStartArray("files");
        foreach (var file in outcome.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            WriteNumber(json, "pages", file.Pages);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in outcome.Findings)
        {
            // What has no place is not about the case (a font that stands in for another): once is enough.
            if (finding.Place is not null || _said.Add((finding.Code, finding.Message)))
            {
                Write(json, finding);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, BatchFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        });
        json.WriteString("message", finding.Message.In(_language));
        json.WriteString("hint", finding.Hint?.In(_language));
        json.WriteString("file", finding.Place?.File);
        json.WriteString("sheet", finding.Place?.Sheet);
        WriteNumber(json, "row", finding.Place?.Line);
        WriteNumber(json, "column", finding.Place?.Column);
        json.WriteString("field", finding.Field);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
