using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>A text file as read, with the places of its lines.</summary>
/// <param name="path">The path to show in messages; need not exist.</param>
/// <param name="text">The whole text, line ends as they were.</param>
public sealed class SourceText(string path, string text)
{
    private ImmutableArray<int> _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    private ImmutableArray<int> LineStarts => _lineStarts.IsDefault ? _lineStarts = FindLineStarts(Text) : _lineStarts;

    /// <summary>The 1-based line and column of a character; an offset past the end is the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var found = LineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of a 1-based line, without its line end.</summary>
    public string LineText(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The offset of a 1-based line and column, clamped to the text.</summary>
    public int OffsetOf(LinePosition position)
    {
        var line = Math.Clamp(position.Line, 1, LineStarts.Length);
        return Math.Clamp(LineStarts[line - 1] + position.Column - 1, 0, Text.Length);
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
