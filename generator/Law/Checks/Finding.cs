using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Something a check found.</summary>
/// <param name="Node">Where in the case; null where something is missing altogether.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Finding(DataNode? Node, Message Message)
{
    /// <summary>Graver or lighter than the rule usually is; null for as the rule says.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The words of the node that are wrong; null for all of them.</summary>
    public string? Words { get; init; }

    /// <summary>The law of this finding where it is another than the rule's.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The path of a field that the node lacks; null where the node itself is meant.</summary>
    public string? Missing { get; init; }

    /// <summary>What to write or do instead, where that is known.</summary>
    public Message? Fix { get; init; }

    /// <summary>The field that is wrong or missing; null where the finding is about none.</summary>
    public FieldPath? Field => Missing is { } missing ? Node?.Path.Member(missing) : Node?.Path;

    public static Finding Of(DataNode? node, string chinese, string english) => new(node, new(chinese, english));

    /// <summary>The same, for a person to look at.</summary>
    public Finding AsWarning() => this with { Severity = Core.Severity.Warning };

    /// <summary>The same, whatever the rule says.</summary>
    public Finding AsError() => this with { Severity = Core.Severity.Error };

    public Finding AsInformation() => this with { Severity = Core.Severity.Information };
}

/// <summary>What the law file says of a check.</summary>
/// <param name="Id">V01 …</param>
/// <param name="Severity">How grave a finding usually is.</param>
/// <param name="Basis">The provision.</param>
/// <param name="Requirement">What the provision requires.</param>
internal sealed record CheckRule(string Id, Severity Severity, string Basis, string Requirement);

/// <summary>What a check works on.</summary>
internal sealed class CheckInput(CaseFacts facts, LawLibrary law)
{
    private ImmutableArray<CaseCitation>? _citations;

    public CaseFacts Case { get; } = facts;

    public LawLibrary Law { get; } = law;

    /// <summary>The words below a path, citations left out, where somebody has asked for them.</summary>
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Every citation in the fields of the case, of instruments the law data knows.</summary>
    public ImmutableArray<CaseCitation> Citations => _citations ??= [.. CaseCitations.Of(this)];
}
