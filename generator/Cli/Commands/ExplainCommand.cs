using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands;

/// <summary><c>explain CODE</c>: what a diagnostic means and what to do, from the code's own documentation.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "诊断代码，如 PD2003 / a diagnostic code" };

    public static Command Create(Desk desk)
    {
        var command = new Command("explain", "解释诊断代码 / explain a diagnostic code") { Code };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var code = parse.GetValue(Code)!.ToUpperInvariant();
        if (ErrorReference.Find(code) is { } explanation)
        {
            desk.Out.WriteLine(explanation.In(GlobalOptions.LanguageOf(parse)));
            return ExitCode.Fine;
        }

        desk.Note($"没有诊断代码 {code} / there is no code {code}");
        return ExitCode.Errors;
    }
}
