using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Generation;

/// <summary>A case as a document sees it, with what people typed into the document's fields since.</summary>
/// <param name="View">The case as the document sees it.</param>
internal sealed record FilledCase(DataObject View)
{
    /// <summary>What was typed into fields: a fact filled in there is lacking no longer, one deleted there is.</summary>
    public ImmutableArray<FieldEdit> Edits { get; init; } = [];

    /// <summary>Whether any of some fields has no value.</summary>
    public bool Lacks(IReadOnlyCollection<FieldPath> fields) =>
        GapIn(fields) is not null
        || Edits.Any(edit => IsBlank(edit) && fields.Any(field => FieldPath.Root.Member(field.Value) == edit.Field.WithoutIndexes()));

    /// <summary>The first of some fields that has no value; null where all have one.</summary>
    public NeededField? GapIn(IReadOnlyCollection<FieldPath> fields) =>
        Needs.Missing(View, fields, static _ => null).FirstOrDefault(gap => !Edits.Any(edit => edit.Field == gap.Field && !IsBlank(edit)));

    private static bool IsBlank(FieldEdit edit) => string.IsNullOrWhiteSpace(edit.After);
}
