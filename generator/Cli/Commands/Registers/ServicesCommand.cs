using System.CommandLine;
using System.Globalization;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>services list|record</c>: which document reached whom, and when.</summary>
internal static class ServicesCommand
{
    private static readonly Option<string?> Case = new("--case") { Description = "案件编号 / case id" };

    private static readonly Option<string> Of = new("--of") { Description = "案件编号 / case id", Required = true };

    private static readonly Option<string> Type = new("--type", "-t") { Description = "文书类型 / document type", Required = true };

    private static readonly Option<string?> Number = new("--number") { Description = "文号 / its number" };

    private static readonly Option<string> Recipient = new("--recipient") { Description = "受送达人 / the recipient", Required = true };

    private static readonly Option<string> Method = new("--method") { Description = "送达方式 / how it was served", Required = true };

    private static readonly Option<DateOnly> On = new("--on")
    {
        Description = "送达日（2024-10-28） / the day it was served",
        Required = true,
        CustomParser = result => DayOption.Parse(result) ?? default,
    };

    private static readonly Option<string?> ReceivedBy = new("--received-by") { Description = "代收人 / who signed for it" };

    private static readonly Option<FileInfo?> Evidence = new("--evidence") { Description = "签收的送达回证扫描件 / the signed receipt" };

    public static Command Create(Desk desk) => new("services", "送达登记 / the register of service")
    {
        RegisterCommand.Sub(desk, new("list", "列出送达记录 / list them") { Case, GlobalOptions.Json }, List),
        RegisterCommand.Sub(desk, new("record", "登记送达 / record one") { Of, Type, Number, Recipient, Method, On, ReceivedBy, Evidence }, Record),
    };

    private static void List(Job job)
    {
        var records = job.Store.Services.List(job.Parse.GetValue(Case));
        if (job.Parse.GetValue(GlobalOptions.Json))
        {
            job.Desk.Out.WriteLine(RegisterJson.Write("services", records));
            return;
        }

        foreach (var each in records)
        {
            job.Desk.Out.WriteLine($"{each.Id}  {each.CaseId}  {each.Type}  {each.Number ?? "—"}  {each.Recipient}  {each.Method}  {each.ServedOn}");
        }
    }

    private static void Record(Job job)
    {
        var evidence = job.Parse.GetValue(Evidence);
        var id = job.Store.Services.Record(new()
        {
            CaseId = job.Parse.GetValue(Of)!,
            Type = job.Parse.GetValue(Type)!,
            Number = job.Parse.GetValue(Number),
            Recipient = job.Parse.GetValue(Recipient)!,
            Method = job.Parse.GetValue(Method)!,
            ServedOn = job.Parse.GetValue(On).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReceivedBy = job.Parse.GetValue(ReceivedBy),
            EvidenceFile = evidence?.Name,
            EvidenceHash = evidence is null ? null : RegisterJson.HashOf(evidence),
            RecordedBy = job.By,
        });
        job.Say(new($"已登记，编号 {id}。", $"recorded as {id}."));
    }
}
