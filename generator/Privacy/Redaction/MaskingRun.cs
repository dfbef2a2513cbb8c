using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Masks the values of one case; a value that is removed takes its member with it.</summary>
internal sealed class MaskingRun(
    RedactionPolicy policy, Func<FieldPath, string?> classOf, ImmutableDictionary<string, string> pseudonyms, NarrativeMask narrative)
{
    /// <summary>The masked value; null where the field goes.</summary>
    public DataNode? Mask(DataNode node) => Mask(node, isOfMinor: false);

    private DataNode? Mask(DataNode node, bool isOfMinor) => node switch
    {
        DataObject value => MaskMembers(value, isOfMinor || value.Find("minor") is DataFlag { Value: true }),
        DataList list => list with { Items = [.. list.Items.Select(item => Mask(item, isOfMinor)).OfType<DataNode>()] },
        DataText text => MaskText(text, isOfMinor),
        DataNumber number when FormOf(number.Path, isOfMinor) == MaskForm.Remove => null,
        _ => node,
    };

    private DataObject MaskMembers(DataObject value, bool isOfMinor) => value with
    {
        Members =
        [
            .. from member in value.Members
               let masked = Mask(member.Value, isOfMinor)
               where masked is not null && !(masked is DataList { Items.IsEmpty: true } && member.Value is DataList { Items.IsEmpty: false })
               select member with { Value = masked },
        ],
    };

    private DataText? MaskText(DataText text, bool isOfMinor) => FormOf(text.Path, isOfMinor) switch
    {
        MaskForm.Remove => null,
        MaskForm.Keep => text,
        MaskForm.Pseudonym or MaskForm.Organisation =>
            text with { Value = pseudonyms.TryGetValue(text.Value, out var pseudonym) ? pseudonym : narrative.Apply(text.Value) },
        MaskForm.District => policy.District.Match(text.Value) is { Success: true } district ? text with { Value = district.Value } : null,
        MaskForm.Year => text.Value.Length >= 4 ? text with { Value = text.Value[..4] } : null,
        _ => text with { Value = narrative.Apply(text.Value) },
    };

    // A field without a class may still repeat a name: everything a person wrote is searched.
    private MaskForm FormOf(FieldPath path, bool isOfMinor) => classOf(path) is not { } personalClass ? MaskForm.Narrative
        : isOfMinor && policy.RemovedOfMinors.Contains(personalClass) ? MaskForm.Remove
        : policy.FormOf(personalClass);
}
