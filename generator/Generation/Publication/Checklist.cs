using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Law;
using PiiDocs.Templating;
using PiiDocs.Web;

namespace PiiDocs.Generation.Publication;

/// <summary>What is still to be done by hand when files are published: <c>templates/_publication/checklist.sbn</c>.</summary>
internal static class Checklist
{
    public static GeneratedFile Make(
        TemplateCatalog catalog,
        DocumentType type,
        CaseInput input,
        (ImmutableArray<GeneratedFile> Files, Document Document, PublicationOptions Options) made)
    {
        var diagnostics = new DiagnosticBag();
        var source = catalog.Folder.Read(diagnostics, "_publication", "checklist.sbn");
        var template = source is null ? null : catalog.Engine.Parse(source, diagnostics);
        var text = template?.Render(Facts(catalog, type, input, made), new(MissingMembers.Error, RenderLimits.Default, default), diagnostics, default).Text;
        return diagnostics.HasErrors || text is null
            ? throw new InvalidOperationException($"the checklist cannot be made: {diagnostics.Items[0].Code} {diagnostics.Items[0].Message.English}")
            : GeneratedFile.FromText("发布清单.txt", text);
    }

    private static DataObject Facts(
        TemplateCatalog catalog,
        DocumentType type,
        CaseInput input,
        (ImmutableArray<GeneratedFile> Files, Document Document, PublicationOptions Options) made)
    {
        var column = ColumnText.Of(made.Document, made.Options.ColumnWidth);
        var rule = type.PublicationPeriod is { } name ? catalog.Law.DeadlineRules.GetValueOrDefault(name) : null;
        return Object(
            ("title", new DataText(type.Title.Chinese)),
            ("case_id", new DataText(input.Id)),
            ("office", new DataText(input.OfficeName)),
            ("audience", new DataText(made.Options.Policy.Audience)),
            ("files", new DataList([.. made.Files.Select(file => Object(("name", new DataText(file.Name)), ("hash", new DataText(file.Hash))))])),
            ("column", Object(("width", Number(made.Options.ColumnWidth)), ("characters", Number(column.Characters)), ("lines", Number(column.Lines)))),
            ("period", rule is null ? new DataNull() : Period(rule)));
    }

    private static DataObject Period(DeadlineRule rule) => Object(
        ("matter", new DataText(rule.Matter)),
        ("basis", new DataText(rule.Basis)),
        ("at_least", new DataFlag(rule.IsMinimum)),
        ("length", new DataText(LengthText(rule.Length))));

    private static string LengthText(PeriodLength? length) => length is not { } period ? "" : period.Count.ToString(CultureInfo.InvariantCulture) + period.Unit switch
    {
        PeriodUnit.Day => "日",
        PeriodUnit.Workday => "个工作日",
        PeriodUnit.Month => "个月",
        _ => "年",
    };

    private static DataNumber Number(int value) => new(value, value.ToString(CultureInfo.InvariantCulture));

    private static DataObject Object(params (string Name, DataNode Value)[] members) =>
        new([.. members.Select(member => new DataMember(member.Name, null, member.Value))]);
}
