using System.Buffers;
using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Collects text and its runs.</summary>
/// <param name="capacity">The characters to expect.</param>
internal sealed class TracedWriter(int capacity = 256)
{
    private readonly List<TracedRun> _runs = new(Math.Max(4, capacity / 16));
    private char[] _buffer = ArrayPool<char>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <summary>The next character begins a line; the very first one does not, for nothing stands before it.</summary>
    public bool IsAtLineStart { get; set; }

    public void Append(ReadOnlySpan<char> text, Origin origin)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_buffer.Length - Length < text.Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_buffer.AsSpan(Length));
        AddRun(text.Length, origin);
        Length += text.Length;
        IsAtLineStart = text[^1] == '\n';
    }

    /// <summary>The text; the writer is used up.</summary>
    public TracedText ToText()
    {
        var text = Length == 0 ? TracedText.Empty : new(new(_buffer, 0, Length), [.. _runs]);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
        return text;
    }

    private void AddRun(int length, Origin origin)
    {
        if (_runs.Count > 0 && ReferenceEquals(_runs[^1].Origin, origin))
        {
            var last = _runs[^1].Span;
            _runs[^1] = new(new(last.Start, last.Length + length), origin);
            return;
        }

        _runs.Add(new(new(Length, length), origin));
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + more));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
