using System.Collections.Immutable;
using System.CommandLine;
using PiiDocs.Cases;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Cli.Commands;

/// <summary><c>sheet --type ID… -o FORM.xlsx [--sample]</c>: the empty sheet that <c>batch</c> reads when it is filled in.</summary>
internal static class SheetCommand
{
    private static readonly Option<string[]> Types = new("--type", "-t")
    {
        Description = "文书类型，可多次给出 / document types",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<FileInfo> Output = new("--output", "-o")
    {
        Description = "要写的表格（.xlsx） / the sheet to write",
        Required = true,
    };

    private static readonly Option<bool> Sample = new("--sample")
    {
        Description = "填入样例案件 / filled in with the sample cases",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("sheet", "生成批量填写用的空表 / write the empty sheet for batch") { Types, Output, Sample };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var types = parse.GetValue(Types)!.Distinct(StringComparer.Ordinal)
                .Select(id => workbench.Catalog.Find(id, diagnostics)).OfType<DocumentType>().ToImmutableArray();
            var samples = parse.GetValue(Sample) ? Samples(workbench, types, diagnostics) : [];
            if (!diagnostics.HasErrors)
            {
                var file = parse.GetValue(Output)!;
                using var content = new MemoryStream();
                FormWorkbook.Write(workbench.Catalog, types, samples, content);
                OutputFolder.Write(file.DirectoryName!, [new(file.Name, content.ToArray())]);
                desk.Out.WriteLine(Workbench.Shown(file.FullName));
            }
        }

        desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    /// <summary>The sample cases that bear all the types; those that bear one of them where there are none.</summary>
    private static ImmutableArray<DataObject> Samples(Workbench workbench, ImmutableArray<DocumentType> types, DiagnosticBag diagnostics)
    {
        var cases = SampleCases.Paths(workbench)
            .Select(path => CaseFile.Load(path, diagnostics) is { } source ? CaseReader.Read(source, diagnostics) : null)
            .OfType<DataObject>()
            .Select(data => new CaseInput(data, "", ""))
            .ToList();
        var bearingAll = cases.Where(input => types.All(type => input.Bears(type.Id))).ToList();
        return [.. (bearingAll.Count > 0 ? bearingAll : cases.Where(input => types.Any(type => input.Bears(type.Id)))).Select(input => input.Data)];
    }
}
