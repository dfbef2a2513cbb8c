using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Masks a case, so that every document made from it is masked: no finished file is ever painted over.</summary>
/// <param name="policy">The rules of the audience.</param>
/// <param name="classOf">The <c>x-pii</c> class of a field; null where it has none.</param>
public sealed class CaseMasker(RedactionPolicy policy, Func<FieldPath, string?> classOf)
{
    /// <summary>The case as the audience may see it.</summary>
    /// <param name="data">The case.</param>
    /// <param name="typeId">The document about to be made: some must name some people.</param>
    public MaskedCase Mask(DataObject data, string typeId)
    {
        var people = new CasePeople(policy, classOf);
        var (names, shown) = people.Names(data, policy.Shown.GetValueOrDefault(typeId, []));
        // Pseudonyms are given over all names, shown or not: the same person is called alike in every document of the case.
        var pseudonyms = Pseudonyms.For(names, policy);
        var hidden = pseudonyms.RemoveRange(shown);
        var narrative = new NarrativeMask(hidden, people.Numbers(data), people.Addresses(data), policy);
        var masked = (DataObject)new MaskingRun(policy, classOf, hidden, narrative).Mask(data)!;
        return new(masked, hidden) { Shown = shown, InText = narrative.Apply };
    }
}

/// <param name="Data">Every field as the audience may see it; paths and places stay those of the case.</param>
/// <param name="Pseudonyms">By real name: the key to who is who, to be kept apart and encrypted.</param>
public sealed record MaskedCase(DataObject Data, ImmutableDictionary<string, string> Pseudonyms)
{
    /// <summary>Names this document must show.</summary>
    public required ImmutableHashSet<string> Shown { get; init; }

    /// <summary>Replaces in a text that a person wrote beside the case the names, numbers and addresses of the case.</summary>
    public required Func<string, string> InText { get; init; }
}
