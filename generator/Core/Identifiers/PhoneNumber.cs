using System.Text.RegularExpressions;

namespace PiiDocs.Core.Identifiers;

/// <summary>Telephone numbers of the mainland, and numbers with the area code 000, which nobody has, for tests.</summary>
public static partial class PhoneNumber
{
    public static bool IsValid(string number) => Pattern().IsMatch(number);

    // Mobile; landline with extension; 400 and 800; public service lines such as 12309; synthetic.
    [GeneratedRegex(
        @"\A(?:(?:\+?86)?1[3-9][0-9]{9}"
        + @"|0[1-9][0-9]{1,2}-?[2-8][0-9]{6,7}(?:-[0-9]{1,6})?"
        + @"|[48]00-?[0-9]{3}-?[0-9]{4}"
        + @"|12[0-9]{3}"
        + @"|000-?[0-9]{3,4}-?[0-9]{4})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
