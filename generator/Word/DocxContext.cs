using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word;

/// <summary>What the parts of one reading share: the styles, the fields, and which paragraph is being read.</summary>
/// <param name="styles">The file's styles.</param>
/// <param name="fields">The fields that content controls lead to.</param>
/// <param name="options">How tracked changes are read.</param>
/// <param name="report">Where findings go.</param>
internal sealed class DocxContext(
    DocxStyleNames styles,
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
        [.. from name in new[] { "ind", "jc", "pBdr", "shd", "framePr" } select Xml.W + name];

    private int _paragraph;
    private bool _isByHandReported;
    private bool _isHiddenReported;

    public required DocxFigures Figures { get; init; }

    public void BeginParagraph()
    {
        _paragraph++;
        _isByHandReported = false;
        _isHiddenReported = false;
    }

    /// <summary>The origin of the paragraph being read: where it stands in the file.</summary>
    public Origin Place => new(report.PlaceOf(_paragraph), [], Verbatim: false);

    /// <summary>The style an id means; body text, and a report, where it means none.</summary>
    public StyleMatch StyleOf(string? id)
    {
        if (styles.Find(id, out var shown) is { } match)
        {
            return match;
        }

        report.Add(_paragraph, at => WordErrors.UnknownStyle(at, _paragraph, shown));
        return new("body");
    }

    /// <summary>The origin of what stands in a content control, if the control is ours.</summary>
    public Origin? OriginOf(XElement control)
    {
        var origin = fields.OriginOf(control, out var isLost);
        if (isLost)
        {
            report.Add(_paragraph, at => WordErrors.LostField(at, _paragraph));
        }

        return origin;
    }

    /// <summary>Whether the content of a tracked change is part of the text.</summary>
    public bool Keeps(XElement change) =>
        options.AcceptChanges == (change.Name == Xml.W + "ins" || change.Name == Xml.W + "moveTo");

    public void CannotRepresent(string chinese, string english) =>
        report.Add(_paragraph, at => WordErrors.NotRepresentable(at, _paragraph, new(chinese, english)));

    public void NoticeHidden()
    {
        if (!_isHiddenReported)
        {
            _isHiddenReported = true;
            CannotRepresent("隐藏文字", "hidden text");
        }
    }

    public void NoticeLooks(XElement? runProperties)
    {
        if (runProperties?.Elements().Any(each => HandMadeLooks.Contains(each.Name) && Xml.IsOn(each)) == true)
        {
            ReportByHand();
        }
    }

    public void NoticeLayout(IEnumerable<XElement>? paragraphProperties)
    {
        if (paragraphProperties?.Any(each => HandMadeLayouts.Contains(each.Name) || IsSpacing(each)) == true)
        {
            ReportByHand();
        }
    }

    // Some editors write "no space" into every cell, which is what the style says anyway.
    private static bool IsSpacing(XElement property) =>
        property.Name == Xml.W + "spacing" && property.Attributes().Any(each => each.Value != "0");

    private void ReportByHand()
    {
        if (!_isByHandReported)
        {
            _isByHandReported = true;
            report.Add(_paragraph, at => WordErrors.FormattedByHand(at, _paragraph));
        }
    }
}

/// <summary>Findings about a file, placed by paragraph.</summary>
/// <param name="places">The places of its paragraphs.</param>
/// <param name="diagnostics">Where findings go.</param>
internal sealed class DocxReport(ParagraphPlaces places, DiagnosticBag diagnostics)
{
    public void Add(int paragraph, Func<SourceLocation, Diagnostic> finding) => diagnostics.Add(finding(PlaceOf(paragraph)));

    public SourceLocation PlaceOf(int paragraph) => places.At(paragraph);
}
