using System.Text.RegularExpressions;

namespace PiiDocs.Core.Identifiers;

/// <summary>The form of 文号: letters of office and kind, year in 〔〕, number without leading zeros, 号.</summary>
/// <remarks>Which letters an office uses is data and not looked at here.</remarks>
public static partial class DocumentNumber
{
    public static bool IsValid(string number) => Pattern().IsMatch(number);

    // The unified business system writes the number with a Z in front.
    [GeneratedRegex(@"\A\p{IsCJKUnifiedIdeographs}{2,}〔(?:19|20)[0-9]{2}〕Z?[1-9][0-9]*号\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
