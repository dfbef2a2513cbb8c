using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Law;

namespace PiiDocs.Cli.Commands;

/// <summary><c>charge CASE</c>: the arithmetic of 侵犯公民个人信息罪 for each accusation, step by step.</summary>
internal static class ChargeCommand
{
    private static readonly Argument<FileInfo> Case = new("CASE") { Description = "案件文件 / case file" };

    public static Command Create(Desk desk)
    {
        var command = new Command("charge", "逐步计算情节 / show the arithmetic of the charge") { Case };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var language = GlobalOptions.LanguageOf(parse);
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench
            && CaseInput.Load(Workbench.Shown(parse.GetValue(Case)!.FullName), workbench.Catalog, diagnostics) is { } input)
        {
            WriteChoices(desk, CaseCharges.Choices(workbench.Catalog.Law, input.Data), language);
            var charges = CaseCharges.Assess(workbench.Catalog.Law, input.Data);
            foreach (var charge in charges)
            {
                desk.Out.WriteLine($"{string.Join('、', charge.Defendants)} [{charge.Field}]");
                foreach (var step in charge.Assessment.Steps)
                {
                    desk.Out.WriteLine($"  {step.Text.In(language)}  {step.Basis}");
                }

                desk.Out.WriteLine($"  ⇒ {charge.Assessment.Words}");
            }

            if (charges.IsEmpty)
            {
                desk.Note(new Message("案件没有刑事指控，无可计算。", "the case has no accusation to reckon.").In(language));
            }
        }

        desk.Show(diagnostics.Items, language);
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    /// <summary>What a person chose before anything was reckoned.</summary>
    private static void WriteChoices(Desk desk, IReadOnlyList<TierChoice> choices, Language language)
    {
        if (choices.Count > 0)
        {
            desk.Out.WriteLine(new Message("信息种类的档次（承办人选定）：", "tiers of the information (chosen by the prosecutor):").In(language));
        }

        foreach (var choice in choices)
        {
            var reason = choice.Reason ?? new Message("未写理由", "no reason given").In(language);
            desk.Out.WriteLine($"  {choice.Information}  {choice.Tier} {choice.Label}  {reason}");
        }
    }
}
