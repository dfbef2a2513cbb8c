namespace PiiDocs.Documents;

/// <summary>The stamp that goes over the name and the date of a document (GB/T 9704-2012, 7.3.5.1). No stamp is ever drawn: only its place.</summary>
/// <param name="Diameter">Of the stamp; 42 mm for a procuratorate.</param>
/// <param name="Rise">How far its middle lies above the line between name and date, in grid lines.</param>
/// <param name="Outline">When its edge is shown, as a dashed circle.</param>
/// <param name="Color">Of that circle, RRGGBB.</param>
public sealed record SealStyle(Length Diameter, decimal Rise, SealOutline Outline, string Color)
{
    private const int Strokes = 60;

    /// <summary>Of the circle that shows the place.</summary>
    public static readonly Length Thickness = Length.FromPoints(0.75m);

    /// <summary>Whether a document shows where the stamp goes.</summary>
    public bool IsShownIn(DocumentInfo info) =>
        Outline == SealOutline.Always || (Outline == SealOutline.Draft && info.IsDraft);

    /// <summary>The circle as short lines, from its middle.</summary>
    public IEnumerable<(Length X1, Length Y1, Length X2, Length Y2)> Dashes()
    {
        for (var i = 0; i < Strokes; i++)
        {
            var ((x1, y1), (x2, y2)) = (PointAt(i), PointAt(i + 0.5));
            yield return (x1, y1, x2, y2);
        }
    }

    private (Length X, Length Y) PointAt(double stroke)
    {
        var (sine, cosine) = Math.SinCos(stroke * Math.Tau / Strokes);
        var radius = Diameter.Millipoints / 2.0;
        return (new((int)Math.Round(radius * cosine)), new((int)Math.Round(radius * sine)));
    }
}

public enum SealOutline
{
    /// <summary>The place stays white.</summary>
    Never,

    /// <summary>Only in drafts.</summary>
    Draft,

    Always,
}
