using System.Buffers;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases.Writing;

/// <summary>Text in YAML's spellings: plain where nothing can be mistaken, then single quotes, then double.</summary>
internal static partial class YamlText
{
    // YAML 1.1 readers also end lines at U+0085, U+2028 and U+2029.
    private static readonly SearchValues<char> LineMarks = SearchValues.Create("\n\r\t\u0085\u2028\u2029\uFEFF");

    /// <summary>The spelling that stays nearest to the old one.</summary>
    /// <param name="text">The new value.</param>
    /// <param name="old">The old value as the file has it; empty for a field without a value.</param>
    /// <param name="indent">The indentation of the block's lines, where <paramref name="old"/> is a block.</param>
    public static string Write(string text, string old, string indent) => old switch
    {
        ['|' or '>', ..] when BlockChomping(text) is { } chomping =>
            $"|{chomping}{Block(text, indent)}".Replace("\n", old.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n", StringComparison.Ordinal),
        ['"', ..] => JsonText.Quote(text),
        ['\'', ..] when IsOneLine(text) => SingleQuoted(text),
        _ when IsPlain(text) => text,
        _ when IsOneLine(text) => SingleQuoted(text),
        _ => JsonText.Quote(text),
    };

    private static string SingleQuoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Block(string text, string indent) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"\n{indent}{line}"));

    /// <summary>The mark behind <c>|</c> for the line ends at the end; null where a block cannot hold the text.</summary>
    private static string? BlockChomping(string text) =>
        !BlockPattern().IsMatch(text) ? null : text.EndsWith('\n') ? "" : "-";

    private static bool IsPlain(string text) =>
        PlainPattern().IsMatch(text) && IsOneLine(text) && YamlScalars.Read(text, FieldPath.Root, default) is DataText;

    private static bool IsOneLine(string text) => !text.AsSpan().ContainsAny(LineMarks);

    // Begins with a letter (a rare one is two units) or a digit; no comma or bracket (they end a value inside brackets), no ": " and no " #".
    [GeneratedRegex(@"\A[\p{L}\p{N}\uD800-\uDBFF](?:[^,\[\]{}:#""']|:(?!\s|\z)|(?<!\s)#)*(?<!\s)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();

    [GeneratedRegex(@"\A[^\s][^\r\t\u0085\u2028\u2029\uFEFF]*[^\s]\n?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BlockPattern();
}
