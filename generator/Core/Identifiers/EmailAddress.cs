using System.Text.RegularExpressions;

namespace PiiDocs.Core.Identifiers;

/// <summary>E-mail addresses as people write them: ASCII, no quoting, a domain of at least two parts.</summary>
public static partial class EmailAddress
{
    public static bool IsValid(string address) => Pattern().IsMatch(address);

    [GeneratedRegex(@"\A[0-9A-Za-z_.+-]+@[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
