using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>A notice for the first page of an App: the text as data, for whoever builds the page.</summary>
public static class AppNotice
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><c>{"type","title","date","language","paragraphs":[{"style","text"}],"tables":[[["…"]]],"html"}</c>; the last is the same for an App that shows a page.</summary>
    public static string Write(Document document) => JsonSerializer.Serialize(
        new
        {
            Type = document.Info.TypeId,
            document.Info.Title,
            Date = document.Info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            document.Info.Language,
            Paragraphs = document.Blocks.OfType<Paragraph>().Select(each => new { each.Style, Text = InlineText.Of(each.Inlines) }),
            Tables = document.Blocks.OfType<Table>().Select(table =>
                table.Rows.Select(row => row.Cells.Select(cell => string.Join('\n', cell.Paragraphs.Select(each => InlineText.Of(each.Inlines)))))),
            Html = HtmlWriter.WriteArticle(document),
        },
        Options) + "\n";
}
