using System.Text;

namespace PiiDocs.Law;

/// <summary>A fixed form of words with places in braces: <c>近{number}{unit}</c>.</summary>
internal sealed class Phrase
{
    private readonly List<Part> _parts;

    private Phrase(List<Part> parts) => _parts = parts;

    /// <summary>Names of the places, in order.</summary>
    public IEnumerable<string> Places => from part in _parts where part.IsPlace select part.Text;

    public static Phrase Parse(string text)
    {
        var parts = new List<Part>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(new(text[at..], false));
                break;
            }

            parts.Add(new(text[at..open], false));
            parts.Add(new(text[(open + 1)..close], true));
            at = close + 1;
        }

        return new(parts);
    }

    /// <summary>The phrase with its places filled; a place without a value stays empty.</summary>
    public string With(params ReadOnlySpan<Fill> values)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.IsPlace ? Find(part.Text, values) : part.Text);
        }

        return text.ToString();
    }

    private static string Find(string place, ReadOnlySpan<Fill> values)
    {
        foreach (var fill in values)
        {
            if (fill.Place == place)
            {
                return fill.Value;
            }
        }

        return "";
    }

    /// <summary>Words, or the name of a place.</summary>
    private sealed record Part(string Text, bool IsPlace);
}

/// <summary>What is written at a place of a phrase.</summary>
internal sealed record Fill(string Place, string Value);
