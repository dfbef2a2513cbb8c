using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>A place in a traced text; moves forward only, so that finding the run of a character costs nothing.</summary>
/// <param name="text">What a template wrote.</param>
/// <param name="position">Offset of the first character to read.</param>
/// <param name="end">Where to stop.</param>
/// <param name="run">A run at or before <paramref name="position"/>.</param>
internal struct MarkupCursor(TracedText text, int position, int end, int run)
{
    public int Position { get; private set; } = position;

    public int Run { get; private set; } = run;

    public readonly int End => end;

    public readonly bool AtEnd => Position >= end;

    /// <summary>The character here, if template text: the only kind that can be markup; otherwise NUL.</summary>
    public char Mark
    {
        get
        {
            Settle();
            return !AtEnd && text.Runs[Run].Origin.IsFixedText ? text.Text[Position] : '\0';
        }
    }

    public Origin Origin
    {
        get
        {
            Settle();
            return Run < text.Runs.Length ? text.Runs[Run].Origin : Origin.None;
        }
    }

    /// <summary>Where the run of the current character ends, or the stretch being read.</summary>
    public int RunEnd
    {
        get
        {
            Settle();
            return Math.Min(end, text.Runs[Run].Span.End);
        }
    }

    public void Move(int characters) => Position += characters;

    public void SkipSpaces()
    {
        while (Mark is ' ' or '\t')
        {
            Move(1);
        }
    }

    /// <summary>How often <paramref name="mark"/> stands here in a row, as template text.</summary>
    public readonly int Count(char mark)
    {
        var ahead = this;
        while (ahead.Mark == mark)
        {
            ahead.Move(1);
        }

        return ahead.Position - Position;
    }

    /// <summary>The place in the template file that wrote the characters here.</summary>
    public SourceLocation? Locate(int length)
    {
        if (Origin.Template is not { } template || Run >= text.Runs.Length)
        {
            return null;
        }

        // Template text is written as it stands, so an offset into the run is an offset into the file.
        var offset = Position - text.Runs[Run].Span.Start;
        var start = template.Span.Start + offset;
        var isLiteral = Origin.IsFixedText
            && offset + length <= template.Span.Length
            && start + length <= template.Source.Text.Length
            && template.Source.Text.AsSpan(start, length).SequenceEqual(text.Text.AsSpan(Position, length));
        return isLiteral ? template with { Span = new(start, length) } : template;
    }

    private void Settle()
    {
        while (Run + 1 < text.Runs.Length && text.Runs[Run].Span.End <= Position)
        {
            Run++;
        }
    }
}
