using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Draws a diagram as a picture for Word: the lines and texts that pages show.</summary>
internal sealed class DiagramPicture
{
    private readonly Dictionary<(int Size, bool Bold, bool Underline), int> _fonts = [];
    private readonly EmfWriter _emf;
    private readonly string _face;

    private DiagramPicture(EmfWriter emf, string face) => (_emf, _face) = (emf, face);

    public static byte[] Draw(DiagramDrawing drawing, StyleSheet styles)
    {
        var cells = styles.Paragraphs.GetValueOrDefault(styles.Tables.CellStyle, styles.Body);
        var thickness = Hundredths(DiagramStroke.Thickness);
        using var emf = new EmfWriter(Hundredths(drawing.Width), Hundredths(drawing.Height), thickness);
        var picture = new DiagramPicture(emf, styles.Fonts[cells.FontRole].WordFace);
        emf.Select(emf.CreatePen(thickness));
        foreach (var line in drawing.Lines.SelectMany(DiagramStroke.Parts))
        {
            emf.DrawLine(Hundredths(line.X1), Hundredths(line.Y1), Hundredths(line.X2), Hundredths(line.Y2));
        }

        foreach (var text in drawing.Texts)
        {
            picture.DrawText(text);
        }

        return emf.ToArray();
    }

    private void DrawText(DiagramText text)
    {
        var left = text.Centre - new Length(WidthOf(text, text.Runs).Millipoints / 2);
        foreach (var look in AlikeInARow(text.Runs))
        {
            var width = WidthOf(text, look);
            var letters = WordText.Writable(string.Concat(look.Select(run => run.Text)));
            _emf.Select(FontFor(text.Size, look[0]));
            _emf.DrawText(
                letters,
                Hundredths(left + new Length(width.Millipoints / 2)),
                Hundredths(text.Baseline),
                [.. letters.Select(each => Hundredths(text.AdvanceOf(each)))]);
            left += width;
        }
    }

    // Runs that differ only in where they came from are one text to a picture.
    private static IEnumerable<List<TextRun>> AlikeInARow(IEnumerable<TextRun> runs)
    {
        var alike = new List<TextRun>();
        foreach (var run in runs)
        {
            if (alike is [var first, ..] && (first.Bold, first.Underline) != (run.Bold, run.Underline))
            {
                yield return alike;
                alike = [];
            }

            alike.Add(run);
        }

        if (alike.Count > 0)
        {
            yield return alike;
        }
    }

    private static Length WidthOf(DiagramText text, IEnumerable<TextRun> runs) =>
        new(runs.Sum(run => run.Text.Sum(each => text.AdvanceOf(each).Millipoints)));

    private int FontFor(Length size, TextRun run)
    {
        var key = (Hundredths(size), run.Bold, run.Underline);
        if (!_fonts.TryGetValue(key, out var font))
        {
            _fonts.Add(key, font = _emf.CreateFont(_face, key.Item1, run.Bold, run.Underline));
        }

        return font;
    }

    private static int Hundredths(Length length) =>
        (int)decimal.Round(length.Points * 2540 / 72, MidpointRounding.AwayFromZero);
}
