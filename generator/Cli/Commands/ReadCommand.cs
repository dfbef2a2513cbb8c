using System.CommandLine;
using System.Security.Cryptography;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>read EDITED.docx --case CASE [--write [FILE]] [--json]</c>: what was edited in Word, field by field.</summary>
internal static class ReadCommand
{
    private const int SaltLength = 32;

    private static readonly Argument<FileInfo> Edited = new("EDITED") { Description = "在 Word 中改过的文书 / a document edited in Word" };

    private static readonly Option<FileInfo> Case = ReturnedOptions.Case();

    private static readonly Option<FileInfo?> Write = new("--write")
    {
        Description = "把改动写回案件文件，或者另存为新的案件文件 / write the edits into the case file, or a new one",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("read", "读回在 Word 中的改动 / read back what was edited in Word") { Edited, Case, Write, GlobalOptions.Json };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (ReturnedOptions.Open(desk, parse, (Case, Edited), diagnostics) is not { } work)
        {
            return ReturnedReport.Print(desk, parse, ReturnedOutcome.Nothing("edits"), diagnostics);
        }

        var trip = new RoundTrip(work.Workbench.Generator, work.Workbench.Catalog) { Salt = RandomNumberGenerator.GetBytes(SaltLength) };
        var result = trip.Read(work.File, work.Case, cancellation);
        diagnostics.AddRange(result.Diagnostics);
        diagnostics.AddRange(result.Findings.Select(each => each.Diagnostic));
        var written = parse.GetResult(Write) is not null && !result.HasErrors
            ? WriteCase(work, result, parse.GetValue(Write) ?? parse.GetValue(Case)!, diagnostics)
            : null;
        return ReturnedReport.Print(desk, parse, ReadReport.Of(result, work.Workbench.Catalog.Schema.LabelOf, written), diagnostics);
    }

    private static string? WriteCase(ReturnedWork work, ReadingResult result, FileInfo target, DiagnosticBag diagnostics)
    {
        if (CaseRevision.Of(work.Case, result.Edits, work.Workbench.Catalog, diagnostics) is not { Written.IsEmpty: false } revision)
        {
            return null;
        }

        OutputFolder.Write(target.DirectoryName!, [new(target.Name, System.Text.Encoding.UTF8.GetBytes(revision.Text))]);
        return Workbench.Shown(target.FullName);
    }
}
