using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>accept [TYPE…]</c>: writes the text each sample case makes into the type's <c>approved/</c> folder.</summary>
internal static class AcceptCommand
{
    private static readonly Argument<string[]> Types = new("TYPE")
    {
        Description = "文书类型；默认全部 / document types; all by default",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("accept", "写入样例案件的核准文本 / write the approved texts of the sample cases") { Types };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var named = parse.GetValue(Types) ?? [];
            var types = (named.Length > 0 ? named : workbench.Catalog.Folder.TypeIds)
                .Select(id => workbench.Catalog.Find(id, diagnostics))
                .OfType<DocumentType>()
                .ToList();
            var results =
                from path in SampleCases.Paths(workbench)
                let input = CaseInput.Load(path, workbench.Catalog, diagnostics)
                where input is not null
                from type in types
                where input.Bears(type.Id)
                select (type, input, workbench.Generator.Generate(type, input, new(OutputFormats.None), cancellation));
            foreach (var (type, input, result) in results)
            {
                diagnostics.AddRange(result.Diagnostics);
                Write(desk, Path.Combine(type.Folder, "approved", $"{input.Name}.txt"), result);
            }
        }

        desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static void Write(Desk desk, string path, GenerationResult result)
    {
        if (result.Document is not { } document)
        {
            return;
        }

        var text = DocumentPrinter.Print(document);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            desk.Out.WriteLine(Workbench.Shown(path));
        }
    }
}
