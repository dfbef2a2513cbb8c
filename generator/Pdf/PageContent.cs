using System.Diagnostics;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Writes what stands on a page, each piece marked with the element it belongs to.</summary>
internal static class PageContent
{
    public static PdfBuffer Write(Page page, PdfReference reference, Parts parts)
    {
        var output = new PdfBuffer(8192);
        var content = new ContentStream(output, page.Height);
        for (var start = 0; start < page.Items.Length;)
        {
            var element = page.Items[start].Element;
            var end = start + 1;
            while (end < page.Items.Length && page.Items[end].Element == element)
            {
                end++;
            }

            Begin(content, element, parts);
            if (element >= 0)
            {
                parts.Bookmarks.Note(element, reference, page.Height - TopOf(page.Items[start]));
            }

            foreach (var item in page.Items.AsSpan(start..end))
            {
                Draw(content, item, parts);
            }

            End(content, parts);
            start = end;
        }

        return output;
    }

    private static void Begin(ContentStream content, int element, Parts parts)
    {
        if (parts.Structure is not { } structure)
        {
            return;
        }

        if (element < 0)
        {
            content.BeginArtifact();
        }
        else
        {
            content.BeginElement(structure.TagOf(element), structure.Mark(element));
        }
    }

    private static void End(ContentStream content, Parts parts)
    {
        if (parts.Structure is null)
        {
            content.EndText();
        }
        else
        {
            content.EndMarked();
        }
    }

    private static void Draw(ContentStream content, PageItem item, Parts parts)
    {
        switch (item)
        {
            case GlyphRun run:
                if (parts.Fonts.Of(run.Face) is { } font)
                {
                    content.Draw(run, new(font, run.Direction == RunDirection.Vertical ? parts.Fonts.VerticalOf(font) : null));
                }

                break;
            case Rule rule:
                content.Draw(rule);
                break;
            default:
                throw new UnreachableException($"no PDF form for {item.GetType().Name}");
        }
    }

    private static Length TopOf(PageItem item) => item switch
    {
        GlyphRun run => run.Baseline - run.Size,
        Rule rule => rule.Y1 < rule.Y2 ? rule.Y1 : rule.Y2,
        _ => Length.Zero,
    };
}
