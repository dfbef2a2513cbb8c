using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>A law, regulation, interpretation or other normative document, with its versions.</summary>
/// <param name="Id">As data files name it.</param>
/// <param name="Name">Official full name, without 《》.</param>
/// <param name="ShortNames">The first is the one to write; the others are recognised in free text.</param>
/// <param name="Number">法释〔2017〕10号; null where it has none or it is not known.</param>
/// <param name="Rank">Place in the order of citation.</param>
/// <param name="Versions">By date; empty for a draft, which is never cited.</param>
internal sealed record Instrument(
    string Id,
    string Name,
    ImmutableArray<string> ShortNames,
    string? Number,
    int Rank,
    ImmutableArray<InstrumentVersion> Versions)
{
    /// <summary>The instrument that took its place; null while in force.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Its text or dates are not confirmed yet: whoever cites it must look.</summary>
    public bool IsUnconfirmed { get; init; }

    public bool IsDraft => Versions.IsEmpty;

    /// <summary>The whole time of its force; null for a draft.</summary>
    public LawPeriod? InForce => IsDraft ? null : new(Versions[0].Period.From, Versions[^1].Period.To);

    public bool IsInForceOn(DateOnly date) => InForce is { } period && period.Contains(date);

    /// <summary>
    /// The article a citation made under the law of <paramref name="written"/> has on <paramref name="date"/>; null where
    /// the article was dropped.
    /// </summary>
    public ArticleNumber? Renumber(ArticleNumber article, DateOnly written, DateOnly date)
    {
        var current = article;
        foreach (var version in Versions.Where(version => version.Period.From > written && version.Period.From <= date))
        {
            if (version.Renumbered.FirstOrDefault(each => each.Old == current.Whole) is { } renumbered)
            {
                if (renumbered.New is not { } whole)
                {
                    return null;
                }

                current = whole with { Paragraph = current.Paragraph, Item = current.Item };
            }
        }

        return current;
    }

    public string NameIn(bool shortForm) => $"《{(shortForm ? ShortNames[0] : Name)}》";
}

/// <param name="Period">When the version was in force.</param>
/// <param name="Renumbered">Whole articles whose number it changed.</param>
internal sealed record InstrumentVersion(LawPeriod Period, ImmutableArray<Renumbering> Renumbered)
{
    /// <summary>The same, ended by the day before the next where the file names no end.</summary>
    public InstrumentVersion Until(DateOnly day) => Period.To == DateOnly.MaxValue ? this with { Period = Period with { To = day } } : this;
}

/// <param name="Old">Before the version.</param>
/// <param name="New">Since it; null where the article was dropped.</param>
internal sealed record Renumbering(ArticleNumber Old, ArticleNumber? New);

/// <summary>Days from one to another, both included.</summary>
internal sealed record LawPeriod(DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly date) => date >= From && date <= To;
}
