using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Core;

/// <summary>A text file as read, with the places of its lines.</summary>
/// <param name="path">The path to show in messages; need not exist.</param>
/// <param name="text">The whole text, line ends as they were.</param>
/// <param name="firstLine">The number of its first line, where it is a piece of a larger file.</param>
public sealed class SourceText(string path, string text, int firstLine = 1)
{
    private ImmutableArray<int> _lineStarts;

    // Of a row of a table: where each cell begins. Default for a text.
    private ImmutableArray<int> _cellStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    private ImmutableArray<int> LineStarts => _lineStarts.IsDefault ? _lineStarts = FindLineStarts(Text) : _lineStarts;

    /// <summary>A row of a table, whose places are rows and cells: <c>register.xlsx[parties](12,3)</c>.</summary>
    /// <param name="path">The file, and the sheet where it has several.</param>
    /// <param name="row">Its 1-based number.</param>
    /// <param name="cells">What its cells show, from the first column on.</param>
    public static SourceText OfRow(string path, int row, IReadOnlyList<string> cells)
    {
        var text = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<int>(cells.Count);
        foreach (var cell in cells)
        {
            starts.Add(text.Length);
            text.Append(cell).Append('\t');
        }

        text.Replace('\n', ' ').Replace('\r', ' ');
        return new(path, text.ToString(), row) { _cellStarts = starts.MoveToImmutable() };
    }

    /// <summary>The place of a cell of a row, by its 0-based number; past the last cell, the row itself.</summary>
    public SourceLocation CellAt(int index)
    {
        if (index >= _cellStarts.Length)
        {
            return new(this, default);
        }

        var end = index + 1 < _cellStarts.Length ? _cellStarts[index + 1] : Text.Length;
        return new(this, TextSpan.FromBounds(_cellStarts[index], end - 1));
    }

    /// <summary>The 1-based line and column of a character, or row and cell; an offset past the end is the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var starts = _cellStarts.IsDefault ? LineStarts : _cellStarts;
        var found = starts.BinarySearch(offset);
        var nearest = Math.Max(0, found >= 0 ? found : ~found - 1);
        return _cellStarts.IsDefault ? new(firstLine + nearest, offset - starts[nearest] + 1) : new(firstLine, nearest + 1);
    }

    /// <summary>How many characters stand before an offset in its line.</summary>
    public int OffsetInLine(int offset) => _cellStarts.IsDefault ? PositionOf(offset).Column - 1 : Math.Clamp(offset, 0, Text.Length);

    /// <summary>The text of a line by its number, without its line end.</summary>
    public string LineText(int line)
    {
        line -= firstLine - 1;
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The offset of a 1-based line and column, clamped to the text.</summary>
    public int OffsetOf(LinePosition position)
    {
        var line = Math.Clamp(position.Line - firstLine + 1, 1, LineStarts.Length);
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
