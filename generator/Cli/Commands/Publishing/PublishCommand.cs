using System.CommandLine;
using System.Security.Cryptography;
using PiiDocs.Cli.Commands.Registers;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Publication;
using PiiDocs.Web;

namespace PiiDocs.Cli.Commands.Publishing;

/// <summary>
/// <c>publish CASE --type ID</c>, <c>publish FILE.docx --case CASE [--changes accept|refuse]</c>, <c>[--audience public] -o DIR</c>:
/// the public copy, in every form it is published in.
/// </summary>
internal static class PublishCommand
{
    private static readonly Argument<FileInfo> Source = new("CASE|FILE.docx")
    {
        Description = "案件文件，或者在 Word 中编辑过的文书 / a case file, or a document of ours edited in Word",
    };

    private static readonly Option<string?> Type = new("--type", "-t")
    {
        Description = "文书类型；Word 文书自带类型，可以不写 / document type; an edited document knows its own",
    };

    private static readonly Option<FileInfo?> Case = new("--case")
    {
        Description = "Word 文书所属的案件文件，屏蔽时用 / the case an edited document was made from: what is masked",
    };

    private static readonly Option<string?> Changes = new("--changes")
    {
        Description = "Word 文书中的修订：accept 接受或 refuse 拒绝；有修订而不写明的不予公开 / tracked changes of an edited document",
    };

    private static readonly Option<string> Audience = new("--audience")
    {
        Description = "公开对象，即 templates/_redaction 中的规则名 / for whom: the name of a set of masking rules",
        DefaultValueFactory = _ => "public",
    };

    private static readonly Option<DirectoryInfo> Output = new("--output", "-o")
    {
        Description = "输出文件夹 / output folder",
        DefaultValueFactory = _ => new("published"),
    };

    private static readonly Option<int> Column = new("--column")
    {
        Description = "报纸栏宽：每行多少个字 / characters a line of the newspaper's column",
        DefaultValueFactory = _ => ColumnText.UsualWidth,
    };

    static PublishCommand()
    {
        Changes.AcceptOnlyFromAmong("accept", "refuse");
        Column.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 6 or > 60)
            {
                result.AddError("栏宽为 6 至 60 字 / from 6 to 60 characters");
            }
        });
    }

    public static Command Create(Desk desk)
    {
        var command = new Command("publish", "制作公开版：隐名、屏蔽、检查后写出 / make the public copy, masked and checked")
        {
            Source, Type, Case, Changes, Audience, Output, Column, MappingOption.File, MappingOption.PasswordFile, StoreOption.Store, StoreOption.By, GlobalOptions.Json,
        };
        command.Validators.Add(result =>
        {
            var isWord = result.GetValue(Source) is { } source && IsWord(source);
            if (isWord && result.GetValue(Case) is null)
            {
                result.AddError("Word 文书须用 --case 写明所属的案件 / say with --case from which case the document was made");
            }
            else if (!isWord && result.GetValue(Type) is null)
            {
                result.AddError("须用 --type 写明文书类型 / say with --type which document");
            }
        });
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var files = new List<MadeFile>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench
            && MappingOption.Password(parse, diagnostics) is var password && !diagnostics.HasErrors
            && RedactionPolicyFile.Read(workbench.Catalog.Folder, parse.GetValue(Audience)!, diagnostics) is { } policy
            && CaseInput.Load(Workbench.Shown(CaseFile(parse).FullName), workbench.Catalog, diagnostics) is { } input && !diagnostics.HasErrors)
        {
            var options = new PublicationOptions(policy, parse.GetValue(Column), RandomNumberGenerator.GetBytes(16));
            var (result, hash) = Publish(workbench, parse, (input, options), (diagnostics, cancellation));
            diagnostics.AddRange(result?.Diagnostics ?? []);
            if (result is { Masked: { } masked, Type: { } type })
            {
                files.AddRange(Write(parse, result, (type, input)));
                MappingOption.Write(parse, masked.Pseudonyms, password);
                Register(desk, parse, (result, input with { Hash = hash }, policy.Hash), diagnostics);
            }
        }

        return MakeReport.Print(desk, parse, files, diagnostics);
    }

    /// <summary>The publication, and the hash of what was published; null, with diagnostics, where there is no such document.</summary>
    private static (PublicationResult? Result, string Hash) Publish(
        Workbench workbench, ParseResult parse, (CaseInput Input, PublicationOptions Options) order, (DiagnosticBag Diagnostics, CancellationToken Cancellation) run)
    {
        var publisher = new Publisher(workbench.Generator, workbench.Catalog, workbench.Pages);
        var source = parse.GetValue(Source)!;
        if (!IsWord(source))
        {
            var type = workbench.Catalog.Find(parse.GetValue(Type)!, run.Diagnostics);
            return (type is null ? null : publisher.Publish(type, order.Input, order.Options, run.Cancellation), order.Input.Hash);
        }

        if (ReturnedOptions.Read(source, run.Diagnostics) is not { } content)
        {
            return (null, "");
        }

        var edited = new EditedSource(new(content, Workbench.Shown(source.FullName)), parse.GetValue(Type))
        {
            AcceptChanges = parse.GetValue(Changes) is { } word ? word == "accept" : null,
        };
        return (publisher.Publish(edited, order.Input, order.Options, run.Cancellation), ContentHash.Of(content));
    }

    private static bool IsWord(FileInfo file) => file.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase);

    private static FileInfo CaseFile(ParseResult parse) => parse.GetValue(Source) is { } source && IsWord(source) ? parse.GetValue(Case)! : parse.GetValue(Source)!;

    private static IEnumerable<MadeFile> Write(ParseResult parse, PublicationResult result, (DocumentType Type, CaseInput Input) made)
    {
        var folder = Path.Combine(parse.GetValue(Output)!.FullName, made.Input.Name, made.Type.Id);
        var paths = OutputFolder.Write(folder, result.Files);
        return paths.Zip(result.Files, (path, file) => new MadeFile(Workbench.Shown(path), made.Input.Id, made.Type.Id, file));
    }

    private static void Register(
        Desk desk,
        ParseResult parse,
        (PublicationResult Result, CaseInput Input, string Rules) made,
        DiagnosticBag diagnostics)
    {
        if (StoreOption.Named(parse) is null || StoreOption.Open(parse, desk.Clock, diagnostics) is not { } store)
        {
            return;
        }

        var id = store.Publications.Record(new()
        {
            CaseId = made.Input.Id,
            Type = made.Result.Type!.Id,
            Title = made.Result.Type.Title.Chinese,
            Audience = parse.GetValue(Audience)!,
            Rules = $"{parse.GetValue(Audience)} {made.Rules}",
            Files = string.Join('\n', made.Result.Files.Select(file => $"{file.Name} {file.Hash}")),
            InputHash = made.Input.Hash,
            RecordedBy = parse.GetValue(StoreOption.By)!,
        });
        desk.Note(new Message($"已登记，编号 {id}；刊登后用 publications complete 补登。", $"recorded as {id}; say where it came out with publications complete.").In(GlobalOptions.LanguageOf(parse)));
    }
}
