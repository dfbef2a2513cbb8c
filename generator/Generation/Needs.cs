using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Finds fields that a document cannot do without and a case does not have.</summary>
internal static class Needs
{
    /// <summary>
    /// Every missing field of <paramref name="paths"/>: absent, null, or empty text. <c>parties[].name</c> asks every
    /// item; an empty list lacks the items themselves.
    /// </summary>
    public static IEnumerable<NeededField> Missing(DataObject view, IEnumerable<FieldPath> paths, Func<FieldPath, string?> labelOf) =>
        from path in paths
        from gap in Gaps(view, Steps(path), 0)
        select new NeededField(gap.Path, gap.Near.Location, LabelOf(gap.Path, labelOf));

    /// <summary>A field's label behind that of its group, where that is needed to know which is meant: 检察院／名称.</summary>
    public static string LabelOf(FieldPath field, Func<FieldPath, string?> labelOf)
    {
        var path = field.WithoutIndexes();
        var group = path.Value.LastIndexOf('.') is > 1 and var end ? labelOf(new(path.Value[..end].Replace("[]", "", StringComparison.Ordinal))) : null;
        return (group, labelOf(path)) switch
        {
            (_, null) => field.Value,
            (null, { } own) => own,
            var (outer, own) => $"{outer}／{own}",
        };
    }

    /// <summary>The date of a document that has its date elsewhere in the case: the first such field, or the one whose group is there.</summary>
    public static IEnumerable<NeededField> MissingDate(CaseInput input, DocumentType type, Func<FieldPath, string?> labelOf)
    {
        if (type.DateFields.IsEmpty || input.DateOf(type).Length > 0)
        {
            return [];
        }

        var gaps = Missing(input.Data, type.DateFields.Select(field => new FieldPath(field)), labelOf).ToList();
        return gaps.Where(gap => gap.Location != input.Data.Location).Concat(gaps).Take(1);
    }

    private static string[] Steps(FieldPath path) =>
        path.Value.Replace("[]", ".[]", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(FieldPath Path, DataNode Near)> Gaps(DataNode node, string[] steps, int next)
    {
        if (next == steps.Length)
        {
            return IsEmpty(node) ? [(node.Path, node)] : [];
        }

        if (steps[next] == "[]")
        {
            return node is DataList { Items.IsEmpty: false } list
                ? list.Items.SelectMany(item => Gaps(item, steps, next + 1))
                : [(node.Path, node)];
        }

        if (node is DataObject parent && parent.TryFind(steps[next], out var child))
        {
            return Gaps(child, steps, next + 1);
        }

        var rest = string.Join('.', steps[next..]).Replace(".[]", "[]", StringComparison.Ordinal);
        return [(node.Path.Member(rest), node)];
    }

    private static bool IsEmpty(DataNode node) => node switch
    {
        DataNull => true,
        DataText text => string.IsNullOrWhiteSpace(text.Value),
        DataList list => list.Items.IsEmpty,
        DataObject map => map.Members.IsEmpty,
        _ => false,
    };
}

/// <param name="Field">The missing field.</param>
/// <param name="Location">The nearest thing above it that is there.</param>
/// <param name="Label">Its Chinese label, or the path where the schema gives none.</param>
public sealed record NeededField(FieldPath Field, SourceLocation? Location, string Label);
