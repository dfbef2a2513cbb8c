using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>What a plain (unquoted) scalar means: YAML 1.2's core schema, minus what would ruin an identifier.</summary>
/// <remarks>
/// Stay text, as written: numbers with leading zeros (0012), with a plus sign (+86…), of more than 14 digits (ID cards, bank
/// cards), hexadecimal and octal ones, <c>.inf</c> and <c>.nan</c>; dates and times, which the core schema leaves alone;
/// <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c>, which were flags in YAML 1.1 only.
/// </remarks>
internal static partial class YamlScalars
{
    // Sums and counts stay far below; the shortest identifier that looks like a number is a 15-digit ID card.
    private const int LongestInteger = 14;

    public static DataNode Read(string written, FieldPath path, SourceLocation at) => written switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new DataNull { Path = path, Location = at },
        "true" or "True" or "TRUE" => new DataFlag(true) { Path = path, Location = at },
        "false" or "False" or "FALSE" => new DataFlag(false) { Path = path, Location = at },
        _ when MayBeNumber(written[0]) && IsNumber(written) && ExactNumber.TryRead(written, out var value) =>
            new DataNumber(value, written) { Path = path, Location = at },
        _ => new DataText(written) { Path = path, Location = at },
    };

    // Most scalars are words: these need no pattern to tell.
    private static bool MayBeNumber(char first) => first is '-' or '.' || char.IsAsciiDigit(first);

    private static bool IsNumber(string written) =>
        NumberPattern().Match(written) is { Success: true } match && match.Groups["integer"].Length <= LongestInteger;

    [GeneratedRegex(@"^-?(?:(?<integer>0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
