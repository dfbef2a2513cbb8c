using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>A diagram with everything in its place: lines and texts, measured from its upper left corner.</summary>
public sealed record DiagramDrawing(
    Length Width,
    Length Height,
    ImmutableArray<DiagramLine> Lines,
    ImmutableArray<DiagramText> Texts)
{
    internal DiagramDrawing ScaledTo(Length width)
    {
        Length Scale(Length length) => new((int)((long)length.Millipoints * width.Millipoints / Width.Millipoints));

        return new(
            width,
            Scale(Height),
            [.. Lines.Select(line => new DiagramLine(Scale(line.X1), Scale(line.Y1), Scale(line.X2), Scale(line.Y2), line.IsDashed))],
            [.. Texts.Select(text => new DiagramText(Scale(text.Centre), Scale(text.Baseline), Scale(text.Size), text.Runs))]);
    }
}

public readonly record struct DiagramLine(Length X1, Length Y1, Length X2, Length Y2, bool IsDashed);

/// <param name="Centre">The line of text is centred on it.</param>
/// <param name="Baseline">Of the text.</param>
/// <param name="Size">Size of type.</param>
/// <param name="Runs">One line, in order.</param>
public sealed record DiagramText(Length Centre, Length Baseline, Length Size, ImmutableArray<TextRun> Runs)
{
    /// <summary>How far the character moves the pen, as the layout reckons for any typeface.</summary>
    public Length AdvanceOf(char character) => LabelText.WidthOf(character, Size);
}
