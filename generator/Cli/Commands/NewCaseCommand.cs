using System.CommandLine;
using System.Globalization;
using PiiDocs.Cases;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>new-case FILE</c>: asks for a case step by step; <c>--from-template</c> writes an empty one with every field explained.</summary>
internal static class NewCaseCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "新案件文件（.yaml） / the new case file" };

    private static readonly Option<bool> FromTemplate = new("--from-template")
    {
        Description = "不提问，写出逐项说明的空案件文件 / ask nothing, write an empty file with every field explained",
    };

    private static readonly Option<string[]> Types = new("--type", "-t")
    {
        Description = "要制作的文书类型；不写就先问 / document types; asked for where none is given",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("new-case", "逐步提问，新建案件文件 / ask for a case step by step") { File, FromTemplate, Types };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var language = GlobalOptions.LanguageOf(parse);
        var code = Workbench.Open(desk, parse, diagnostics) is not { } workbench ? ExitCode.Errors
            : parse.GetValue(FromTemplate) ? WriteEmpty(workbench, parse)
            : Ask(workbench, parse, diagnostics);
        desk.Show(diagnostics.Items, language);
        return diagnostics.HasErrors ? ExitCode.Errors : code;
    }

    private static int WriteEmpty(Workbench workbench, ParseResult parse)
    {
        var file = parse.GetValue(File)!;
        if (file.Exists)
        {
            return Refuse(workbench, new($"已存在：{Workbench.Shown(file.FullName)}", $"already there: {Workbench.Shown(file.FullName)}"), ExitCode.Errors);
        }

        return Write(workbench, file, CaseSkeleton.Write(workbench.Catalog.Schema));
    }

    /// <summary>Asks what is open; a file that an earlier run left unfinished is taken up.</summary>
    private static int Ask(Workbench workbench, ParseResult parse, DiagnosticBag diagnostics)
    {
        var file = parse.GetValue(File)!;
        var known = DataObject.Empty with { Path = FieldPath.Root };
        if (file.Exists)
        {
            var path = Workbench.Shown(file.FullName);
            if (CaseFile.Load(path, diagnostics) is not { } source || CaseReader.Read(source, diagnostics) is not { } begun)
            {
                return ExitCode.Errors;
            }

            if (!source.Text.StartsWith(CaseFormWriter.Unfinished, StringComparison.Ordinal))
            {
                return Refuse(workbench, new($"已存在，且已填完：{path}", $"already there, and complete: {path}"), ExitCode.Errors);
            }

            known = begun;
        }

        var interview = new Interview(workbench.Desk, workbench.Language);
        var types = TypesOf(workbench, interview, Given(parse, known), diagnostics);
        if (!interview.WasAnswered && types.Count == 0)
        {
            return diagnostics.HasErrors ? ExitCode.Errors : Refuse(
                workbench,
                new("没有可以回答问题的终端，也没有从管道送来的答案；写空案件文件用 --from-template", "no terminal to ask, and no answers on the pipe; --from-template writes an empty case"),
                ExitCode.Usage);
        }

        var form = new CaseForm(workbench.Catalog.Schema, types.SelectMany(Wanted), interview);
        var filled = form.Fill(WithTypes(known, types));
        return interview.WasAnswered
            ? Write(workbench, file, CaseFormWriter.Write(workbench.Catalog.Schema, filled, form.Open))
            : Refuse(workbench, new("没有答案，没有写文件", "no answers, nothing written"), ExitCode.Usage);
    }

    /// <summary>The types that the command line names, or those of the case begun before.</summary>
    private static string[] Given(ParseResult parse, DataObject known) =>
        parse.GetValue(Types) is { Length: > 0 } named ? named : [.. (known.Find("documents") as DataObject)?.Members.Select(member => member.Name) ?? []];

    private static List<DocumentType> TypesOf(Workbench workbench, Interview interview, string[] given, DiagnosticBag diagnostics)
    {
        var ids = given;
        if (ids.Length == 0)
        {
            var all = workbench.Catalog.Folder.TypeIds.ToList();
            for (var i = 0; i < all.Count; i++)
            {
                workbench.Desk.Note($"{i + 1,3} {workbench.Catalog.Find(all[i], new())?.Title.In(workbench.Language)} ({all[i]})");
            }

            var answer = interview.Read(workbench.Language == Language.Chinese ? "要制作的文书（序号或标识，逗号分隔）: " : "documents to make (numbers or ids, commas between): ");
            ids = [.. (answer ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= all.Count ? all[n - 1] : each)];
        }

        return [.. ids.Select(id => workbench.Catalog.Find(id, diagnostics)).OfType<DocumentType>()];
    }

    /// <summary>What the document cannot do without, by the paths of the case.</summary>
    private static IEnumerable<FieldPath> Wanted(DocumentType type) =>
        type.Needs.Concat(type.Elements.SelectMany(element => element.Fields))
            .Select(path => path.Value.StartsWith("document.", StringComparison.Ordinal) ? new FieldPath($"documents.{type.Id}{path.Value[8..]}") : path);

    /// <summary>The case bears the documents that were chosen, whatever else is answered.</summary>
    private static DataObject WithTypes(DataObject known, List<DocumentType> types)
    {
        var path = FieldPath.Root.Member("documents");
        var documents = known.Find("documents") as DataObject ?? DataObject.Empty with { Path = path };
        var added = types.Where(type => documents.Find(type.Id) is null)
            .Select(type => new DataMember(type.Id, null, DataObject.Empty with { Path = path.Member(type.Id) }));
        var value = documents with { Members = [.. documents.Members, .. added] };
        return known with { Members = [.. known.Members.Where(member => member.Name != "documents"), new("documents", null, value)] };
    }

    private static int Write(Workbench workbench, FileInfo file, string text)
    {
        foreach (var path in OutputFolder.Write(file.DirectoryName!, [GeneratedFile.FromText(file.Name, text)]))
        {
            workbench.Desk.Out.WriteLine(Workbench.Shown(path));
        }

        return ExitCode.Fine;
    }

    private static int Refuse(Workbench workbench, Message reason, int code)
    {
        workbench.Desk.Note(reason.In(workbench.Language));
        return code;
    }
}
