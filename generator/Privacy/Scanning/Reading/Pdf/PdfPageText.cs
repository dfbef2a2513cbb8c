namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>A piece of text that one operator showed.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its base line.</param>
/// <param name="EndX">Where it ends.</param>
internal sealed record PdfTextPiece(string Text, double X, double Y, double EndX)
{
    public double Size { get; init; }

    public bool IsHidden { get; init; }
}

/// <summary>The texts of a page, in the order they are drawn and, where that is another one, in the order they are read.</summary>
internal sealed class PdfPageText
{
    private const int MostPieces = 200_000;
    private const int MostForms = 5000;
    private const double LinePart = 0.4;
    private const double WordPart = 0.2;

    private readonly List<PdfTextPiece> _pieces = [];
    private readonly List<string> _actual = [];
    private int _runs;
    private int _unknown;
    private int _known;

    public bool IsFull => _pieces.Count >= MostPieces;

    /// <summary>How many characters can be told.</summary>
    public int Characters => _known;

    /// <summary>A picture is drawn on it.</summary>
    public bool HasPicture { get; set; }

    /// <summary>So many glyphs say nothing that the text cannot be relied on.</summary>
    public bool IsUnclear => _unknown > 3 && _unknown > _known / 10;

    /// <summary>Asks leave to run one more form; forms that draw each other would never end.</summary>
    public bool MayRun() => ++_runs <= MostForms;

    public void Add(PdfTextPiece piece, int unknown)
    {
        _pieces.Add(piece);
        _unknown += unknown;
        _known += piece.Text.Length;
    }

    public void AddActual(string text) => _actual.Add(text);

    public void WriteTo(TextPart part, PlaceUnit unit, PartKind kind)
    {
        Write(_pieces, part, unit, kind);
        var sorted = _pieces.OrderByDescending(piece => Math.Round(piece.Y, 1)).ThenBy(piece => piece.X).ToList();
        if (!sorted.SequenceEqual(_pieces))
        {
            Write(sorted, part, unit, kind);
        }

        foreach (var text in _actual)
        {
            part.Add(text, PartKind.AlternativeText, unit);
        }
    }

    private static void Write(List<PdfTextPiece> pieces, TextPart part, PlaceUnit unit, PartKind kind)
    {
        part.Break();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var between = i == 0 ? "" : Between(pieces[i - 1], piece);
            part.Append(between + piece.Text, piece.IsHidden ? PartKind.Hidden : kind, unit);
        }

        part.Break();
    }

    private static string Between(PdfTextPiece last, PdfTextPiece next)
    {
        var size = Math.Max(1, Math.Max(last.Size, next.Size));
        if (Math.Abs(last.Y - next.Y) > size * LinePart)
        {
            return "\n";
        }

        var gap = next.X - last.EndX;
        return gap > size * 3 ? "\t" : gap > size * WordPart || gap < -size ? " " : "";
    }
}
