using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Breaks the text of vertical cells into columns: as high as the rows beside them, as many as their width has room for.</summary>
/// <param name="room">How high a cell may be.</param>
/// <param name="lay">Sets a cell whose text cannot stand in lines.</param>
internal sealed class VerticalFitter(Flow flow, ParagraphLayouter paragraphs, TableStyle style, Length room, Action<OpenCell> lay)
{
    /// <summary>Finds the columns of a cell.</summary>
    /// <param name="cell">Becomes one that is not vertical, where its text would be higher than a page.</param>
    /// <param name="have">The height of its rows so far, padding included.</param>
    /// <param name="isDecided">Whether others say how high its rows are; else its text alone does.</param>
    /// <returns>The height the text needs, without padding.</returns>
    public Length Fit(OpenCell cell, Length have, bool isDecided)
    {
        // A page may end only between the lines beside a column, so that a line more than it needs must fit.
        var most = room - (style.PaddingVertical * 2) - cell.Formats.Max(format => format.LinePitch);
        var natural = Longest(cell, most);
        var size = cell.Formats.Max(format => format.Size);
        var label = Length.Min(natural, size * TableCell.LongestLabel);
        var least = isDecided ? Length.Max(label, have - (style.PaddingVertical * 2)) : natural;
        for (var height = Length.Max(size, Length.Min(least, most)); height <= most; height += size)
        {
            var first = flow.Paragraphs.Count;
            var lines = Columns(cell, height);
            if (IsNarrowEnough(cell, lines))
            {
                // A column may be longer by nature: its marks give what it lacks.
                cell.Lines = lines;
                return cell.Height = Length.Min(height, lines.Max(LengthOf));
            }

            paragraphs.TakeBack(first);
        }

        lay(cell);
        return cell.Height;
    }

    private Length Longest(OpenCell cell, Length most)
    {
        var first = flow.Paragraphs.Count;
        var longest = Columns(cell, most).Max(LengthOf);
        paragraphs.TakeBack(first);
        return longest;
    }

    private ImmutableArray<CellLine> Columns(OpenCell cell, Length height)
    {
        var lines = ImmutableArray.CreateBuilder<CellLine>();
        for (var i = 0; i < cell.Clusters.Length; i++)
        {
            var index = paragraphs.Break(cell.Clusters[i], cell.Formats[i], height, cell.Element);
            for (var line = 0; line < flow.Paragraphs[index].LineCount; line++)
            {
                lines.Add(new(index, line));
            }
        }

        return lines.DrainToImmutable();
    }

    private Length LengthOf(CellLine at)
    {
        var paragraph = flow.Paragraphs[at.Paragraph];
        return paragraph.Measure.Indent(at.Line == 0) + flow.Lines[paragraph.FirstLine + at.Line].Width;
    }

    // The blank at both sides of the columns may be the cell's own padding.
    private bool IsNarrowEnough(OpenCell cell, ImmutableArray<CellLine> lines)
    {
        if (lines.Length == 1)
        {
            return true;
        }

        var width = lines.Aggregate(Length.Zero, (sum, line) => sum + PitchOf(line));
        var blank = PitchOf(lines[0]) - flow.Paragraphs[lines[0].Paragraph].Format.Size;
        return width - blank <= cell.Width - (style.PaddingHorizontal * 2);
    }

    private Length PitchOf(CellLine line) => flow.Paragraphs[line.Paragraph].Format.LinePitch;
}
