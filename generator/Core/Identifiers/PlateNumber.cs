using System.Text.RegularExpressions;

namespace PiiDocs.Core.Identifiers;

/// <summary>Licence plates of motor vehicles, GA 36: ordinary, trailer, training, police, cross-border, and new-energy ones.</summary>
public static partial class PlateNumber
{
    public static bool IsValid(string number) => Pattern().IsMatch(number);

    [GeneratedRegex(
        @"\A[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]"
        + @"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
