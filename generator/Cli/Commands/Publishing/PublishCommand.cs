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

/// <summary><c>publish CASE --type ID [--audience public] -o DIR</c>: the public copy, in every form it is published in.</summary>
internal static class PublishCommand
{
    private static readonly Argument<FileInfo> Case = new("CASE") { Description = "案件文件 / case file" };

    private static readonly Option<string> Type = new("--type", "-t") { Description = "文书类型 / document type", Required = true };

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

    static PublishCommand() => Column.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 6 or > 60)
        {
            result.AddError("栏宽为 6 至 60 字 / from 6 to 60 characters");
        }
    });

    public static Command Create(Desk desk)
    {
        var command = new Command("publish", "制作公开版：隐名、屏蔽、检查后写出 / make the public copy, masked and checked")
        {
            Case, Type, Audience, Output, Column, MappingOption.File, MappingOption.PasswordFile, StoreOption.Store, StoreOption.By, GlobalOptions.Json,
        };
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
            && CaseInput.Load(Workbench.Shown(parse.GetValue(Case)!.FullName), workbench.Catalog, diagnostics) is { } input && !diagnostics.HasErrors
            && workbench.Catalog.Find(parse.GetValue(Type)!, diagnostics) is { } type)
        {
            var publisher = new Publisher(workbench.Generator, workbench.Catalog, workbench.Pages);
            var options = new PublicationOptions(policy, parse.GetValue(Column), RandomNumberGenerator.GetBytes(16));
            var result = publisher.Publish(type, input, options, cancellation);
            diagnostics.AddRange(result.Diagnostics);
            if (result.Masked is { } masked)
            {
                files.AddRange(Write(parse, result, (type, input)));
                MappingOption.Write(parse, masked.Pseudonyms, password);
                Register(desk, parse, (result, type, input, policy.Hash), diagnostics);
            }
        }

        return MakeReport.Print(desk, parse, files, diagnostics);
    }

    private static IEnumerable<MadeFile> Write(ParseResult parse, PublicationResult result, (DocumentType Type, CaseInput Input) made)
    {
        var folder = Path.Combine(parse.GetValue(Output)!.FullName, made.Input.Name, made.Type.Id);
        var paths = OutputFolder.Write(folder, result.Files);
        return paths.Zip(result.Files, (path, file) => new MadeFile(Workbench.Shown(path), made.Input.Id, made.Type.Id, file));
    }

    private static void Register(
        Desk desk,
        ParseResult parse,
        (PublicationResult Result, DocumentType Type, CaseInput Input, string Rules) made,
        DiagnosticBag diagnostics)
    {
        if (StoreOption.Named(parse) is null || StoreOption.Open(parse, desk.Clock, diagnostics) is not { } store)
        {
            return;
        }

        var id = store.Publications.Record(new()
        {
            CaseId = made.Input.Id,
            Type = made.Type.Id,
            Title = made.Type.Title.Chinese,
            Audience = parse.GetValue(Audience)!,
            Rules = $"{parse.GetValue(Audience)} {made.Rules}",
            Files = string.Join('\n', made.Result.Files.Select(file => $"{file.Name} {file.Hash}")),
            InputHash = made.Input.Hash,
            RecordedBy = parse.GetValue(StoreOption.By)!,
        });
        desk.Note(new Message($"已登记，编号 {id}；刊登后用 publications complete 补登。", $"recorded as {id}; say where it came out with publications complete.").In(GlobalOptions.LanguageOf(parse)));
    }
}
