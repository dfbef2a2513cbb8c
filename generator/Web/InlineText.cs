using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>The words of a paragraph: forced line ends as line ends, page numbers left out, since a page of the web has none.</summary>
internal static class InlineText
{
    public static string Of(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        TextRun run => run.Text,
        LineBreak => "\n",
        _ => "",
    }));
}
