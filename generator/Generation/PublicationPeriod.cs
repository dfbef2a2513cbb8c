using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Generation;

/// <summary>The period that begins when a document comes out: 公告期.</summary>
public static class PublicationPeriod
{
    /// <summary>The period, moved past holidays; null where publishing such a document begins none.</summary>
    /// <param name="catalog">Types say which rule of <c>_law/deadlines.yaml</c> their publication begins.</param>
    /// <param name="typeId">The document type; null where it is not known.</param>
    /// <param name="published">The day it came out; the period runs from the next.</param>
    public static Deadline? Of(TemplateCatalog catalog, string? typeId, DateOnly published) =>
        typeId is not null
        && catalog.Find(typeId, new DiagnosticBag())?.PublicationPeriod is { } name
        && catalog.Law.DeadlineRules.TryGetValue(name, out var rule)
        && rule.Length is not null
            ? Deadlines.End(rule, published, catalog.Law.Calendar)
            : null;
}
