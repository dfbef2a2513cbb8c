using System.Collections.Immutable;
using System.CommandLine;
using PiiDocs.Cases;
using PiiDocs.Cli.Commands.Registers;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Cli.Commands;

/// <summary><c>batch SOURCE [--type ID]… [--base CASE] [-o DIR] [--combined FILE.pdf] [--store …]</c>: many cases at once.</summary>
internal static class BatchCommand
{
    private static readonly Argument<string> Source = new("SOURCE")
    {
        Description = "表格（.xlsx、.csv、.jsonl）或案件文件所在的文件夹 / a table, or a folder of case files",
    };

    private static readonly Option<string[]> Types = new("--type", "-t")
    {
        Description = "文书类型，可多次给出；默认为案件所列全部 / document types; all a case bears by default",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Formats = FormatOption.Create();

    private static readonly Option<FileInfo?> Base = new("--base")
    {
        Description = "共同的案件文件：各行只写不同之处 / a case file with the facts all rows share",
    };

    private static readonly Option<DirectoryInfo> Output = new("--output", "-o")
    {
        Description = "输出文件夹；再次运行时接着做 / output folder; a rerun goes on where it stopped",
        DefaultValueFactory = _ => new(Path.Combine("out", "batch")),
    };

    private static readonly Option<int> Workers = new("--workers", "-j")
    {
        Description = "同时制作的案件数；默认为处理器数 / cases at a time; the number of processors by default",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Draft = new("--draft")
    {
        Description = "缺少的事实显示为【待补：…】 / show missing facts as placeholders",
    };

    private static readonly Option<FileInfo?> Combined = new("--combined")
    {
        Description = "另将全部文书的页面合为一个 PDF，供打印 / also all pages in one PDF file, for printing",
    };

    private static readonly Option<bool> DoubleSided = new("--double-sided")
    {
        Description = "合并的 PDF 中每份文书从单数页起 / in the combined file every document begins on an odd page",
    };

    static BatchCommand()
    {
        Workers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--workers：1 至 256 / from 1 to 256");
            }
        });

        // So that a slip of the hand cannot put it over the table of cases.
        Combined.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && !file.Extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError("--combined：文件名须以 .pdf 结尾 / the name must end in .pdf");
            }
        });
    }

    public static Command Create(Desk desk)
    {
        var command = new Command("batch", "批量生成文书 / make the documents of many cases")
        {
            Source, Types, Formats, Base, Output, Workers, Draft, Combined, DoubleSided, PageOptions.Archive, PageOptions.StrictFonts, PageOptions.Validate,
            StoreOption.Store, StoreOption.By, GlobalOptions.Json,
        };
        command.SetAction((parse, cancellation) => RunAsync(desk, parse, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var result = new BatchResult(parse.GetValue(Output)!.FullName);
        if (Prepare(desk, parse, diagnostics) is { } run)
        {
            var isFree = await BatchJob.TryRunAsync(run, result, desk, cancellation);
            diagnostics.AddRange(result.Diagnostics.Items);
            if (!isFree)
            {
                diagnostics.Add(BatchErrors.FolderInUse(Workbench.Shown(result.Folder)));
            }
        }

        return BatchSummary.Print(desk, parse, result, diagnostics);
    }

    /// <summary>Null, with diagnostics, where types, the common case or the source cannot be used.</summary>
    private static BatchRun? Prepare(Desk desk, ParseResult parse, DiagnosticBag diagnostics)
    {
        if (Workbench.Open(desk, parse, diagnostics) is not { } workbench)
        {
            return null;
        }

        var types = (parse.GetValue(Types) ?? []).Distinct(StringComparer.Ordinal)
            .Select(id => workbench.Catalog.Find(id, diagnostics)).OfType<DocumentType>().ToImmutableArray();
        var common = parse.GetValue(Base) is { } file ? ReadCommon(file, diagnostics) : null;
        var path = parse.GetValue(Source)!;
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException(null, path);
        }

        if (diagnostics.HasErrors
            || BatchSource.Open(new(path, Workbench.Shown(Path.GetFullPath(path))), new(workbench.Catalog, types, common), diagnostics) is not { } source)
        {
            return null;
        }

        var making = PageOptions.Read(parse, FormatOption.Read(parse.GetValue(Formats)), parse.GetValue(Draft)) with
        {
            KeepsPages = parse.GetValue(Combined) is not null,
        };
        var numbers = making.IsDraft ? null : StoreOption.Numbers(parse, workbench, diagnostics);
        return diagnostics.HasErrors ? null : new(workbench, source, new(types, making, parse.GetValue(Output)!.FullName) { Workers = parse.GetValue(Workers) })
        {
            Combined = parse.GetValue(Combined)?.FullName,
            IsDoubleSided = parse.GetValue(DoubleSided),
            Numbers = numbers,
        };
    }

    private static DataObject? ReadCommon(FileInfo file, DiagnosticBag diagnostics) =>
        CaseFile.Load(Workbench.Shown(file.FullName), diagnostics) is { } source ? CaseReader.Read(source, diagnostics) : null;
}
