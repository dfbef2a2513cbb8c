using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Finds where an edited file no longer looks as its style sheet says: styles gone or changed, letters set by hand.</summary>
/// <param name="styles">The styles of the file; null where it has none.</param>
/// <param name="sheet">The style sheet it was made in.</param>
/// <param name="places">The places of its paragraphs.</param>
internal sealed class StyleDamage(XElement? styles, StyleSheet sheet, ParagraphPlaces places)
{
    private readonly DocxStyleNames _names = new(styles, sheet);

    /// <summary>The styles that the document needs and that are not as they were made.</summary>
    /// <param name="needed">Names in the style sheet.</param>
    public IEnumerable<Diagnostic> InStyles(IEnumerable<string> needed)
    {
        // By the name users see: an editor that saves the file may give every style another id.
        var byName = styles?.Elements(Xml.W + "style").Where(style => Xml.Value(style, "type") == "paragraph")
            .GroupBy(style => Xml.Value(style.Element(Xml.W + "name"), "val") ?? "", StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal) ?? [];
        foreach (var style in needed.Order(StringComparer.Ordinal).Select(name => sheet.Paragraphs[name]))
        {
            if (!byName.TryGetValue(style.Title, out var found))
            {
                yield return WordErrors.StyleGone(places.At(0), style.Title);
            }
            else if (!IsAsMade(found, style))
            {
                yield return WordErrors.StyleChanged(places.At(0), style.Title);
            }
        }
    }

    /// <summary>The paragraphs whose letters are of another face, size or colour than their style's.</summary>
    /// <param name="paragraphs">Each with its number.</param>
    public IEnumerable<Diagnostic> InLetters(IEnumerable<(int Number, XElement Paragraph)> paragraphs) =>
        from each in paragraphs
        let match = _names.Find(Xml.Value(each.Paragraph.Element(Xml.W + "pPr")?.Element(Xml.W + "pStyle"), "val"), out _)
        where match is { IsSeparator: false, IsPageBreak: false } && sheet.Paragraphs.ContainsKey(match.Style)
        let style = sheet.Paragraphs[match.Style]
        where each.Paragraph.Descendants(Xml.W + "r").Where(ShowsText).Any(run => IsSetByHand(run.Element(Xml.W + "rPr"), style))
        select WordErrors.SetByHand(places.At(each.Number), each.Number);

    private bool IsAsMade(XElement found, ParagraphStyle style)
    {
        var letters = found.Element(Xml.W + "rPr");
        var face = Xml.Value(letters?.Element(Xml.W + "rFonts"), "eastAsia");
        var size = Xml.Value(letters?.Element(Xml.W + "sz"), "val");
        var alignment = Xml.Value(found.Element(Xml.W + "pPr")?.Element(Xml.W + "jc"), "val");
        return face == sheet.Fonts[style.FontRole].WordFace
            && size == DocxStyles.HalfPoints(style.Size)
            && AlignmentOf(alignment) == style.Alignment;
    }

    private bool IsSetByHand(XElement? letters, ParagraphStyle style)
    {
        var role = sheet.Fonts[style.FontRole];
        var fonts = letters?.Element(Xml.W + "rFonts");
        return (Xml.Value(fonts, "eastAsia") is { } face && face != role.WordFace && !role.Faces.Contains(face))
            || (Xml.Value(letters?.Element(Xml.W + "sz"), "val") is { } size && size != DocxStyles.HalfPoints(style.Size))
            || Xml.Value(letters?.Element(Xml.W + "color"), "val") is not (null or "auto" or "000000");
    }

    private static bool ShowsText(XElement run) => run.Elements(Xml.W + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value));

    private static TextAlignment AlignmentOf(string? value) => value switch
    {
        "left" or "start" => TextAlignment.Left,
        "center" => TextAlignment.Centre,
        "right" or "end" => TextAlignment.Right,
        _ => TextAlignment.Justify,
    };
}
