using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Templates;

/// <summary>Cases whose lists have become longer or shorter: a defendant more, a claim less.</summary>
internal static class ChangedLists
{
    /// <summary>The case with an entry less in one of its lists.</summary>
    /// <param name="input">The case.</param>
    /// <param name="list">The path of the list.</param>
    /// <param name="index">The entry.</param>
    public static CaseInput Without(CaseInput input, FieldPath list, int index) =>
        Changed(input, list, items => [.. items.Take(index), .. items.Skip(index + 1)]);

    /// <summary>The case with one of the entries twice, the second time changed where it says anything in Chinese.</summary>
    /// <param name="input">The case.</param>
    /// <param name="list">The path of the list.</param>
    /// <param name="index">The entry to copy.</param>
    /// <param name="at">Where the copy goes.</param>
    public static CaseInput WithCopy(CaseInput input, FieldPath list, int index, int at) =>
        Changed(input, list, items => [.. items.Take(at), Reworded(items[index]), .. items.Skip(at)]);

    /// <summary>Every list of the case that has entries.</summary>
    public static IEnumerable<DataList> Of(DataNode node) => node switch
    {
        DataObject fields => fields.Members.SelectMany(member => Of(member.Value)),
        DataList { Items.IsEmpty: false } list => list.Items.SelectMany(Of).Prepend(list),
        _ => [],
    };

    private static CaseInput Changed(CaseInput input, FieldPath list, Func<IReadOnlyList<DataNode>, DataNode[]> change) =>
        input with { Data = (DataObject)Changed(input.Data, list, change), Hash = "changed" };

    private static DataNode Changed(DataNode node, FieldPath path, Func<IReadOnlyList<DataNode>, DataNode[]> change) => node switch
    {
        DataList list when list.Path == path => list with { Items = [.. change(list.Items).Select((item, index) => At(item, path.Item(index)))] },
        DataList list => list with { Items = [.. list.Items.Select(item => Changed(item, path, change))] },
        DataObject fields => fields with { Members = [.. fields.Members.Select(member => member with { Value = Changed(member.Value, path, change) })] },
        _ => node,
    };

    private static DataNode At(DataNode node, FieldPath path) => node switch
    {
        DataObject fields => fields with { Path = path, Members = [.. fields.Members.Select(member => member with { Value = At(member.Value, path.Member(member.Name)) })] },
        DataList list => list with { Path = path, Items = [.. list.Items.Select((item, index) => At(item, path.Item(index)))] },
        _ => node with { Path = path },
    };

    private static DataNode Reworded(DataNode node) => node switch
    {
        DataObject fields => fields with { Members = [.. fields.Members.Select(member => member with { Value = Reworded(member.Value) })] },
        DataList list => list with { Items = [.. list.Items.Select(Reworded)] },
        DataText { Value.Length: > 3 } text when text.Value.Any(c => c is >= '一' and <= '鿿') && !text.Value.Contains('《', StringComparison.Ordinal) =>
            text with { Value = text.Value[..1] + "另" + text.Value[1..] },
        _ => node,
    };
}
