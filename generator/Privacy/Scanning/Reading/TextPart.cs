using System.Text;
using PiiDocs.Privacy.Scanning.Matching;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Texts of one part, one after the other, that are searched in one pass; each stretch knows what it is and where.</summary>
/// <remarks>Stretches of one paragraph follow each other directly, so that a name cut over runs is whole; a break parts the rest.</remarks>
internal sealed class TextPart(string part)
{
    private readonly StringBuilder _text = new();
    private readonly List<Stretch> _stretches = [];

    public string Part { get; } = part;

    /// <summary>What rows of digits mean in it.</summary>
    public PatternScope Scope { get; init; } = PatternScope.Cut;

    public int Length => _text.Length;

    public override string ToString() => _text.ToString();

    /// <summary>Goes on with the text before it.</summary>
    public void Append(string text, PartKind kind, PlaceUnit unit)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_stretches.Count == 0 || _stretches[^1].Kind != kind || _stretches[^1].Unit != unit)
        {
            _stretches.Add(new(_text.Length, kind, unit));
        }

        _text.Append(text);
    }

    /// <summary>Nothing is matched across this point.</summary>
    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != CharacterFolding.Break)
        {
            _text.Append(CharacterFolding.Break);
        }
    }

    /// <summary>A text that stands alone.</summary>
    public void Add(string text, PartKind kind, PlaceUnit unit)
    {
        Break();
        Append(text, kind, unit);
        Break();
    }

    public void Clear()
    {
        _text.Clear();
        _stretches.Clear();
    }

    /// <summary>What the stretch with this offset is, and how far into its unit the offset lies.</summary>
    public (PartKind Kind, PlaceUnit Unit, int Offset) PlaceOf(int start, int end)
    {
        if (_stretches.Count == 0)
        {
            return (PartKind.Body, PlaceUnit.Whole, start);
        }

        var index = _stretches.BinarySearch(new(start, default, default), Stretch.ByStart);
        index = index < 0 ? Math.Max(0, ~index - 1) : index;

        // A value that begins in the open and goes on hidden is named for the hidden part.
        var kind = _stretches[index].Kind;
        for (var i = index + 1; i < _stretches.Count && _stretches[i].Start < end; i++)
        {
            kind = _stretches[i].Kind > kind ? _stretches[i].Kind : kind;
        }

        var unit = _stretches[index].Unit;
        var first = index;
        while (first > 0 && _stretches[first - 1].Unit == unit)
        {
            first--;
        }

        return (kind, unit, start - _stretches[first].Start);
    }

    private readonly record struct Stretch(int Start, PartKind Kind, PlaceUnit Unit)
    {
        public static readonly IComparer<Stretch> ByStart = Comparer<Stretch>.Create((left, right) => left.Start.CompareTo(right.Start));
    }
}
