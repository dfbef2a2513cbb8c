using System.Globalization;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Puts the number below the text of each page.</summary>
internal sealed class PageNumberSetter(
    PageNumbering numbering,
    PageGeometry page,
    ParagraphFormat format,
    ShortTextSetter texts)
{
    private const int Decoration = -1;

    public void Set(OpenPage open)
    {
        var text = numbering.Before + open.Number.ToString(CultureInfo.InvariantCulture) + numbering.After;
        var indent = numbering.Size * numbering.SideIndent;
        var place = new LinePlace(
            page.Left + indent,
            page.TextWidth - (indent * 2),
            page.Height - page.Bottom + numbering.Distance,
            Decoration);
        texts.Set([new TextRun(text)], Aligned(open.Number), place, open);
    }

    // Bound at the left and printed on both sides: odd pages have their outer edge at the right (GB/T 9704-2012, 7.5).
    private ParagraphFormat Aligned(int number) =>
        numbering.Position switch
        {
            PageNumberPosition.Centre => format.AlignedAs(TextAlignment.Centre),
            PageNumberPosition.Outside when number % 2 == 1 => format.AlignedAs(TextAlignment.Right),
            _ => format.AlignedAs(TextAlignment.Left),
        };
}
