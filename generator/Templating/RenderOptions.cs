using PiiDocs.Core;

namespace PiiDocs.Templating;

/// <summary>How a template is evaluated.</summary>
/// <param name="Mode">What a missing member means.</param>
/// <param name="Limits">When to stop a template that does not end.</param>
/// <param name="Today">What <c>date.now</c> gives; a template has no clock of its own.</param>
public sealed record RenderOptions(MissingMembers Mode, RenderLimits Limits, DateTime Today)
{
    /// <summary>
    /// Names a template reads beside the case (<c>options</c>, <c>texts</c> of its type.yaml). They are the template's own
    /// words: reading them records no field, so what they print may act as markup like any template text.
    /// </summary>
    public DataObject Constants { get; init; } = DataObject.Empty;

    /// <summary>The schema of the case, from which a draft takes the labels of missing fields.</summary>
    public FieldShape? Shape { get; init; }
}

public enum MissingMembers
{
    /// <summary>An error with its place (PD2003): for filings.</summary>
    Error,

    /// <summary>Printed as 【待补：label】 with a warning: for drafts.</summary>
    Placeholder,

    /// <summary>Null, as the public Scriban library has it: for <c>render --lenient</c>.</summary>
    Null,
}

/// <summary>Limits of one evaluation; each loop counts, also those inside functions.</summary>
/// <param name="Steps">Statements, loop turns and items visited by functions.</param>
/// <param name="OutputLength">UTF-16 units written.</param>
/// <param name="Depth">Nested calls and includes.</param>
public sealed record RenderLimits(int Steps, int OutputLength, int Depth)
{
    public static readonly RenderLimits Default = new(5_000_000, 50_000_000, 100);
}
