using System.Net;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads HTML as forgivingly as a browser: text by block, attributes, comments, scripts, embedded files.</summary>
internal sealed class HtmlReader(ScannedFile file, ScanSession session)
{
    // A name may be cut by these and still be read as one.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rb",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:personname", "img",
    };

    /// <summary>Lines that only <c>br</c> parts are read together up to this many characters.</summary>
    private const int LongestBlock = 64 * 1024;

    private readonly TextPart _texts = new(file.PartName(""));
    private readonly TextPart _others = new(file.PartName(""));
    private readonly StringBuilder _text = new();
    private readonly BoxedCharacters _boxes = new();
    private int _paragraph = 1;

    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 512)).TrimStart("\uFEFF \r\n\t");
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    public void Read(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                _text.Append(html, at, html.Length - at);
                break;
            }

            _text.Append(html, at, open - at);
            at = ReadMarkup(html, open);
            session.Search(_others, isLast: false);
        }

        Flush();
        _boxes.End(_texts);
        session.Search(_texts, isLast: true);
        session.Search(_others, isLast: true);
    }

    private PlaceUnit Unit => new(UnitKind.Paragraph, _paragraph);

    /// <returns>Where the text goes on.</returns>
    private int ReadMarkup(string html, int open)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0)
        {
            var end = IndexOf(html, "-->", open + 4);
            _others.Add(html[(open + 4)..end], PartKind.Comment, Unit);

            // Word and others hide whole pages in comments.
            return Math.Min(end + 3, html.Length);
        }

        if (open + 1 >= html.Length || !(char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?'))
        {
            _text.Append('<');
            return open + 1;
        }

        var close = EndOfTag(html, open + 1);
        var tag = html[(open + 1)..close];
        var name = NameOf(tag);
        if (name == "br" && _text.Length < LongestBlock)
        {
            _text.Append('\n'); // A value may go on in the next line.
        }
        else if (!Inline.Contains(name))
        {
            Flush();
        }

        ReadAttributes(tag, name);
        close = Math.Min(close + 1, html.Length);
        return tag.StartsWith('/') || name is not ("script" or "style") ? close : ReadRaw(html, close, name);
    }

    private int ReadRaw(string html, int start, string name)
    {
        var end = IndexOf(html, $"</{name}", start, StringComparison.OrdinalIgnoreCase);
        PlainText.Read(html[start..end], new(file.Content, "", file.PartName(name), file.Depth), session);
        return end;
    }

    private static int IndexOf(string html, string word, int start, StringComparison comparison = StringComparison.Ordinal)
    {
        var found = start < html.Length ? html.IndexOf(word, start, comparison) : -1;
        return found < 0 ? html.Length : found;
    }

    private static string NameOf(string tag)
    {
        var start = tag.StartsWith('/') ? 1 : 0;
        var end = start;
        while (end < tag.Length && !char.IsWhiteSpace(tag[end]) && tag[end] is not ('/' or '>'))
        {
            end++;
        }

        return tag[start..end].ToLowerInvariant();
    }

    /// <summary>The closing mark of a tag; one inside a quoted value does not count.</summary>
    private static int EndOfTag(string html, int start)
    {
        var quote = '\0';
        for (var i = start; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ' && html.IndexOf(c, i + 1) >= 0)
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        return html.Length;
    }

    private void ReadAttributes(string tag, string name)
    {
        foreach (var (attribute, raw) in HtmlAttributes.Of(tag))
        {
            var value = WebUtility.HtmlDecode(raw);
            if (value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                ReadEmbedded(value, name);
                continue;
            }

            var kind = attribute is "href" or "src" or "action" ? PartKind.Hyperlink : attribute is "alt" or "title" or "aria-label"
                ? PartKind.AlternativeText
                : name is "meta" ? PartKind.Metadata : PartKind.Attribute;
            _others.Add(kind == PartKind.Hyperlink ? Uri.UnescapeDataString(value) : value, kind, Unit);
        }
    }

    private void ReadEmbedded(string uri, string name)
    {
        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return;
        }

        var body = Uri.UnescapeDataString(uri[(comma + 1)..]);
        var content = uri.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(body) : Encoding.UTF8.GetBytes(body);
        if (content is null || !session.Takes(file.PartName("data:"), content.Length))
        {
            return;
        }

        var inner = new ScannedFile(content, "", file.PartName($"<{session.Shown(name)}> data:"), file.Depth + 1);
        if (Signatures.KindOf(content) == FileKind.Image)
        {
            ImageMetadata.ReadMetadata(inner, session);
            return;
        }

        FileReader.Read(inner, session);
    }

    private static byte[]? FromBase64(string text)
    {
        var clean = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        var content = new byte[(clean.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(clean, content, out var written) ? content[..written] : null;
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            var text = WebUtility.HtmlDecode(_text.ToString());
            _texts.Add(text, PartKind.Body, Unit);
            _boxes.Take(text, Unit, _texts);
            _text.Clear();
            _paragraph++;
            session.Search(_texts, isLast: false);
        }
    }
}
