using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Word;

namespace PiiDocs.Cli.Commands;

/// <summary>What the commands over an edited document share.</summary>
internal static class ReturnedOptions
{
    public static Option<FileInfo> Case() => new("--case")
    {
        Description = "文书所属的案件文件 / the case file it was made from",
        Required = true,
    };

    /// <summary>Opens templates, case and document; null, with diagnostics, where one of them cannot be used.</summary>
    public static ReturnedWork? Open(
        Desk desk, ParseResult parse, (Option<FileInfo> Case, Argument<FileInfo> Edited) names, DiagnosticBag diagnostics)
    {
        var edited = parse.GetValue(names.Edited)!;
        return Workbench.Open(desk, parse, diagnostics) is { } workbench
            && CaseInput.Load(Workbench.Shown(parse.GetValue(names.Case)!.FullName), workbench.Catalog, diagnostics) is { } input
            && Read(edited, diagnostics) is { } content
                ? new(workbench, input, new(content, Workbench.Shown(edited.FullName)))
                : null;
    }

    /// <summary>The file; null, with a diagnostic, where it is larger than the limit, which is asked before it is taken into memory.</summary>
    public static byte[]? Read(FileInfo file, DiagnosticBag diagnostics) =>
        DocxLimits.Default.Admits(file.Length, Workbench.Shown(file.FullName), diagnostics) ? File.ReadAllBytes(file.FullName) : null;
}

/// <summary>An edited document on the desk, with its case.</summary>
internal sealed record ReturnedWork(Workbench Workbench, CaseInput Case, ReturnedFile File);
