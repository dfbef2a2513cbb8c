using PiiDocs.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PiiDocs.Cases;

/// <summary>Turns the parser's marks into spans of exactly the value.</summary>
/// <remarks>
/// The parser's marks count UTF-16 units, as we do. But it counts an anchor into a value, gives a block its line ends,
/// and closes a block collection only where the next thing begins.
/// </remarks>
internal sealed class YamlPlaces(SourceText source)
{
    private readonly int _shift = ByteOrderMark.LengthIn(source.Text);

    public SourceLocation Of(ParsingEvent part) => At(OffsetOf(part.Start), OffsetOf(part.End));

    public SourceLocation Of(YamlException broken) => At(OffsetOf(broken.Start), OffsetOf(broken.End));

    public SourceLocation OfScalar(Scalar scalar)
    {
        var start = StartOf(scalar);
        var end = Math.Max(start, OffsetOf(scalar.End));
        return scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
            ? At(start, start + source.Text.AsSpan(start, end - start).TrimEnd().Length)
            : At(start, end);
    }

    /// <param name="first">The event that opened the collection.</param>
    /// <param name="last">Where the last value in it stands; null for an empty one.</param>
    /// <param name="closing">The event that closed it.</param>
    public SourceLocation OfCollection(NodeEvent first, SourceLocation? last, ParsingEvent closing)
    {
        var start = StartOf(first);
        var end = OffsetOf(closing.Start);
        var isBracketed = start < end && source.Text[start] is '[' or '{' && end < source.Text.Length && source.Text[end] is ']' or '}';
        return At(start, isBracketed ? end + 1 : last?.Span.End ?? start);
    }

    /// <summary>Where the value itself starts, behind its anchor and tag; an empty value stands right behind them.</summary>
    private int StartOf(NodeEvent node)
    {
        var start = OffsetOf(node.Start);
        var isEmpty = node is Scalar { Value: "", Style: ScalarStyle.Plain };
        while (start < source.Text.Length && source.Text[start] is '&' or '!')
        {
            start = SkipWhile(start, c => !char.IsWhiteSpace(c));
            start = isEmpty ? start : SkipBlank(start);
        }

        return start;
    }

    private int SkipBlank(int start)
    {
        start = SkipWhile(start, char.IsWhiteSpace);
        return start < source.Text.Length && source.Text[start] == '#'
            ? SkipBlank(SkipWhile(start, c => c is not ('\n' or '\r')))
            : start;
    }

    private int SkipWhile(int start, Func<char, bool> condition)
    {
        while (start < source.Text.Length && condition(source.Text[start]))
        {
            start++;
        }

        return start;
    }

    private int OffsetOf(Mark mark) => Math.Clamp((int)mark.Index + _shift, 0, source.Text.Length);

    private SourceLocation At(int start, int end) => new(source, TextSpan.FromBounds(start, Math.Max(start, end)));
}
