using System.Collections.Immutable;
using PiiDocs.Cases.Tables;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>Chooses the fields that some document types need: what every case must have, what a type asks for, what its template reads.</summary>
internal static class FormFields
{
    private const string Documents = "$.documents";

    public static CaseForm For(TemplateCatalog catalog, ImmutableArray<DocumentType> types)
    {
        var read = types.SelectMany(type => FieldsRead(type, catalog)).ToHashSet(StringComparer.Ordinal);
        var form = CaseForm.Of(catalog.Schema);
        var wanted = form.With(field => IsRead(field, read));

        // Fields a case cannot do without, wherever one is begun: a row that names a party needs its kind as well.
        var begun = wanted.Tables.SelectMany(table => table.Fields)
            .SelectMany(field => Owners(field.Path.Value))
            .Append("$")
            .ToHashSet(StringComparer.Ordinal);
        if (catalog.Schema.Shape is ObjectShape root)
        {
            AddRequired(root, "$", begun);
        }

        return form.With(field => IsRead(field, read) || (field.IsRequired && begun.Contains(OwnerOf(field.Path.Value)) && !IsSpared(field.Path)));
    }

    /// <summary>What has to be there in what is begun is begun too.</summary>
    private static void AddRequired(ObjectShape shape, string path, HashSet<string> begun)
    {
        foreach (var (name, member) in shape.Members)
        {
            (string Path, ObjectShape Shape)? below = member.Shape switch
            {
                ObjectShape group => ($"{path}.{name}", group),
                ListShape { Item: ObjectShape item } => ($"{path}.{name}[]", item),
                _ => null,
            };
            if (below is not { } inner)
            {
                continue;
            }

            if (member.Required && begun.Contains(path))
            {
                begun.Add(inner.Path);
            }

            AddRequired(inner.Shape, inner.Path, begun);
        }
    }

    /// <summary>Paths in the case, items as <c>[]</c>; what a template reads as a whole stands for all that is in it.</summary>
    private static IEnumerable<string> FieldsRead(DocumentType type, TemplateCatalog catalog)
    {
        var shape = CaseView.ShapeFor(type, catalog.Schema.Shape);
        var read = type.Template.FieldsRead(shape, type.Constants)
            .Concat(type.FileName.FieldsRead(shape, type.Constants))
            .Select(path => path.Value)
            .Concat(type.Needs.Concat(type.Elements.SelectMany(element => element.Fields)).Select(path => $"$.{path.Value}"))
            .Select(path => path.StartsWith("$.document.", StringComparison.Ordinal) ? $"{Documents}.{type.Id}{path["$.document".Length..]}" : path)
            .ToHashSet(StringComparer.Ordinal);
        var owners = read.Where(path => !path.EndsWith(".*", StringComparison.Ordinal)).SelectMany(Owners).ToHashSet(StringComparer.Ordinal);
        return read.Where(path => path is not (Documents or "$.document"))
            .Select(path => path.EndsWith(".*", StringComparison.Ordinal) ? $"{path[..^2]}*" : owners.Contains(path) ? path : $"{path}*");
    }

    // A field is read by its own path, or as a part of something of which nothing smaller is named.
    private static bool IsRead(FormField field, HashSet<string> read) =>
        read.Contains(field.Path.Value)
        || read.Contains($"{field.Path.Value}*")
        || read.Contains($"{field.Path.Value}[]*")
        || Owners(field.Path.Value).Any(owner => read.Contains($"{owner}*"));

    // What a row need not say, because it follows.
    private static bool IsSpared(FieldPath path) => path.Value is "$.slug" or "$.id";

    private static string OwnerOf(string path) => path[..path.LastIndexOf('.')];

    /// <summary>Everything a path goes through: <c>$.a[].b</c> through <c>$.a</c>, <c>$.a[]</c>.</summary>
    private static IEnumerable<string> Owners(string path)
    {
        for (var i = 2; i < path.Length; i++)
        {
            if (path[i] == '.' || path[i] == '[')
            {
                yield return path[..i];
            }
        }
    }
}
