using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>string</c> object.</summary>
internal static partial class StringFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("append", "text with", call => call.Of(call.Text(0) + call.Text(1))),
        Row("base64_decode", "text", Base64Decode),
        Row("base64_encode", "text", call => call.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text(0))))),
        Row("capitalize", "text", call => call.Of(Capitalize(call.Text(0)))),
        Row("capitalizewords", "text", call => call.Of(CapitalizeWords(call.Text(0)))),
        Row("contains", "text value", call => Ask(call, (text, value) => text.Contains(value, StringComparison.Ordinal))),
        Row("downcase", "text", call => Map(call, text => text.ToLowerInvariant())),
        Row("empty", "text", call => call.Of(call.Text(0).Length == 0)),
        Row("ends_with", "text value", call => Ask(call, (text, value) => text.EndsWith(value, StringComparison.Ordinal))),
        Row("equals_ignore_case", "text value",
            call => call.Of(string.Equals(call.TextOrNull(0), call.TextOrNull(1), StringComparison.OrdinalIgnoreCase))),
        Row("escape", "text", call => Map(call, TextEscapes.Escape)),
        Row("handleize", "text", call => call.Of(Handleize(call.Text(0)))),
        Row("hmac_sha1", "text secretKey", call => Keyed(call, (key, data) => HMACSHA1.HashData(key, data))),
        Row("hmac_sha256", "text secretKey", call => Keyed(call, (key, data) => HMACSHA256.HashData(key, data))),
        Row("hmac_sha512", "text secretKey", call => Keyed(call, (key, data) => HMACSHA512.HashData(key, data))),
        Row("index_of", "text search startIndex? count? stringComparison?", IndexOf),
        Row("literal", "text", call => call.IsNull(0) ? call.Of(null) : call.Of($"\"{TextEscapes.Escape(call.Text(0))}\"")),
        Row("lstrip", "text", call => Map(call, text => text.TrimStart())),
        Row("md5", "text", call => Hash(call, MD5.HashData)),
        Row("pad_left", "text width", call => Pad(call, isLeft: true)),
        Row("pad_right", "text width", call => Pad(call, isLeft: false)),
        Row("pluralize", "number singular plural", call => call.Of(call.Int(0) == 1 ? call.Text(1) : call.Text(2))),
        Row("prepend", "text by", call => call.Of(call.Text(1) + call.Text(0))),
        Row("remove", "text remove", call => Replace(call, call.TextOrNull(1), "")),
        Row("remove_first", "text remove", call => ReplaceOnce(call, "", isLast: false)),
        Row("remove_last", "text remove", call => ReplaceOnce(call, "", isLast: true)),
        Row("replace", "text match replace", call => Replace(call, call.TextOrNull(1), call.Text(2))),
        Row("replace_first", "text match replace fromEnd?", call => ReplaceOnce(call, call.Text(2), call[3].Value is true)),
        Row("rstrip", "text", call => Map(call, text => text.TrimEnd())),
        Row("sha1", "text", call => Hash(call, SHA1.HashData)),
        Row("sha256", "text", call => Hash(call, SHA256.HashData)),
        Row("sha512", "text", call => Hash(call, SHA512.HashData)),
        Row("size", "text", call => call.Of(call.Text(0).Length)),
        Row("slice", "text start length?", call => Slice(call, null)),
        Row("slice1", "text start length?", call => Slice(call, 1)),
        Row("split", "text match", Split),
        Row("starts_with", "text value", call => Ask(call, (text, value) => text.StartsWith(value, StringComparison.Ordinal))),
        Row("strip", "text", call => Map(call, text => text.Trim())),
        Row("strip_newlines", "text", call => Map(call, StripNewLines)),
        Row("to_double", "text", call => Parse(call, text =>
            double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null)),
        Row("to_float", "text", call => Parse(call, text =>
            float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null)),
        Row("to_int", "text", call => Parse(call, text =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)),
        Row("to_long", "text", call => Parse(call, text =>
            long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)),
        Row("truncate", "text length ellipsis?", Truncate),
        Row("truncatewords", "text count ellipsis?", TruncateWords),
        Row("upcase", "text", call => Map(call, text => text.ToUpperInvariant())),
        Row("whitespace", "text", call => call.Of(string.IsNullOrWhiteSpace(call.TextOrNull(0)))),
    ];

    /// <summary>A text made of a text; nothing of nothing.</summary>
    private static TracedValue Map(Call call, Func<string, string> change) =>
        call.Of(call.TextOrNull(0) is { } text ? change(text) : null);

    private static TracedValue Ask(Call call, Func<string, string, bool> question) =>
        call.Of(call.TextOrNull(0) is { } text && call.TextOrNull(1) is { } value && question(text, value));

    private static TracedValue Parse(Call call, Func<string, object?> read) => call.Of(call.TextOrNull(0) is { } text ? read(text) : null);

    private static TracedValue Base64Decode(Call call)
    {
        try
        {
            return call.Of(Encoding.UTF8.GetString(Convert.FromBase64String(call.Text(0))));
        }
        catch (FormatException)
        {
            throw call.WrongKind(0, new("Base64 文本", "Base64 text"));
        }
    }

    private static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string text)
    {
        var words = new StringBuilder(text);
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0 || char.IsWhiteSpace(words[i - 1]))
            {
                words[i] = char.ToUpperInvariant(words[i]);
            }
        }

        return words.ToString();
    }

    /// <summary>Lower case, words joined by hyphens, as in a web address.</summary>
    private static string Handleize(string text)
    {
        var handle = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                handle.Append(char.ToLowerInvariant(c));
            }
            else if (handle.Length > 0 && handle[^1] != '-')
            {
                handle.Append('-');
            }
        }

        return handle.ToString().TrimEnd('-');
    }

    private static TracedValue IndexOf(Call call)
    {
        var (text, search) = (call.Text(0), call.Text(1));
        var start = call.IsNull(2) ? 0 : call.Int(2);
        if (start < 0 || start > text.Length)
        {
            throw call.WrongKind(2, new("文本内的位置", "a place inside the text"));
        }

        var count = Math.Clamp(call.IsNull(3) ? int.MaxValue : call.Int(3), 0, text.Length - start);
        var ignoresCase = call.Text(4).Contains("IgnoreCase", StringComparison.Ordinal);
        return call.Of(text.IndexOf(search, start, count, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
    }

    private static TracedValue Pad(Call call, bool isLeft)
    {
        var width = Math.Max(0, call.Int(1));
        call.Evaluator.CheckLength(call.Span, width);
        return call.Of(isLeft ? call.Text(0).PadLeft(width) : call.Text(0).PadRight(width));
    }

    private static TracedValue Replace(Call call, string? match, string by)
    {
        var text = call.TextOrNull(0);
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return call.Of(text);
        }

        call.Evaluator.CheckLength(call.Span, (long)text.Length * Math.Max(1, by.Length));
        return call.Of(text.Replace(match, by, StringComparison.Ordinal));
    }

    private static TracedValue ReplaceOnce(Call call, string by, bool isLast)
    {
        var (text, match) = (call.TextOrNull(0), call.TextOrNull(1));
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return call.Of(text);
        }

        var at = isLast ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        return call.Of(at < 0 ? text : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + match.Length)));
    }

    /// <summary>A start before the beginning takes as much off the length.</summary>
    private static TracedValue Slice(Call call, int? defaultLength)
    {
        var text = call.Text(0);
        long start = call.Int(1);
        long length = call.IsNull(2) ? defaultLength ?? text.Length : call.Int(2);
        start += start < 0 ? text.Length : 0;
        var end = Math.Min(text.Length, start + length);
        start = Math.Max(0, start);
        return call.Of(start >= end ? "" : text[(int)start..(int)end]);
    }

    private static TracedValue Split(Call call)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        var trace = call.Trace;
        IEnumerable<string> parts = match.Length == 0
            ? text.EnumerateRunes().Select(rune => rune.ToString())
            : text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        var array = new ScriptArray(parts.Select(part => new TracedValue(part, trace)));
        call.Evaluator.Step(call.Span, array.Count);
        return new(array, trace);
    }

    private static string StripNewLines(string text) =>
        text.Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);

    private static TracedValue Truncate(Call call)
    {
        var (text, ellipsis) = (call.TextOrNull(0), call.IsNull(2) ? "..." : call.Text(2));
        var length = call.Int(1);
        return call.Of(text is null || text.Length <= length ? text : text[..Math.Max(0, length - ellipsis.Length)] + ellipsis);
    }

    private static TracedValue TruncateWords(Call call)
    {
        var (text, ellipsis) = (call.Text(0), call.IsNull(2) ? "..." : call.Text(2));
        var words = text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Max(0, call.Int(1));
        return call.Of(words.Length <= count ? string.Join(' ', words) : string.Join(' ', words[..count]) + ellipsis);
    }

    private static TracedValue Hash(Call call, Func<byte[], byte[]> hash) =>
        Map(call, text => Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(text))));

    private static TracedValue Keyed(Call call, Func<byte[], byte[], byte[]> hash) =>
        Map(call, text => Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(call.Text(1)), Encoding.UTF8.GetBytes(text))));
}

/// <summary>The escapes of strings in the language.</summary>
internal static class TextEscapes
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\\\"),
                '"' => escaped.Append("\\\""),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\v' => escaped.Append("\\v"),
                '\0' => escaped.Append("\\0"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
