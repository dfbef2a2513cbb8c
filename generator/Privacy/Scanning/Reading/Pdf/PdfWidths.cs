namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Widths of glyphs: enough to tell letters of one word from words apart.</summary>
internal sealed class PdfWidths
{
    private const int MostSteps = 200_000;

    private readonly Dictionary<int, double> _widths;
    private readonly double _other;

    private PdfWidths(Dictionary<int, double> widths, double other) => (_widths, _other) = (widths, other);

    public double Of(int code) => _widths.GetValueOrDefault(code, _other);

    public static PdfWidths OfSimple(PdfDictionary font, PdfObjects objects, int revision)
    {
        var first = font.Whole("FirstChar");
        var widths = objects.Items(font.Find("Widths"), revision).Take(256).OfType<PdfNumber>()
            .Select((width, index) => (Code: first + index, width.Value))
            .DistinctBy(each => each.Code)
            .ToDictionary(each => each.Code, each => each.Value);
        return new(widths, 500);
    }

    /// <summary>Codes are taken for character ids, as with the usual identity map.</summary>
    public static PdfWidths OfComposite(PdfDictionary descendant, PdfObjects objects, int revision)
    {
        var widths = new Dictionary<int, double>();
        var steps = 0;
        var items = objects.Items(descendant.Find("W"), revision).Take(100_000).ToList();
        for (var i = 0; i + 1 < items.Count;)
        {
            if (items[i] is not PdfNumber first)
            {
                i++;
            }
            else if (items[i + 1] is PdfArray list)
            {
                for (var k = 0; k < list.Items.Count && ++steps < MostSteps; k++)
                {
                    widths[first.Whole + k] = list.Items[k] is PdfNumber width ? width.Value : 1000;
                }

                i += 2;
            }
            else
            {
                if (items[i + 1] is PdfNumber last && i + 2 < items.Count && items[i + 2] is PdfNumber same)
                {
                    for (var code = first.Whole; code <= last.Whole && ++steps < MostSteps; code++)
                    {
                        widths[code] = same.Value;
                    }
                }

                i += 3;
            }
        }

        return new(widths, descendant.Whole("DW", 1000));
    }
}
