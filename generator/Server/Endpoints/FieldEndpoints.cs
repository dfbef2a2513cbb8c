using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>Where a value comes from and where else it goes.</summary>
internal static class FieldEndpoints
{
    /// <summary>Begins the tag of a content control, which is taken for its field.</summary>
    private const string TagPrefix = "pii:";

    private static readonly GenerationOptions Draft = new(OutputFormats.None, IsDraft: true);

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/fields/{field}", (string field, string @case, [AsParameters] Place place) => Read(field, @case, place))
            .Produces<FieldUseAnswer>().WithSummary("A field's source and its uses");

    private static IResult Read(string field, string name, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input })
        {
            return lookup.Problem;
        }

        var path = field.StartsWith(TagPrefix, StringComparison.Ordinal) ? Provenance.FieldOf(field, input) ?? new(field) : new FieldPath(field);
        if (input.Data.At(path) is not { } node)
        {
            return Problem.Of(place.Context, StatusCodes.Status404NotFound, ServerErrors.NoSuchField(path)).Result();
        }

        var language = place.Context.Language();
        var uses = from type in place.Workshop.Catalog.TypesFor(input, [], new())
                   let document = place.Workshop.Generator.Generate(type, input, Draft, place.Cancellation).Document
                   let count = FieldUses.Of(document).GetValueOrDefault(path)
                   where count > 0
                   select new UseAnswer(type.Id, type.Title.In(language), count);
        return TypedResults.Ok(new FieldUseAnswer(path.Value, place.Workshop.Catalog.Schema.LabelOf(path) ?? path.Value)
        {
            Value = CaseEndpoints.JsonOf(node),
            Location = node.Location is { } at ? new(at.Source.Path, at.Start.Line) : null,
            Uses = [.. uses],
        });
    }

    internal sealed record FieldUseAnswer(string Field, string Label)
    {
        public JsonNode? Value { get; init; }

        public LocationAnswer? Location { get; init; }

        public ImmutableArray<UseAnswer> Uses { get; init; } = [];
    }

    internal sealed record LocationAnswer(string File, int Line);

    internal sealed record UseAnswer(string Type, string Title, int Count);
}
