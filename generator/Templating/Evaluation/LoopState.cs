namespace PiiDocs.Templating.Evaluation;

/// <summary>What <c>for</c>, <c>while</c> and <c>tablerow</c> say about the turn of the loop.</summary>
internal sealed class LoopState
{
    public int Index { get; set; }

    public bool IsChanged { get; set; }

    public bool IsLast { get; set; }

    /// <summary>Turns in all; null for <c>while</c>, which cannot know.</summary>
    public int? Length { get; init; }

    /// <summary>The column of a <c>tablerow</c>; 0 where there is none.</summary>
    public int Column { get; set; }

    public bool TryRead(string member, out object? value)
    {
        value = member switch
        {
            "index" => Index,
            "index0" => Index,
            "first" => Index == 0,
            "even" => Index % 2 == 0,
            "odd" => Index % 2 != 0,
            "last" when Length is not null => IsLast,
            "changed" when Length is not null => IsChanged,
            "length" when Length is not null => Length,
            "rindex" or "rindex0" when Length is not null => Length - Index - 1,
            "col" when Column > 0 => Column,
            _ => null,
        };
        return value is not null;
    }
}
