using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Unit.Templating;

/// <summary>Renders a template over data written as JSON.</summary>
internal sealed record Rendered(TracedText Output, IReadOnlyList<Diagnostic> Diagnostics)
{
    public string Text => Output.Text;

    public IEnumerable<string> Codes => Diagnostics.Select(diagnostic => diagnostic.Code);

    public static Rendered From(string template, string data = "{}", Setting? setting = null)
    {
        setting ??= new();
        var diagnostics = new DiagnosticBag();
        var parsed = setting.Engine().Parse(new("t", template), diagnostics);
        var options = new RenderOptions(setting.Mode, setting.Limits, new(2026, 1, 2))
        {
            Shape = setting.Shape,
            Constants = Data(setting.Constants),
        };
        var output = parsed.Render(Data(data), options, diagnostics, CancellationToken.None);
        return new(output, diagnostics.Items);
    }

    public static IReadOnlyList<Diagnostic> Check(string template, FieldShape shape, Setting? setting = null)
    {
        setting ??= new();
        var diagnostics = new DiagnosticBag();
        setting.Engine().Parse(new("t", template), diagnostics).Check(shape, Data(setting.Constants), diagnostics);
        return diagnostics.Items;
    }

    /// <summary>Runs as <c>text[fields]</c>, verbatim ones marked with <c>!</c>.</summary>
    public string Trace() =>
        string.Concat(Output.Runs.Select(run =>
            $"{Text.AsSpan(run.Span.Start, run.Span.Length)}[{(run.Origin.Verbatim ? "!" : "")}{string.Join(' ', run.Origin.Fields)}]"));

    public static DataObject Data(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (DataObject)Node(document.RootElement, FieldPath.Root);
    }

    private static DataNode Node(JsonElement element, FieldPath path) => element.ValueKind switch
    {
        JsonValueKind.Object => new DataObject([.. element.EnumerateObject().Select(member =>
            new DataMember(member.Name, null, Node(member.Value, path.Member(member.Name))))]) { Path = path },
        JsonValueKind.Array => new DataList([.. element.EnumerateArray().Select((item, index) => Node(item, path.Item(index)))]) { Path = path },
        JsonValueKind.String => new DataText(element.GetString()!) { Path = path },
        JsonValueKind.Number => new DataNumber(element.GetDecimal(), element.GetRawText()) { Path = path },
        JsonValueKind.True or JsonValueKind.False => new DataFlag(element.GetBoolean()) { Path = path },
        _ => new DataNull { Path = path },
    };
}

/// <summary>How to render, where it is not the strict default.</summary>
internal sealed record Setting
{
    public MissingMembers Mode { get; init; } = MissingMembers.Error;

    public RenderLimits Limits { get; init; } = RenderLimits.Default;

    public FieldShape? Shape { get; init; }

    public string Constants { get; init; } = "{}";

    public Dictionary<string, string> Partials { get; init; } = [];

    public TemplateFunction[] Functions { get; init; } = [];

    public ScribanEngine Engine() =>
        new([.. Functions], name => Partials.TryGetValue(name, out var text) ? new SourceText(name, text) : null);
}
