using System.CommandLine;
using System.Globalization;
using PiiDocs.Cli.Terminal;
using PiiDocs.Generation;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>publications list|complete</c>: what was made public, where and when, and the periods that run from it.</summary>
internal static class PublicationsCommand
{
    private static readonly Option<string?> Case = new("--case") { Description = "案件编号 / case id" };

    private static readonly Argument<long> Id = new("ID") { Description = "登记编号 / the id in the register" };

    private static readonly Option<string> Medium = new("--medium") { Description = "报刊、网站或 App / newspaper, site or App", Required = true };

    private static readonly Option<DateOnly> On = new("--on")
    {
        Description = "刊登日（2024-10-28） / the day it came out",
        Required = true,
        CustomParser = result => DayOption.Parse(result) ?? default,
    };

    private static readonly Option<string?> Page = new("--page") { Description = "版面 / page" };

    private static readonly Option<string?> Url = new("--url") { Description = "网址 / address" };

    private static readonly Option<FileInfo?> Evidence = new("--evidence")
    {
        Description = "样报扫描件或者网页截图 / the scan or screenshot that proves it",
    };

    public static Command Create(Desk desk) => new("publications", "公开登记 / the register of publications")
    {
        RegisterCommand.Sub(desk, new("list", "列出公开记录 / list them") { Case, GlobalOptions.Json }, List),
        RegisterCommand.Sub(desk, new("complete", "登记刊登情况 / say where and when it came out") { Id, Medium, On, Page, Url, Evidence }, Complete),
    };

    private static void List(Job job)
    {
        var today = Day(DateOnly.FromDateTime(job.Desk.Clock.GetLocalNow().Date));
        var publications = job.Store.Publications.List(job.Parse.GetValue(Case));
        if (job.Parse.GetValue(GlobalOptions.Json))
        {
            job.Desk.Out.WriteLine(RegisterJson.Write("publications", publications));
            return;
        }

        foreach (var each in publications)
        {
            job.Desk.Out.WriteLine($"{each.Id}  {each.CaseId}  {each.Title}  {each.Medium ?? "—"} {each.Page}  {each.PublishedOn ?? "—"}  {State(each, today).In(job.Language)}");
        }
    }

    private static void Complete(Job job)
    {
        if (Workbench.Open(job.Desk, job.Parse, job.Diagnostics) is not { } workbench)
        {
            return;
        }

        var (id, on) = (job.Parse.GetValue(Id), job.Parse.GetValue(On));
        var period = PublicationPeriod.Of(workbench.Catalog, job.Store.Publications.List().FirstOrDefault(each => each.Id == id)?.Type, on);
        var evidence = job.Parse.GetValue(Evidence);
        var outcome = new PublicationOutcome(job.Parse.GetValue(Medium)!, Day(on), job.Parse.GetValue(Page), job.Parse.GetValue(Url))
        {
            RunsFrom = period is { } first ? Day(first.Start) : null,
            RunsTo = period is { } last ? Day(last.Last) : null,
            EvidenceFile = evidence?.Name,
            EvidenceHash = evidence is null ? null : RegisterJson.HashOf(evidence),
        };
        if (job.Store.Publications.Complete(id, outcome, job.By) is { } publication)
        {
            job.Desk.Out.WriteLine($"{publication.Id}  {publication.Title}  {publication.Medium}  {publication.PublishedOn}  {publication.RunsFrom}→{publication.RunsTo}");
        }
        else
        {
            job.Diagnostics.Add(RegisterErrors.UnknownRecord(id));
        }
    }

    private static Core.Message State(Publication each, string today) => each switch
    {
        { PublishedOn: null } => new("未登记刊登", "not out yet"),
        { RunsTo: null } => new("已刊登", "out"),
        _ when string.CompareOrdinal(today, each.RunsTo) > 0 => new($"公告期已满（{each.RunsTo}）", $"period ended on {each.RunsTo}"),
        _ => new($"公告期至 {each.RunsTo}", $"period runs to {each.RunsTo}"),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
