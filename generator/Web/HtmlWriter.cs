using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>Writes a document as one self-contained page: no script, no font, no picture from anywhere else.</summary>
public static class HtmlWriter
{
    /// <summary>A page for an office's site; readable from a phone to a printer, and by screen readers.</summary>
    public static string Write(Document document)
    {
        var used = document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Style).Distinct().Order(StringComparer.Ordinal).ToList();
        var html = new HtmlText()
            .Markup("<!DOCTYPE html>\n<html lang=\"").Text(document.Info.Language).Markup("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Text(document.Info.Title)
            .Markup("</title>\n<style>\n").Markup(PageCss(document.Styles)).Markup(StyleCss(used, document.Styles))
            .Markup("</style>\n</head>\n<body>\n<main>\n");
        new HtmlBlocks(document, html, style => $"class=\"{style.Name}\"").Write();
        return html.Markup("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The inside of a WeChat article: every declaration in the element it is for, since the editor drops style sheets and classes.</summary>
    public static string WriteArticle(Document document)
    {
        var html = new HtmlText().Markup("<section style=\"font-size:17px;line-height:1.8;color:#222;word-break:break-word\">\n");
        new HtmlBlocks(document, html, style => $"style=\"{HtmlCss.Of(style, document.Styles).Replace('"', '\'')}\"").Write();
        return html.Markup("</section>\n").ToString()
            .Replace("<table>", "<table style=\"border-collapse:collapse;width:100%;font-size:15px\">", StringComparison.Ordinal)
            .Replace(" style=\"text-align:", " style=\"border:1px solid #888;padding:6px;text-align:", StringComparison.Ordinal);
    }

    private static string PageCss(StyleSheet styles) => $$$"""
        :root{color-scheme:light dark}
        body{margin:0;background:#f5f5f3;color:#111;font-family:{{{HtmlCss.Family(styles, styles.Body.FontRole)}}};font-size:1.125rem;line-height:1.8}
        main{box-sizing:border-box;max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;background:#fff;overflow-wrap:break-word}
        h1,h2,h3,h4,p{line-height:1.8}
        table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.95em;display:block;overflow-x:auto}
        th,td{border:1px solid #555;padding:.35em .6em;vertical-align:top;min-width:4em}
        hr{border:0;border-top:1px solid #999;margin:2em 0}
        @media(prefers-color-scheme:dark){body{background:#1b1b1b;color:#eee}main{background:#222}th,td{border-color:#888}}
        @media print{body{background:#fff}main{max-width:none;padding:0}hr{break-after:page;border:0}}

        """;

    private static string StyleCss(IEnumerable<string> names, StyleSheet styles) => string.Concat(
        names.Where(styles.Paragraphs.ContainsKey).Select(name => $".{name}{{{HtmlCss.Of(styles.Paragraphs[name], styles)}}}\n"));
}
