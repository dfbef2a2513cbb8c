using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Puts together what a form writes one character a box, or a column writes one character a line.</summary>
internal sealed class BoxedCharacters
{
    private const int Fewest = 2;
    private const int Most = 64;

    private readonly StringBuilder _text = new();
    private PlaceUnit _unit;

    /// <summary>Takes a paragraph or cell; at one that is longer than a character the row of boxes ends.</summary>
    public void Take(string text, PlaceUnit unit, TextPart part)
    {
        var content = text.AsSpan().Trim();
        if (content.IsEmpty)
        {
            return;
        }

        if (content.Length > (char.IsSurrogate(content[0]) ? 2 : 1) || _text.Length >= Most)
        {
            End(part);
            return;
        }

        _unit = _text.Length == 0 ? unit : _unit;
        _text.Append(content);
    }

    public void End(TextPart part)
    {
        if (_text.Length >= Fewest)
        {
            part.Add(_text.ToString(), PartKind.Cell, _unit);
        }

        _text.Clear();
    }
}
