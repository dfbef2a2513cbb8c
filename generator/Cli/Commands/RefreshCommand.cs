using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Cli.Commands;

/// <summary><c>refresh EDITED.docx --case CASE -o NEW.docx [--track] [--json]</c>: what the case has become, in a document that people have edited.</summary>
internal static class RefreshCommand
{
    private const string Author = "PiiDocs";

    private static readonly Argument<FileInfo> Edited = new("EDITED") { Description = "在 Word 中改过的文书 / a document edited in Word" };

    private static readonly Option<FileInfo> Case = ReturnedOptions.Case();

    private static readonly Option<FileInfo?> Output = new("--output", "-o")
    {
        Description = "更新后的文书；不写则只比对 / the refreshed document; only compares where it is left out",
    };

    private static readonly Option<bool> Track = new("--track")
    {
        Description = "以修订标记写入更新 / write updates as tracked changes",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("refresh", "案件变化后更新已改过的文书 / bring an edited document up to date with its case")
        {
            Edited, Case, Output, Track, GlobalOptions.Json,
        };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (ReturnedOptions.Open(desk, parse, (Case, Edited), diagnostics) is not { } work)
        {
            return ReturnedReport.Print(desk, parse, ReturnedOutcome.Nothing("controls", "blocks"), diagnostics);
        }

        var target = parse.GetValue(Output);
        var options = new RefreshOptions
        {
            Apply = target is not null,
            Track = parse.GetValue(Track) ? new TrackedBy(Author, desk.Clock.GetLocalNow()) : null,
        };
        var result = new RoundTrip(work.Workbench.Generator, work.Workbench.Catalog).Refresh(work.File, work.Case, options, cancellation);
        diagnostics.AddRange(result.Diagnostics);
        diagnostics.AddRange(result.Findings.Select(each => each.Diagnostic));
        string? written = null;
        if (target is not null && result is { HasErrors: false, Content: { } content })
        {
            OutputFolder.Write(target.DirectoryName!, [new(target.Name, content)]);
            written = Workbench.Shown(target.FullName);
        }

        return ReturnedReport.Print(desk, parse, RefreshReport.Of(result, work.Workbench.Catalog.Schema.LabelOf, written), diagnostics);
    }
}
