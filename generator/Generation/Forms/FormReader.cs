using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Generation.Forms;

/// <summary>Finds what a person can fill in for one document of a case: what the schema knows and the template reads.</summary>
/// <remarks>
/// A template may read a field of every party and print those of two. So a draft is made, and of list items only those
/// that the draft shows, or misses something of, are in the form.
/// </remarks>
public sealed class FormReader(DocumentGenerator generator, TemplateCatalog catalog)
{
    private static readonly GenerationOptions Draft = new(OutputFormats.None, IsDraft: true);

    public CaseForm Read(DocumentType type, CaseInput input, CancellationToken cancellation)
    {
        var bearing = Bearing(type, input);
        var result = generator.Generate(type, bearing, Draft, cancellation);
        var shown = FieldUses.Of(result.Document).Keys.Concat(result.Diagnostics.Select(each => each.Field).OfType<FieldPath>()).ToHashSet();
        var demand = new Demand(type, DemandedBy(type), MissingIn(result, shown));
        var read = ReadBy(type);
        var items = shown.SelectMany(ItemsAbove).ToHashSet();
        var fields = from schema in catalog.Schema.Fields
                     where IsRead(schema.Path, read) || demand.Fields.Contains(schema.Path)
                     from place in Places(bearing.Data, schema.Path)
                     where ItemsAbove(place.Path).All(items.Contains)
                     select Describe(schema, place, demand);
        var groups = fields.GroupBy(field => GroupOf(field.Field)).Select(group =>
            new FormGroup(LabelOf(group.Key, group.First(), bearing.Data), [.. group]));
        return new(type.Id, type.Title, [.. groups]);
    }

    /// <summary>The case as if it bore the document already.</summary>
    private static CaseInput Bearing(DocumentType type, CaseInput input)
    {
        if (input.Bears(type.Id))
        {
            return input;
        }

        var documents = input.Data.Find("documents") as DataObject ?? DataObject.Empty with { Path = FieldPath.Root.Member("documents") };
        var own = DataObject.Empty with { Path = documents.Path.Member(type.Id), Location = input.Data.Location };
        var extended = documents with { Members = documents.Members.Add(new(type.Id, null, own)) };
        var others = input.Data.Members.Where(member => member.Name != "documents");
        return input with { Data = input.Data with { Members = [.. others, new("documents", null, extended)] } };
    }

    /// <summary>Fields of the case that the template may read; its own view of <c>document</c> is <c>documents.TYPE</c>.</summary>
    private HashSet<FieldPath> ReadBy(DocumentType type)
    {
        var shape = CaseView.ShapeFor(type, catalog.Schema.Shape);
        return [.. type.Template.FieldsRead(shape, type.Constants).Select(path => InCase(path, type))];
    }

    private static HashSet<FieldPath> DemandedBy(DocumentType type) =>
        [.. type.Needs.Concat(type.Elements.SelectMany(element => element.Fields)).Select(path => InCase(new($"$.{path.Value}"), type))];

    private static FieldPath InCase(FieldPath path, DocumentType type)
    {
        var own = FieldPath.Root.Member("document");
        return own.Holds(path) ? new($"$.documents.{type.Id}{path.Value[own.Value.Length..]}") : path;
    }

    private static bool IsRead(FieldPath path, HashSet<FieldPath> read) =>
        read.Contains(path)
        || (path.Value.EndsWith("[]", StringComparison.Ordinal) && read.Contains(new(path.Value[..^2])))
        || GroupsAbove(path).Any(read.Contains);

    /// <summary>A template that takes a whole group (<c>$.office.*</c>) may read all that is in it.</summary>
    private static IEnumerable<FieldPath> GroupsAbove(FieldPath path)
    {
        for (var end = path.Value.LastIndexOf('.'); end > 0; end = path.Value.LastIndexOf('.', end - 1))
        {
            yield return new($"{path.Value[..end]}.*");
        }
    }

