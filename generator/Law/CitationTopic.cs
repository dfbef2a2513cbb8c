using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>A legal ground that documents cite; the date decides instrument and article.</summary>
/// <param name="Id">As templates name it.</param>
/// <param name="Label">In Chinese, for messages and lists.</param>
/// <param name="Basis">Which date decides.</param>
/// <param name="Provisions">Every one in force on the date is cited.</param>
internal sealed record CitationTopic(string Id, string Label, CitationBasis Basis, ImmutableArray<Provision> Provisions)
{
    public IEnumerable<Provision> InForceOn(DateOnly date) => Provisions.Where(provision => provision.Period.Contains(date));
}

internal enum CitationBasis
{
    /// <summary>Substantive law: the day the act ended.</summary>
    Act,

    /// <summary>Procedural law: the day of the document.</summary>
    Document,
}

/// <param name="Instrument">Where it stands.</param>
/// <param name="Period">When it is cited for its topic.</param>
/// <param name="Articles">Empty to cite the instrument as a whole.</param>
internal sealed record Provision(Instrument Instrument, LawPeriod Period, ImmutableArray<ArticleNumber> Articles);
