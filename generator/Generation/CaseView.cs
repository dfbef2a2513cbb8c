using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>A case as the template of one document type sees it.</summary>
/// <remarks>
/// Every top-level field of the case, and <c>document</c>: what belongs to this document only, the case's
/// <c>documents.TYPE</c> (an empty object where the case says nothing). Paths stay those of the case.
/// </remarks>
internal static class CaseView
{
    public const string DocumentName = "document";

    public static DataObject For(string typeId, DataObject data)
    {
        var path = FieldPath.Root.Member("documents").Member(typeId);
        var own = data.Find("documents") is DataObject documents && documents.Find(typeId) is DataObject found
            ? found
            : DataObject.Empty with { Path = path, Location = data.Location };
        return data with { Members = data.Members.Add(new(DocumentName, null, own)) };
    }

    /// <summary>The same view of the schema, where everything the type needs is there.</summary>
    public static FieldShape ShapeFor(DocumentType type, FieldShape shape)
    {
        if (shape is not ObjectShape root)
        {
            return shape;
        }

        var own = root.Members.TryGetValue("documents", out var documents)
            && documents.Shape is ObjectShape types
            && types.Members.TryGetValue(type.Id, out var found)
                ? found.Shape
                : new ObjectShape(ImmutableSortedDictionary<string, MemberShape>.Empty, Open: true);
        return type.Needs
            .Select(need => FieldPath.Root.Member(need.Value.Replace("[]", "", StringComparison.Ordinal)))
            .Aggregate(
                root with { Members = root.Members.SetItem(DocumentName, new(own, Required: true)) },
                (view, need) => view.Requiring(need));
    }
}
