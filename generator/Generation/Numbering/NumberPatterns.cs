using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Generation.Numbering;

/// <summary>How each kind of document is numbered: <c>templates/_numbering.yaml</c>.</summary>
/// <remarks>An office may number a kind its own way: <c>offices.OFFICE.KIND.pattern</c> goes before <c>types.KIND.pattern</c>.</remarks>
public sealed class NumberPatterns
{
    private readonly ImmutableSortedDictionary<(string Office, string Kind), string> _patterns;

    private NumberPatterns(ImmutableSortedDictionary<(string Office, string Kind), string> patterns) => _patterns = patterns;

    /// <summary>Reads the patterns; null, with diagnostics, where the file cannot be read.</summary>
    public static NumberPatterns? Read(TemplateFolder folder, DiagnosticBag diagnostics)
    {
        if (folder.Read(diagnostics, "_numbering.yaml") is not { } source || CaseReader.Read(source, diagnostics) is not { } file)
        {
            return null;
        }

        var patterns = ImmutableSortedDictionary.CreateBuilder<(string Office, string Kind), string>();
        Add(patterns, "", file.Find("types"));
        foreach (var office in Members(file.Find("offices")))
        {
            Add(patterns, office.Name, office.Value);
        }

        return new(patterns.ToImmutable());
    }

    /// <summary>What to ask the register for; null where the kind has no pattern.</summary>
    /// <param name="series">Office, kind and year.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="type">The document type.</param>
    public NumberRequest? RequestFor(NumberSeries series, string caseId, string type) =>
        PatternFor(series.Office, series.Series) is { } pattern
            ? new(series, Fill(pattern, series.Office, series.Year.ToString(CultureInfo.InvariantCulture)), caseId, type)
            : null;

    /// <summary>Takes a number apart by the patterns; null where none of them fits.</summary>
    public (NumberSeries Series, int Serial)? Parse(string number)
    {
        foreach (var ((office, kind), pattern) in _patterns.Reverse())
        {
            var match = Regex.Match(number, Expression(pattern, office), RegexOptions.CultureInvariant);
            if (match.Success && int.TryParse(match.Groups["serial"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
                && (office.Length > 0 || PatternFor(match.Groups["office"].Value, kind) == pattern))
            {
                var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
                return (new(office.Length > 0 ? office : match.Groups["office"].Value, kind, year), serial);
            }
        }

        return null;
    }

    private string? PatternFor(string office, string kind) =>
        _patterns.TryGetValue((office, kind), out var own) ? own
        : _patterns.TryGetValue(("", kind), out var common) ? common
        : null;

    // The office's short name ends in 检, so that 沪静检建 is 沪静检 and 建, whatever else begins with 检.
    private static string Expression(string pattern, string office) =>
        "^" + Regex.Escape(pattern)
            .Replace("\\{office}", office.Length > 0 ? Regex.Escape(office) : "(?<office>[\\u4e00-\\u9fa5]{1,8}检)", StringComparison.Ordinal)
            .Replace("\\{year}", "(?<year>(?:19|20)[0-9]{2})", StringComparison.Ordinal)
            .Replace("\\{serial}", "(?<serial>[1-9][0-9]{0,8})", StringComparison.Ordinal) + "$";

    private static string Fill(string pattern, string office, string year) =>
        pattern.Replace("{office}", office, StringComparison.Ordinal).Replace("{year}", year, StringComparison.Ordinal);

    private static void Add(ImmutableSortedDictionary<(string Office, string Kind), string>.Builder patterns, string office, DataNode? kinds)
    {
        foreach (var kind in Members(kinds))
        {
            if (kind.Value is DataObject value && value.Find("pattern") is DataText pattern)
            {
                patterns[(office, kind.Name)] = pattern.Value;
            }
        }
    }

    private static ImmutableArray<DataMember> Members(DataNode? node) => node is DataObject value ? value.Members : [];
}
