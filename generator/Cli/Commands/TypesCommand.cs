using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>types [--json]</c>: every document type, with its title.</summary>
internal static class TypesCommand
{
    public static Command Create(Desk desk)
    {
        var command = new Command("types", "列出文书类型 / list the document types") { GlobalOptions.Json };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var types = new List<DocumentType>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            types.AddRange(workbench.Catalog.Folder.TypeIds.Select(id => workbench.Catalog.Find(id, diagnostics)).OfType<DocumentType>());
        }

        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(json =>
            {
                json.WriteStartArray("types");
                foreach (var type in types)
                {
                    json.WriteStartObject();
                    json.WriteString("id", type.Id);
                    json.WriteString("title", type.Title.Chinese);
                    json.WriteString("titleEnglish", type.Title.English);
                    json.WriteString("version", type.Version);
                    json.WriteString("style", type.Styles.Name);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonReport.WriteDiagnostics(json, diagnostics.Items, language);
            }));
        }
        else
        {
            var width = types.Select(type => type.Id.Length).DefaultIfEmpty().Max();
            foreach (var type in types)
            {
                desk.Out.WriteLine($"{type.Id.PadRight(width)}  {type.Title.In(language)}");
            }

            desk.Show(diagnostics.Items, language);
        }

        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }
}
