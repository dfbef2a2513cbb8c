using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Says what a case lacks and where to put it, instead of what a template and a finished text lack because of it.</summary>
/// <param name="type">The document.</param>
/// <param name="view">The case as the document sees it.</param>
/// <param name="labelOf">The label of a field; null where the schema knows none.</param>
internal sealed class MissingFacts(DocumentType type, DataObject view, Func<FieldPath, string?> labelOf)
{
    /// <summary>The code of a fact that a document needs and the case does not have.</summary>
    public const string Need = "PD7004";

    private const string NoSuchField = "PD2003";
    private const string Element = "PD7007";

    // A name or a value that is not there.
    private static readonly HashSet<string> OfNothing = [NoSuchField, "PD2004", "PD2009", "PD2020"];

    // What a function, or a diagram, cannot do with nothing.
    private static readonly HashSet<string> Consequences = ["PD2009", "PD2020", "PD8020", "PD8021", "PD8022", "PD3008"];

    private readonly List<FieldPath> _facts = [];

    /// <summary>The findings, with each missing fact once and without what only follows from it.</summary>
    /// <param name="found">Of one rendering, the needs of the type first.</param>
    public IReadOnlyList<Diagnostic> Told(IReadOnlyList<Diagnostic> found)
    {
        var told = found.Select(each => (Found: each, Told: OfFact(each))).ToList();
        return _facts.Count == 0 ? found : [.. from each in told where each.Told is not null && !Follows(each.Told) select each.Told];
    }

    private static bool AreRelated(FieldPath one, FieldPath other) => one.Holds(other) || other.Holds(one);

    // Null for a fact that was told before.
    private Diagnostic? OfFact(Diagnostic found)
    {
        if (found.Code == Need && found.Field is { } need)
        {
            var isTold = _facts.Exists(fact => fact.Holds(need));
            _facts.Add(need);
            return isTold ? null : found;
        }

        if (!OfNothing.Contains(found.Code) || found.Field is not { } field || labelOf(field) is null)
        {
            return found;
        }

        if (_facts.Exists(fact => AreRelated(fact, field)))
        {
            return null;
        }

        _facts.Add(field);
        return GenerationErrors.MissingNeed(new(field, Nearest(field)?.Location, Needs.LabelOf(field, labelOf)), type, found.Severity);
    }

    private DataNode? Nearest(FieldPath field)
    {
        var path = field.Value;
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (view.At(new(path[..end])) is { } node)
            {
                return node;
            }
        }

        return null;
    }

    private bool Follows(Diagnostic found) => found.Code switch
    {
        // A variable of the template that was to be worked out from a missing fact.
        NoSuchField => found.Field is { } field && field.Value.LastIndexOf('.') == FieldPath.Root.Value.Length && labelOf(field) is null,
        Element => type.Elements.FirstOrDefault(each => each.Id == found.Basis?.Rule) is { } element
            && Needs.Missing(view, element.Fields, labelOf).All(gap => _facts.Exists(fact => AreRelated(fact, gap.Field))),
        _ => Consequences.Contains(found.Code),
    };
}
