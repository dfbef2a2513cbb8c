using System.Collections.Immutable;
using System.Security.Cryptography;
using PiiDocs.Core;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>Finished files on their way out: what in them still identifies a person.</summary>
internal static class ScanEndpoints
{
    private const int SaltLength = 32;

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/documents/scan", (string @case, string? name, [AsParameters] Endpoints.Place place) => Scan(@case, name, place))
            .TakesDocument().Produces<ScanAnswer>()
            .WithSummary("Searches a file in every part for the identifiers of a case and for patterns; values come masked");

    private static async Task<IResult> Scan(string caseName, string? fileName, Endpoints.Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(caseName) is not { Input: { } input })
        {
            return lookup.Problem;
        }

        var file = await place.ReadDocument();
        var diagnostics = new DiagnosticBag();
        if (PublicationGate.Open(place.Workshop.Catalog, [input.Data], RandomNumberGenerator.GetBytes(SaltLength), diagnostics) is not { } gate)
        {
            return Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items]).Result();
        }

        var result = gate.Scan(file.Content, fileName ?? file.Path, place.Cancellation);
        var language = place.Context.Language();
        return TypedResults.Ok(new ScanAnswer(
            result.IsClean(gate.Rules.Threshold),
            [.. result.Hits.Select(hit => Describe(hit, language))],
            [.. result.Obstacles.Select(each => new ObstacleView(each.Reason, each.Place.Text.In(language)))]));
    }

    private static HitView Describe(Hit hit, Language language) => new(hit.Kind.Id, hit.Kind.Label.In(language), hit.Masked)
    {
        Confidence = hit.Confidence,
        Form = hit.Form,
        Rule = hit.Rule,
        Sensitive = hit.Kind.IsSensitive,
        Category = hit.Kind.Category,
        Part = hit.Place.Part,
        Place = hit.Place.Text.In(language),
        Offset = hit.Offset,
        Context = hit.Context,
        Fingerprint = hit.Fingerprint,
        Field = hit.Field?.Value,
    };

    internal sealed record ScanAnswer(bool Clean, ImmutableArray<HitView> Hits, ImmutableArray<ObstacleView> Obstacles);

    internal sealed record ObstacleView(ObstacleReason Reason, string Place);

    internal sealed record HitView(string Kind, string Label, string Masked)
    {
        public Confidence Confidence { get; init; }

        public HitForm Form { get; init; }

        public string Rule { get; init; } = "";

        public bool Sensitive { get; init; }

        public string Category { get; init; } = "";

        public string Part { get; init; } = "";

        public string Place { get; init; } = "";

        public int Offset { get; init; }

        public string Context { get; init; } = "";

        public string Fingerprint { get; init; } = "";

        public string? Field { get; init; }
    }
}
