using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Core;

/// <summary>A sentence of a document, and which words of it are meant.</summary>
/// <param name="Text">The sentence, as the document has it.</param>
/// <param name="Marks">In order, not overlapping, within <paramref name="Text"/>.</param>
public sealed record Quotation(string Text, ImmutableArray<TextSpan> Marks)
{
    private const char Opening = '⟦';
    private const char Closing = '⟧';

    /// <summary>The sentence with the words marked: 公告期为⟦二十九日⟧。</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Text.Length + (2 * Marks.Length));
        var written = 0;
        foreach (var mark in Marks)
        {
            text.Append(Text, written, mark.Start - written).Append(Opening).Append(Text, mark.Start, mark.Length).Append(Closing);
            written = mark.End;
        }

        return text.Append(Text, written, Text.Length - written).ToString();
    }

    public bool Equals(Quotation? other) =>
        ReferenceEquals(this, other) || (other is not null && Text == other.Text && Marks.AsSpan().SequenceEqual(other.Marks.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Text, Marks.Length);
}