    /// <summary>Fields that a draft shows as missing.</summary>
    private static HashSet<FieldPath> MissingIn(GenerationResult result, HashSet<FieldPath> shown) =>
        [.. result.Diagnostics.Where(each => each.Field is { } field && shown.Contains(field)).Select(each => each.Field!.Value)];

    /// <summary>Every place in the case where a field of this form stands or could stand.</summary>
    private static IEnumerable<FieldPlace> Places(DataObject data, FieldPath pattern)
    {
        var steps = pattern.Value.Replace("[]", ".[]", StringComparison.Ordinal).Split('.').Skip(1);
        IEnumerable<FieldPlace> places = [new(FieldPath.Root, data, IsOwnerThere: true)];
        return steps.Aggregate(places, (found, step) => step == "[]"
            ? found.SelectMany(place => (place.Value as DataList)?.Items.Select((item, index) => new FieldPlace(place.Path.Item(index), item, IsOwnerThere: true)) ?? [])
            : found.Select(place => new FieldPlace(place.Path.Member(step), (place.Value as DataObject)?.Find(step), place.Value is DataObject)));
    }

    /// <summary><c>$.parties[0].phones[1].number</c> stands in <c>$.parties[0]</c> and <c>$.parties[0].phones[1]</c>.</summary>
    private static IEnumerable<FieldPath> ItemsAbove(FieldPath field)
    {
        for (var end = field.Value.IndexOf(']', StringComparison.Ordinal); end >= 0; end = field.Value.IndexOf(']', end + 1))
        {
            yield return new(field.Value[..(end + 1)]);
        }
    }

    private static FormField Describe(SchemaField schema, FieldPlace place, Demand demand)
    {
        var isEmpty = place.Value is null or DataNull or DataText { Value: "" };
        var isRequired = (schema.IsRequired && place.IsOwnerThere) || demand.Fields.Contains(schema.Path);
        return new(place.Path, schema, place.Value)
        {
            IsRequired = isRequired,
            IsMissing = isEmpty && (isRequired || demand.Missing.Contains(place.Path)),
        };
    }

    /// <summary>Fields of one list item stand together, others by the first name of their path.</summary>
    private static FieldPath GroupOf(FieldPath field)
    {
        var steps = field.Value.Split('.');
        return steps.Length > 2 && steps[1] == "documents" ? new($"$.documents.{steps[2]}") : new($"$.{steps[1]}");
    }

    private static Message LabelOf(FieldPath group, FormField first, DataObject data)
    {
        var steps = group.Value.Split('.');
        if (steps is [_, "documents", ..])
        {
            return new("本文书", "This document");
        }

        var outer = first.Schema.Within is [var label, ..] ? label : first.Schema.Label;
        var bracket = steps[1].IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return outer;
        }

        var index = int.Parse(steps[1][(bracket + 1)..].TrimEnd(']').Split("][")[0], System.Globalization.CultureInfo.InvariantCulture);
        var name = data.Find(steps[1][..bracket]) is DataList list && list.Items[index] is DataObject item && item.Find("name") is DataText text
            ? $"（{text.Value}）"
            : "";
        return new($"{outer.Chinese} {index + 1}{name}", $"{outer.English} {index + 1}{name}");
    }

    /// <param name="Path">Where it stands or could stand.</param>
    /// <param name="Value">What is there.</param>
    /// <param name="IsOwnerThere">What every representative must have is demanded only of one that is there.</param>
    private sealed record FieldPlace(FieldPath Path, DataNode? Value, bool IsOwnerThere);

    /// <param name="Type">The document.</param>
    /// <param name="Fields">What it cannot do without; items of a list as <c>[]</c>.</param>
    /// <param name="Missing">What its draft misses.</param>
    private sealed record Demand(DocumentType Type, HashSet<FieldPath> Fields, HashSet<FieldPath> Missing);
}
