using System.Text;
using System.Text.RegularExpressions;

namespace PiiDocs.Cases.Writing;

/// <summary>Text and numbers in JSON's spelling.</summary>
internal static partial class JsonText
{
    /// <summary>In double quotes; only what must be escaped is, so that Chinese stays legible.</summary>
    /// <remarks>The escapes are YAML's too, so a double-quoted YAML scalar is made the same way.</remarks>
    public static string Quote(string text)
    {
        var output = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => output.Append($"\\u{(int)c:X4}"),
                _ => output.Append(c),
            };
        }

        return output.Append('"').ToString();
    }

    public static bool IsNumber(string text) => NumberPattern().IsMatch(text);

    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
