namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>The texts of one paragraph: as it reads now, as it read before its tracked changes, and what is hidden in it.</summary>
internal sealed class ParagraphText(PlaceUnit unit)
{
    private readonly List<Piece> _pieces = [];

    /// <summary>The run at hand is formatted as hidden.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Characters that can be seen.</summary>
    public int Length => _pieces.Where(piece => !piece.IsHidden && !piece.Frame.IsDeleted && piece.Frame.Kind != PartKind.FieldCode).Sum(piece => piece.Text.Length);

    /// <summary>As it reads now.</summary>
    public string Shown => string.Concat(_pieces.Where(piece => !piece.Frame.IsDeleted && !piece.IsCode).Select(piece => piece.Text));

    public void Append(string text, Frame frame) => _pieces.Add(new(text, frame, IsHidden));

    /// <summary>Writes each way of reading the paragraph; a second way only where it differs from the first.</summary>
    public void WriteTo(TextPart part)
    {
        Write(part, piece => !piece.Frame.IsDeleted && !piece.IsCode);
        if (_pieces.Exists(piece => piece.Frame.IsDeleted))
        {
            Write(part, piece => !piece.Frame.IsInserted && !piece.IsCode);
            Write(part, piece => piece.Frame.IsDeleted);
        }

        if (_pieces.Exists(piece => piece.IsHidden))
        {
            Write(part, piece => !piece.IsHidden && !piece.Frame.IsDeleted && !piece.IsCode);
            Write(part, piece => piece.IsHidden);
        }

        if (_pieces.Exists(piece => piece.IsCode))
        {
            Write(part, piece => piece.IsCode);
        }
    }

    private void Write(TextPart part, Predicate<Piece> belongs)
    {
        part.Break();
        foreach (var piece in _pieces)
        {
            if (belongs(piece))
            {
                part.Append(piece.Text, piece.IsHidden ? PartKind.Hidden : piece.Frame.Kind, unit);
            }
        }

        part.Break();
    }

    private sealed record Piece(string Text, Frame Frame, bool IsHidden)
    {
        public bool IsCode => Frame.Kind == PartKind.FieldCode;
    }
}
