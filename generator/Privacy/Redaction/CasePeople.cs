using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Collects from a case who is named in it, and the numbers and addresses that tell who is who.</summary>
internal sealed class CasePeople(RedactionPolicy policy, Func<FieldPath, string?> classOf)
{
    /// <summary>All names to be hidden, in the order of the case, and those that a document must show.</summary>
    public (ImmutableArray<CaseName> Names, ImmutableHashSet<string> Shown) Names(DataObject data, ImmutableHashSet<string> shownRoles)
    {
        var names = ImmutableArray.CreateBuilder<CaseName>();
        var shown = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (text, owner) in Texts(data, null))
        {
            if (classOf(text.Path) is not { } personalClass || NameOf(text, personalClass, owner) is not { } name)
            {
                continue;
            }

            names.Add(name);
            if (owner is not null && Roles(owner).Any(shownRoles.Contains))
            {
                shown.Add(name.Value);
            }
        }

        return (names.ToImmutable(), shown.ToImmutable());
    }

    /// <summary>Values of classes that are removed: numbers, accounts, dates of birth as narrative may repeat them.</summary>
    public ImmutableArray<string> Numbers(DataObject data) =>
        [.. Texts(data, null)
            .Where(each => classOf(each.Text.Path) is { } personalClass && policy.FormOf(personalClass) == MaskForm.Remove && each.Text.Value.Length >= 5)
            .Select(each => each.Text.Value)];

    public ImmutableArray<string> Addresses(DataObject data) =>
        [.. Texts(data, null)
            .Where(each => classOf(each.Text.Path) is { } personalClass && policy.FormOf(personalClass) == MaskForm.District)
            .Select(each => each.Text.Value)];

    private CaseName? NameOf(DataText text, string personalClass, DataObject? owner)
    {
        var form = policy.FormOf(personalClass);
        if (text.Value.Length < 2 || form is not (MaskForm.Pseudonym or MaskForm.Organisation))
        {
            return null;
        }

        var kind = owner?.Find("kind") is DataText word ? word.Value : "person";
        var isParty = owner?.Find("roles") is not null;
        var isOwnName = owner?.Find("name") is DataText own && own.Path == text.Path;
        if (form == MaskForm.Organisation || (isParty && kind != "person" && IsNameOfParty(text, owner!)))
        {
            return StaysNamed(text.Value, isParty ? kind : null, owner) ? null : new(text.Value, IsPerson: false) { IsAlias = isParty && !isOwnName, Owner = OwnName(owner) };
        }

        return new(text.Value, IsPerson: true) { IsAlias = isParty && kind == "person" && !isOwnName, Owner = OwnName(owner) };
    }

    // Its name or short name; a contact person of a company is a person.
    private static bool IsNameOfParty(DataText text, DataObject owner) =>
        (owner.Find("name") is DataText name && name.Path == text.Path) || (owner.Find("short_name") is DataText shortName && shortName.Path == text.Path);

    // A party says itself what it is; whoever else is named, a court that was served, is known by the name alone.
    private bool StaysNamed(string name, string? kind, DataObject? owner) =>
        (policy.Organisations.KeepAgencies && (kind is null ? policy.Organisations.IsAgency(name) : kind == "agency"))
        || (policy.Organisations.KeepCharged && owner?.Find("criminally_charged") is DataFlag { Value: true });

    private static string OwnName(DataObject? owner) => owner?.Find("name") is DataText name ? name.Value : "";

    private static IEnumerable<string> Roles(DataObject owner) =>
        owner.Find("roles") is DataList roles ? roles.Items.OfType<DataText>().Select(role => role.Value) : [];

    /// <summary>Every text with the object that has it: a party, a representative.</summary>
    private static IEnumerable<(DataText Text, DataObject? Owner)> Texts(DataNode node, DataObject? owner) => node switch
    {
        DataObject value => value.Members.SelectMany(member => Texts(member.Value, value)),
        DataList list => list.Items.SelectMany(item => Texts(item, owner)),
        DataText text => [(text, owner)],
        _ => [],
    };
}
