using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Law;

namespace PiiDocs.Cli.Commands;

/// <summary><c>deadlines CASE [--on DATE] [--ics FILE] [--json]</c>: every period that runs in a case.</summary>
internal static class DeadlinesCommand
{
    private static readonly Argument<FileInfo> Case = new("CASE") { Description = "案件文件 / case file" };

    private static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "按哪一天看（2024-10-28）；默认今天 / the day the state is asked for",
        CustomParser = DayOption.Parse,
    };

    private static readonly Option<FileInfo?> Calendar = new("--ics")
    {
        Description = "另存为日历文件 / also write a calendar file",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("deadlines", "列出案件的各项期限 / list the periods of a case") { Case, On, Calendar, GlobalOptions.Json };
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
            var day = parse.GetValue(On) ?? DateOnly.FromDateTime(desk.Clock.GetLocalNow().Date);
            var deadlines = CaseDeadlines.List(workbench.Catalog.Law, input.Data, day);
            if (parse.GetValue(Calendar) is { } file)
            {
                File.WriteAllText(file.FullName, DeadlineCalendar.Write(input.Id, deadlines, day));
            }

            desk.Out.Write(parse.GetValue(GlobalOptions.Json)
                ? JsonReport.Write(json => WriteJson(json, deadlines, language)) + "\n"
                : string.Concat(deadlines.Select(each => Line(each, language))));
        }

        desk.Show(diagnostics.Items, language);
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static string Line(CaseDeadline each, Language language)
    {
        var (deadline, rule) = (each.Deadline, each.Deadline.Rule);
        var certain = deadline.IsCertain ? "" : new Message("（该年放假安排未公布，休假日请人工核对）", " (no official calendar for that year)").In(language);
        return $"{Day(deadline.Last)}  {StateWord(each.State, language)}  {rule.Id} {rule.Matter}  {Day(deadline.Start)}→{(each.Done is { } done ? Day(done) : "")}  {rule.Basis}{certain}\n";
    }

    /// <summary>Three characters wide in Chinese, so that columns stand.</summary>
    private static string StateWord(DeadlineState state, Language language) => CaseDeadlines.NameOf(state).In(language).PadRight(3, '　');

    private static void WriteJson(Utf8JsonWriter json, IEnumerable<CaseDeadline> deadlines, Language language)
    {
        json.WriteStartArray("deadlines");
        foreach (var each in deadlines)
        {
            json.WriteStartObject();
            json.WriteString("rule", each.Deadline.Rule.Id);
            json.WriteString("matter", each.Deadline.Rule.Matter);
            json.WriteString("basis", each.Deadline.Rule.Basis);
            json.WriteString("start", Day(each.Deadline.Start));
            json.WriteString("last", Day(each.Deadline.Last));
            json.WriteString("done", each.Done is { } done ? Day(done) : null);
            json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(each.State.ToString()));
            json.WriteString("stateLabel", CaseDeadlines.NameOf(each.State).In(language));
            json.WriteString("field", each.BegunAt.Value);
            json.WriteBoolean("calendarCertain", each.Deadline.IsCertain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
