using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>Where a piece of text came from.</summary>
/// <param name="Template">The template span that wrote it; for a paragraph of a returned .docx its place there; null for other text no template wrote.</param>
/// <param name="Fields">Every case field that was read to make it, in order of reading; empty for fixed text.</param>
/// <param name="Verbatim">The text is the one field's value, unchanged: an edit to it is an edit to the field.</param>
/// <remarks>
/// <paramref name="Fields"/> lists everything read, so that masking errs on the safe side;
/// <paramref name="Verbatim"/> is true only for a bare <c>{{ p.name }}</c>, so that the round trip never writes a
/// derived text into a field.
/// </remarks>
public sealed record Origin(SourceLocation? Template, ImmutableArray<FieldPath> Fields, bool Verbatim)
{
    /// <summary>Text of unknown making that read no field.</summary>
    public static readonly Origin None = new(null, [], false);

    /// <summary>Only text that read no field may act as markup.</summary>
    public bool IsFixedText => Fields.IsEmpty;

    public bool Equals(Origin? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Template == other.Template
            && Verbatim == other.Verbatim
            && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Template, Verbatim, Fields.Length);
}
