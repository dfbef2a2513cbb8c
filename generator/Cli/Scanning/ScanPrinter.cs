using System.CommandLine;
using System.Text.Json;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Cli.Scanning;

/// <summary>Says what a scan found: one line a hit, JSON, or SARIF; never a value.</summary>
internal static class ScanPrinter
{
    /// <returns>1 on a hit at or above the threshold; else 3 where something could not be read; else 0.</returns>
    public static int Print(Desk desk, ParseResult parse, ScanRun run)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(ToJson(run, language));
        }
        else if (parse.GetValue(CheckCommand.Sarif))
        {
            desk.Out.WriteLine(SarifReport.Write([new("", new("发布前检查", "publication gate"), [.. Diagnostics(run)])], language));
        }
        else
        {
            foreach (var diagnostic in Diagnostics(run))
            {
                desk.Out.WriteLine(DiagnosticText.Line(diagnostic, language));
            }

            desk.Note(Summary(run).In(language));
        }

        return run.HasHits ? ExitCode.Errors : run.HasObstacles ? ExitCode.Environment : ExitCode.Fine;
    }

    private static IEnumerable<Diagnostic> Diagnostics(ScanRun run) =>
        run.Results.SelectMany(each => ScanErrors.Of(each.Result with { FileName = each.Path }, run.Threshold));

    private static Message Summary(ScanRun run)
    {
        var (hits, files) = (run.Results.Sum(each => each.Result.Hits.Count(hit => hit.Confidence >= run.Threshold)), run.Results.Count);
        var low = run.Results.Sum(each => each.Result.Hits.Length) - hits;
        var (with, unread) = (
            run.Results.Count(each => each.Result.Hits.Any(hit => hit.Confidence >= run.Threshold)),
            run.Results.Count(each => !each.Result.Obstacles.IsEmpty));
        return new(
            $"检查 {files} 个文件：{with} 个有命中，共 {hits} 处（另有低把握提示 {low} 处）；{unread} 个未能全部检查。",
            $"{files} files scanned: {with} with hits, {hits} in all ({low} more of low confidence); {unread} not read in full.");
    }

    private static string ToJson(ScanRun run, Language language) => JsonReport.Write(json =>
    {
        json.WriteString("threshold", run.Threshold.ToString().ToLowerInvariant());
        json.WriteStartArray("files");
        foreach (var each in run.Results)
        {
            WriteFile(json, each, language);
        }

        json.WriteEndArray();
        json.WriteNumber("hits", run.Results.Sum(each => each.Result.Hits.Count(hit => hit.Confidence >= run.Threshold)));
        json.WriteNumber("unreadable", run.Results.Count(each => !each.Result.Obstacles.IsEmpty));
    });

    private static void WriteFile(Utf8JsonWriter json, ScannedResult each, Language language)
    {
        json.WriteStartObject();
        json.WriteString("path", each.Path);
        json.WriteNumber("characters", each.Result.Characters);
        json.WriteStartArray("hits");
        foreach (var hit in each.Result.Hits)
        {
            WriteHit(json, hit, language);
        }

        json.WriteEndArray();
        json.WriteStartArray("obstacles");
        foreach (var obstacle in each.Result.Obstacles)
        {
            json.WriteStartObject();
            json.WriteString("reason", obstacle.Reason.ToString());
            WritePlace(json, obstacle.Place, language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHit(Utf8JsonWriter json, Hit hit, Language language)
    {
        json.WriteStartObject();
        json.WriteString("kind", hit.Kind.Id);
        json.WriteString("label", hit.Kind.Label.In(language));
        json.WriteString("confidence", hit.Confidence.ToString().ToLowerInvariant());
        json.WriteString("form", hit.Form.ToString());
        json.WriteString("rule", hit.Rule);
        json.WriteBoolean("sensitive", hit.Kind.IsSensitive);
        json.WriteString("category", hit.Kind.Category);
        WritePlace(json, hit.Place, language);
        json.WriteNumber("offset", hit.Offset);
        json.WriteString("masked", hit.Masked);
        json.WriteString("context", hit.Context);
        json.WriteString("fingerprint", hit.Fingerprint);
        if (hit.Field is { } field)
        {
            json.WriteString("field", field.Value);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place, Language language)
    {
        json.WriteString("part", place.Part);
        json.WriteString("role", place.Kind.ToString());
        json.WriteString("place", place.Text.In(language));
    }
}
