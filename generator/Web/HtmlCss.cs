using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>The look of a style sheet in CSS: sizes relative to body text, so that a reader can enlarge the page.</summary>
internal static class HtmlCss
{
    /// <summary>The declarations of one paragraph style.</summary>
    public static string Of(ParagraphStyle style, StyleSheet sheet)
    {
        var em = HtmlText.Number(Math.Round(style.Size.Millipoints / (decimal)sheet.Body.Size.Millipoints, 3));
        var declarations = new List<string>
        {
            $"font-family:{Family(sheet, style.FontRole)}",
            $"font-size:{em}em",
            $"text-align:{Align(style.Alignment)}",
            $"margin:{HtmlText.Number(style.LinesBefore * 1.8m)}em {HtmlText.Number(style.RightIndent)}em {HtmlText.Number(style.LinesAfter * 1.8m)}em {HtmlText.Number(style.LeftIndent)}em",
            $"text-indent:{HtmlText.Number(style.FirstLineIndent)}em",
        };
        if (style.Bold)
        {
            declarations.Add("font-weight:bold");
        }
        else if (style.Role is ParagraphRole.Title or ParagraphRole.Heading)
        {
            // Browsers embolden headings; the typeface of the role is weight enough.
            declarations.Add("font-weight:normal");
        }

        if (style.Color != "000000")
        {
            declarations.Add($"color:#{style.Color}");
        }

        return string.Join(';', declarations);
    }

    /// <summary>The faces of a role, the reader's own first, then a kind of face every system has.</summary>
    public static string Family(StyleSheet sheet, string role)
    {
        var faces = sheet.Fonts.TryGetValue(role, out var font) ? font.Faces.Prepend(font.WordFace).Distinct().Take(5).Select(face => $"'{face}'") : [];
        return string.Join(',', faces.Append(role == "黑体" ? "sans-serif" : "serif"));
    }

    private static string Align(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Centre => "center",
        TextAlignment.Right => "right",
        TextAlignment.Left => "left",
        _ => "justify",
    };
}
