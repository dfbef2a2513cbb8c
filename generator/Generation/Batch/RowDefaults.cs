using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>What a row need not say, because it follows: that its case bears the documents asked for, and its short name.</summary>
internal static class RowDefaults
{
    private const string Documents = "documents";
    private const string Slug = "slug";

    public static DataObject Add(DataObject data, ImmutableArray<DocumentType> types)
    {
        var members = data.Members.ToBuilder();
        if (!data.TryFind(Slug, out _) && data.Find("id") is DataText id)
        {
            members.Add(new(Slug, null, new DataText(SlugOf(id.Value)) { Path = FieldPath.Root.Member(Slug), Location = data.Location }));
        }

        var path = FieldPath.Root.Member(Documents);
        var borne = data.Find(Documents) as DataObject ?? DataObject.Empty with { Path = path, Location = data.Location };
        var missing = types.Where(type => !borne.TryFind(type.Id, out _)).ToList();
        if (missing.Count > 0)
        {
            var all = borne with
            {
                Members =
                [
                    .. borne.Members,
                    .. missing.Select(type => new DataMember(
                        type.Id,
                        data.Location,
                        DataObject.Empty with { Path = path.Member(type.Id), Location = data.Location })),
                ],
            };
            var place = members.ToList().FindIndex(member => member.Name == Documents);
            if (place < 0)
            {
                members.Add(new(Documents, data.Location, all));
            }
            else
            {
                members[place] = members[place] with { Value = all };
            }
        }

        return data with { Members = members.ToImmutable() };
    }

    /// <summary>The letters and digits of an id: <c>2024-017A</c> is <c>2024-017a</c>.</summary>
    private static string SlugOf(string id)
    {
        var parts = id.ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', parts.Select(part => string.Concat(part.Where(char.IsAsciiLetterOrDigit))).Where(part => part.Length > 0));

        // Nothing of a bad id is left: that is said about the id, and not once more about a short name that nobody wrote.
        return slug.Length > 0 ? slug : "case";
    }
}
