using System.Globalization;
using System.Text;

namespace PiiDocs.Web;

/// <summary>Writes HTML text: everything that comes from a document is escaped, and nothing else is written by hand elsewhere.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _output = new();

    /// <summary>Markup of ours, as it stands.</summary>
    public HtmlText Markup(string markup)
    {
        _output.Append(markup);
        return this;
    }

    /// <summary>Text of a document, escaped for an element's content or an attribute in double quotes.</summary>
    public HtmlText Text(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _output.Append("&amp;"),
                '<' => _output.Append("&lt;"),
                '>' => _output.Append("&gt;"),
                '"' => _output.Append("&quot;"),
                _ => _output.Append(character),
            };
        }

        return this;
    }

    public override string ToString() => _output.ToString();

    /// <summary>A number as CSS writes it.</summary>
    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
