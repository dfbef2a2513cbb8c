using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Replaces in running text what tells who is who: names, numbers, addresses of the case, the longest first.</summary>
internal sealed class NarrativeMask
{
    private readonly Dictionary<string, string> _replacements = new(StringComparer.Ordinal);
    private readonly Regex? _pattern;

    public NarrativeMask(
        ImmutableDictionary<string, string> names, ImmutableArray<string> numbers, ImmutableArray<string> addresses, RedactionPolicy policy)
    {
        foreach (var (name, pseudonym) in names)
        {
            _replacements[name] = pseudonym;
        }

        foreach (var number in numbers)
        {
            _replacements.TryAdd(number, policy.Blank);
        }

        foreach (var address in addresses)
        {
            _replacements.TryAdd(address, policy.District.Match(address) is { Success: true } district ? district.Value : policy.Blank);
        }

        if (_replacements.Count > 0)
        {
            // At one place the first alternative that fits is taken: 王小明明 before 王小明.
            var alternatives = _replacements.Keys.OrderByDescending(value => value.Length).ThenBy(value => value, StringComparer.Ordinal);
            _pattern = new(string.Join('|', alternatives.Select(Regex.Escape)), RegexOptions.CultureInvariant);
        }
    }

    public string Apply(string text) => _pattern?.Replace(text, match => _replacements[match.Value]) ?? text;
}
