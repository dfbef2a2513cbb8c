using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Law;

/// <summary>A fixed form of words with places in braces: <c>近{number}{unit}</c>.</summary>
internal sealed class Phrase
{
    private readonly ImmutableArray<(string Text, bool IsPlace)> _parts;

    private Phrase(ImmutableArray<(string Text, bool IsPlace)> parts) => _parts = parts;

    /// <summary>Names of the places, in order.</summary>
    public IEnumerable<string> Places => from part in _parts where part.IsPlace select part.Text;

    public static Phrase Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add((text[at..], false));
                break;
            }

            parts.Add((text[at..open], false));
            parts.Add((text[(open + 1)..close], true));
            at = close + 1;
        }

        return new(parts.ToImmutable());
    }

    /// <summary>The phrase with its places filled; a place without a value stays empty.</summary>
    public string With(params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = new StringBuilder();
        foreach (var (part, isPlace) in _parts)
        {
            text.Append(isPlace ? Find(part, values) : part);
        }

        return text.ToString();
    }

    private static string Find(string place, ReadOnlySpan<(string Place, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == place)
            {
                return value;
            }
        }

        return "";
    }
}
