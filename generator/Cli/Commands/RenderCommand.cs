using System.CommandLine;
using PiiDocs.Cases;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Cli.Commands;

/// <summary><c>render TEMPLATE DATA [--lenient]</c>: the raw text of any Scriban template over any data.</summary>
internal static class RenderCommand
{
    private static readonly Argument<FileInfo> Template = new("TEMPLATE") { Description = "Scriban 模板 / template" };

    private static readonly Argument<FileInfo> Data = new("DATA") { Description = "数据（JSON 或 YAML） / data" };

    private static readonly Option<bool> Lenient = new("--lenient")
    {
        Description = "缺少的字段为空值，同公开的 Scriban 库 / missing members are null, as in the public library",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("render", "输出模板的原始渲染 / print the raw rendering of a template") { Template, Data, Lenient };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var path = parse.GetValue(Template)!.FullName;
        var source = new SourceText(Workbench.Shown(path), File.ReadAllText(path));
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench
            && CaseFile.Load(Workbench.Shown(parse.GetValue(Data)!.FullName), diagnostics) is { } file
            && CaseReader.Read(file, diagnostics) is { } data)
        {
            var options = new RenderOptions(
                parse.GetValue(Lenient) ? MissingMembers.Null : MissingMembers.Error,
                RenderLimits.Default,
                desk.Clock.GetLocalNow().DateTime);
            var text = workbench.Catalog.Engine.Parse(source, diagnostics).Render(data, options, diagnostics, cancellation);
            if (!diagnostics.HasErrors)
            {
                desk.Out.Write(text.Text);
            }
        }

        desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }
}
