using System.Diagnostics;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Lays the blocks of a document one below the other and says where pages may begin.</summary>
internal sealed class FlowBuilder(Flow flow, Formats formats, ParagraphLayouter paragraphs, TableLayouter tables)
{
    // The paragraph just laid; null at the start of the text and after a table.
    private ParagraphStyle? _before;
    private Length _after;
    private bool _announced;
    private bool _startsPage;

    public void Add(Document document)
    {
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            switch (document.Blocks[i])
            {
                case Paragraph paragraph:
                    AddParagraph(paragraph, FormatOf(document, i, paragraph), document.Styles.Page.TextWidth);
                    AddStamp(document, i, paragraph.Style);
                    break;
                case Table table:
                    tables.Add(table, document.Styles, new(_after, KeepWithBefore(null)));
                    (_before, _after, _startsPage, _announced) = (null, Length.Zero, false, false);
                    break;
                case Diagram diagram:
                    AddFigure(diagram, document.Styles.Page);
                    break;
                case PageBreak:
                    _startsPage = true;
                    break;
                case { } block:
                    throw new UnreachableException($"no layout for {block.GetType().Name}");
            }
        }
    }

    private ParagraphFormat FormatOf(Document document, int index, Paragraph paragraph)
    {
        var format = formats.Of(paragraph.Style, paragraph.Origin);
        return SignatureBlock.Holds(format.Style)
            ? format with { Right = document.Styles.Page.CharacterPitch * SignatureBlock.RightIndentAt(document.Blocks, index, document.Styles) }
            : format;
    }

    private void AddParagraph(Paragraph paragraph, ParagraphFormat format, Length width)
    {
        var style = format.Style;
        var element = flow.Structure.AddParagraph(style, paragraph.Inlines);
        var index = paragraphs.Break(paragraphs.Shape(paragraph.Inlines, format), format, width, element);
        var lines = flow.Paragraphs[index].LineCount;
        var space = format.SpaceBefore;

        // Neighbours of one style stand close, as in Word's contextual spacing.
        var between = ReferenceEquals(_before, style) ? Length.Zero : _after + space;
        flow.Boxes.Add(new(BoxKind.Line, index, 0, format.LinePitch, between, space, KeepWithBefore(style)));
        for (var line = 1; line < lines; line++)
        {
            flow.Boxes.Add(new(
                BoxKind.Line, index, line, format.LinePitch, Length.Zero, Length.Zero, KeepInside(style, line, lines)));
        }

        (_before, _after, _startsPage, _announced) = (style, format.SpaceAfter, false, paragraph.Announces);
    }

    // The box comes after the lines that the stamp goes over, and never leaves their page.
    private void AddStamp(Document document, int index, string style)
    {
        var styles = document.Styles;
        if (styles.Seal is not { } seal || !seal.IsShownIn(document.Info)
            || styles.Paragraphs.GetValueOrDefault(style) is not { Role: ParagraphRole.Seal })
        {
            return;
        }

        var (x, above) = SignatureBlock.StampAt(document.Blocks, index, styles, seal);
        flow.Stamps.Add(new(seal, x, above));
        flow.Boxes.Add(new(
            BoxKind.Stamp, flow.Stamps.Count - 1, 0, Length.Zero, Length.Zero, Length.Zero, BoxBreak.Avoid));
    }

    private void AddFigure(Diagram diagram, PageGeometry page)
    {
        var drawing = DiagramLayout.OnPage(diagram, page);
        flow.Figures.Add(new(drawing, flow.Structure.AddFigure(diagram.Description)));
        flow.Boxes.Add(new(
            BoxKind.Figure, flow.Figures.Count - 1, 0, drawing.Height, _after, Length.Zero, KeepWithBefore(null)));
        (_before, _after, _startsPage, _announced) = (null, Length.Zero, false, false);
    }

    private BoxBreak KeepWithBefore(ParagraphStyle? style)
    {
        if (_startsPage || style is { PageBreakBefore: true })
        {
            return BoxBreak.Must;
        }

        // Names and seal stand below the last lines of text, never on a page of their own (GB/T 9704-2012, 7.3.5.5).
        var isKept = _announced
            || _before is { KeepWithNext: true }
            || style is { Role: ParagraphRole.Signature or ParagraphRole.Seal };
        return isKept ? BoxBreak.Avoid : BoxBreak.Allowed;
    }

    // At least two lines at the foot of a page and two at the head of the next.
    private static BoxBreak KeepInside(ParagraphStyle style, int line, int lines) =>
        style.KeepTogether || line < 2 || lines - line < 2 ? BoxBreak.Avoid : BoxBreak.Allowed;
}
