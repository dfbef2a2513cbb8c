using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PiiDocs.Privacy.Redaction;

/// <summary>What becomes of a class of personal information.</summary>
public enum MaskForm
{
    /// <summary>Names, numbers and addresses of the case inside the text are replaced; the rest stays.</summary>
    Narrative,
    Keep,
    Remove,
    Pseudonym,
    Organisation,

    /// <summary>An address down to its district or county.</summary>
    District,

    /// <summary>The year of a date.</summary>
    Year,
}

/// <summary>How a case is masked for an audience: <c>templates/_redaction/AUDIENCE.yaml</c>.</summary>
/// <param name="Audience">The file's name: <c>public</c>.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex: which rules a publication followed.</param>
public sealed record RedactionPolicy(string Audience, string Hash)
{
    /// <summary>By <c>x-pii</c> class; a class that is not listed is <see cref="MaskForm.Narrative"/>.</summary>
    public required ImmutableDictionary<string, MaskForm> Classes { get; init; }

    /// <summary>Classes taken away from minors whatever <see cref="Classes"/> says.</summary>
    public required ImmutableHashSet<string> RemovedOfMinors { get; init; }

    public required PersonNaming Persons { get; init; }

    public required OrganisationNaming Organisations { get; init; }

    /// <summary>The part of an address that stays.</summary>
    public required Regex District { get; init; }

    /// <summary>Stands in narrative for a number or an account.</summary>
    public required string Blank { get; init; }

    /// <summary>By document type: the roles whose names the law wants in full there.</summary>
    public required ImmutableDictionary<string, ImmutableHashSet<string>> Shown { get; init; }

    /// <summary>What becomes of a class.</summary>
    public MaskForm FormOf(string personalClass) => Classes.GetValueOrDefault(personalClass, MaskForm.Narrative);
}

/// <summary>How natural persons are called: 王某某, 王某, 王某甲.</summary>
/// <param name="LongGiven">After the surname, for given names of two characters or more.</param>
/// <param name="ShortGiven">After the surname, for given names of one.</param>
/// <param name="Numbered">Between surname and ordinal.</param>
/// <param name="Ordinals">甲, 乙, 丙 …; beyond them 11, 12.</param>
public sealed record PersonNaming(string LongGiven, string ShortGiven, string Numbered, ImmutableArray<string> Ordinals)
{
    /// <summary>A name with one of these is masked already.</summary>
    public required ImmutableArray<string> Marks { get; init; }

    public required ImmutableHashSet<string> CompoundSurnames { get; init; }

    public bool IsMasked(string name) => Marks.Any(mark => name.Contains(mark, StringComparison.Ordinal));

    /// <summary>From 0.</summary>
    public string Ordinal(int index) =>
        index < Ordinals.Length ? Ordinals[index] : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How organisations are called whose names are not public: 某公司, 某甲公司.</summary>
/// <param name="KeepAgencies">Authorities bear their names.</param>
/// <param name="KeepCharged">Units charged with a crime bear their names.</param>
/// <param name="Prefix">某.</param>
/// <param name="Other">The word for those of no listed kind.</param>
public sealed record OrganisationNaming(bool KeepAgencies, bool KeepCharged, string Prefix, string Other)
{
    /// <summary>The endings of names and the word for such an organisation; the first that fits counts.</summary>
    public required ImmutableArray<(string Suffix, string Word)> Kinds { get; init; }

    /// <summary>The endings of the names of authorities: one that is no party of the case has nothing else to be known by.</summary>
    public required ImmutableArray<string> Agencies { get; init; }

    public bool IsAgency(string name) => Agencies.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    public string WordFor(string name) =>
        Kinds.Where(kind => name.EndsWith(kind.Suffix, StringComparison.Ordinal)).Select(kind => kind.Word).FirstOrDefault(Other);
}
