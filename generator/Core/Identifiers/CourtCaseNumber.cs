using System.Text.RegularExpressions;

namespace PiiDocs.Core.Identifiers;

/// <summary>The form of a court's 案号: year in full-width brackets, court, kind, number, 号 (法〔2015〕137号).</summary>
public static partial class CourtCaseNumber
{
    public static bool IsValid(string number) => Pattern().IsMatch(number);

    [GeneratedRegex(
        @"\A（(?:19|20)[0-9]{2}）\p{IsCJKUnifiedIdeographs}{1,4}[0-9]{0,4}\p{IsCJKUnifiedIdeographs}{1,6}[1-9][0-9]*号(?:之[一二三四五六七八九十]+)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
