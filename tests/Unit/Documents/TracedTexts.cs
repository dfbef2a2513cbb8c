using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Unit.Documents;

/// <summary>Builds traced texts: <c>{…}</c> of a pattern is data from a field of its own, the rest template text.</summary>
internal static class TracedTexts
{
    /// <param name="pattern">The template, with <c>{0}</c>, <c>{1}</c> where values stand, <c>{~0}</c> for text worked out from one.</param>
    /// <param name="values">The values, from fields <c>$.v0</c>, <c>$.v1</c> …</param>
    public static TracedText Of(string pattern, params string[] values) =>
        Of(pattern, [.. values.Select((value, index) => ($"v{index}", value))]);

    /// <param name="pattern">The same.</param>
    /// <param name="fields">Paths without <c>$.</c>, and their values.</param>
    public static TracedText Of(string pattern, IReadOnlyList<(string Path, string Value)> fields)
    {
        var source = new SourceText("t.sbn", pattern);
        var text = new StringBuilder();
        var runs = ImmutableArray.CreateBuilder<TracedRun>();
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            if (open != at)
            {
                var end = open < 0 ? pattern.Length : open;
                Add(pattern[at..end], new(new SourceLocation(source, TextSpan.FromBounds(at, end)), [], false));
                at = end;
                continue;
            }

            var close = pattern.IndexOf('}', open);
            var isDerived = pattern[open + 1] == '~';
            var index = int.Parse(pattern[(open + (isDerived ? 2 : 1))..close], System.Globalization.CultureInfo.InvariantCulture);
            Add(
                isDerived ? $"〈{fields[index].Value}〉" : fields[index].Value,
                new(new SourceLocation(source, TextSpan.FromBounds(open, close + 1)), [new($"$.{fields[index].Path}")], !isDerived));
            at = close + 1;
        }

        return new(text.ToString(), runs.ToImmutable());

        void Add(string piece, Origin origin)
        {
            runs.Add(new(new(text.Length, piece.Length), origin));
            text.Append(piece);
        }
    }
}
