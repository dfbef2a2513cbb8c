using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Sets a text of one line outside the flow: a page number, a label of a figure.</summary>
internal sealed class ShortTextSetter(Flow flow, ParagraphLayouter paragraphs, LineSetter lines)
{
    public void Set(ImmutableArray<Inline> text, ParagraphFormat format, in LinePlace place, OpenPage page)
    {
        var index = paragraphs.Break(paragraphs.Shape(text, format), format, place.Room, place.Element);
        lines.Set(flow.Lines[flow.Paragraphs[index].FirstLine], format, place, page);
    }
}
