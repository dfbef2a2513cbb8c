using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>What is wrong with a case and with each of its documents.</summary>
internal static class CheckEndpoints
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/cases/{name}/check", (string name, string? type, [AsParameters] Place place) => Check(name, type, place))
            .Produces<CheckAnswer>().WithSummary("Everything that stands against a case and its documents");

    private static IResult Check(string name, string? type, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input } found || (type is not null && lookup.FindType(type) is null))
        {
            return lookup.Problem;
        }

        var language = place.Context.Language();
        var documents = new CaseChecker(place.Workshop.Catalog, place.Workshop.Generator)
            .Check(input, found.Diagnostics, place.Cancellation)
            .Where(each => type is null || each.TypeId.Length == 0 || each.TypeId == type)
            .ToList();
        var count = DiagnosticCount.Of(documents.SelectMany(each => each.Diagnostics));
        return TypedResults.Ok(new CheckAnswer(
            Views(documents.Where(each => each.TypeId.Length == 0).SelectMany(each => each.Diagnostics)),
            count.Errors,
            count.Warnings,
            [.. documents.Where(each => each.TypeId.Length > 0).Select(each => new DocumentAnswer(each.TypeId, each.Title.In(language), Views(each.Diagnostics)))]));

        ImmutableArray<DiagnosticView> Views(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(each => DiagnosticView.Of(each, language))];
    }

    internal sealed record CheckAnswer(ImmutableArray<DiagnosticView> Diagnostics, int Errors, int Warnings, ImmutableArray<DocumentAnswer> Documents);

    internal sealed record DocumentAnswer(string Type, string Title, ImmutableArray<DiagnosticView> Diagnostics);
}
