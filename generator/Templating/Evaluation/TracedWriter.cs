using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Collects text and its runs.</summary>
internal sealed class TracedWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<TracedRun> _runs = [];

    public int Length => _text.Length;

    /// <summary>The next character begins a line; the very first one does not, for nothing stands before it.</summary>
    public bool IsAtLineStart { get; set; }

    public void Append(ReadOnlySpan<char> text, Origin origin)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var start = _text.Length;
        _text.Append(text);
        IsAtLineStart = text[^1] == '\n';
        if (_runs.Count > 0 && ReferenceEquals(_runs[^1].Origin, origin))
        {
            var last = _runs[^1].Span;
            _runs[^1] = new(new(last.Start, last.Length + text.Length), origin);
            return;
        }

        _runs.Add(new(new(start, text.Length), origin));
    }

    public TracedText ToText() => _runs.Count == 0 ? TracedText.Empty : new(_text.ToString(), [.. _runs]);
}
