using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>What the parts of one reading share: the styles, the fields, and which paragraph is being read.</summary>
/// <param name="styles">The file's styles.</param>
/// <param name="sheet">The styles of the document.</param>
/// <param name="fields">The fields that content controls lead to.</param>
/// <param name="options">How tracked changes are read.</param>
/// <param name="report">Where findings go.</param>
internal sealed class DocxContext(
    DocxStyleNames styles,
    StyleSheet sheet,
    DocxFields fields,
    DocxReadOptions options,
    DocxReport report)
{
    // Beyond these a run is formatted by hand. Fonts and language Word writes by itself while one types.
    private static readonly HashSet<XName> HandMadeLooks =
    [
        .. from name in new[] { "i", "strike", "dstrike", "caps", "smallCaps", "vertAlign", "highlight", "shd", "outline", "shadow", "emboss" }
           select Xml.W + name,
    ];

    private static readonly HashSet<XName> HandMadeLayouts =
        [.. from name in new[] { "ind", "pBdr", "shd", "framePr" } select Xml.W + name];

    private int _paragraph;

    public required DocxFigures Figures { get; init; }

    public required ListNumbering Lists { get; init; }

    /// <summary>Whether the file is of other origin than ours.</summary>
    public bool IsForeign => report.IsForeign;

    public void BeginParagraph() => _paragraph++;

    /// <summary>The origin of the paragraph being read: where it stands in the file.</summary>
    public Origin Place => new(report.PlaceOf(_paragraph), [], Verbatim: false);

    /// <summary>The style an id means; body text, and a report, where it means none.</summary>
    /// <param name="id">The id of the paragraph's style; null where it has none.</param>
    /// <param name="cell">The style that text of other origin takes in the cell of a table; null outside of tables.</param>
    public StyleMatch StyleOf(string? id, string? cell)
    {
        if (styles.Find(id, out var shown) is { } match)
        {
            return match.IsForeign && cell is not null ? match with { Style = match.IsOfHeader ? sheet.Tables.HeaderStyle : cell } : match;
        }

        report.Add(_paragraph, ("PD5006", $"{shown} {cell}"), (at, paragraphs) => WordErrors.UnknownStyle(at, paragraphs, shown, cell is not null));
        return new(cell ?? "body") { IsForeign = true };
    }

    /// <summary>The number of the paragraph read last.</summary>
    public int Paragraph => _paragraph;

    /// <summary>The style of a table and those it is based on, in this order; the default one where it names none.</summary>
    public IEnumerable<XElement> TableStyles(string? id) => styles.TableStyles(id);

    public void NoticePartlyRuled(int paragraph) => report.Add(paragraph, ("PD5010", ""), WordErrors.PartlyRuled);

    /// <summary>The list a paragraph belongs to, by itself or by its style.</summary>
    public ListPlace ListOf(XElement? properties) => styles.ListOf(properties);

    /// <summary>The origin of what stands in a content control, if the control is ours.</summary>
    public Origin? OriginOf(XElement control)
    {
        var origin = fields.OriginOf(control, out var isLost);
        if (isLost)
        {
            report.Add(_paragraph, ("PD5009", ""), WordErrors.LostField);
        }

        return origin;
    }

    /// <summary>Whether the content of a tracked change is part of the text.</summary>
    public bool Keeps(XElement change) =>
        options.AcceptChanges == (change.Name == Xml.W + "ins" || change.Name == Xml.W + "moveTo");

    public void CannotRepresent(string chinese, string english) =>
        report.Add(_paragraph, ("PD5007", english), (at, paragraphs) => WordErrors.NotRepresentable(at, paragraphs, new(chinese, english)));

    public void NoticeLooks(XElement? runProperties)
    {
        if (runProperties?.Elements().Any(each => HandMadeLooks.Contains(each.Name) && Xml.IsOn(each)) == true)
        {
            NoticeByHand();
        }
    }

    public void NoticeLayout(IEnumerable<XElement>? paragraphProperties)
    {
        if (paragraphProperties?.Any(each => HandMadeLayouts.Contains(each.Name) || IsSpacing(each)) == true)
        {
            NoticeByHand();
        }
    }

    public void NoticeByHand() => report.Add(_paragraph, ("PD5008", ""), WordErrors.FormattedByHand);

    // Some editors write "no space" into every cell, which is what the style says anyway.
    private static bool IsSpacing(XElement property) =>
        property.Name == Xml.W + "spacing" && property.Attributes().Any(each => each.Value != "0");
}
