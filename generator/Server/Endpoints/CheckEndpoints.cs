using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>What is wrong with a case and with each of its documents.</summary>
internal static class CheckEndpoints
{
    private static readonly GenerationOptions NoFiles = new(OutputFormats.None);

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
        var unknown = new DiagnosticBag();
        var documents = place.Workshop.Catalog.TypesFor(input, type is null ? [] : [type], unknown).Select(each =>
            (Type: each, place.Workshop.Generator.Generate(each, input, NoFiles, place.Cancellation).Diagnostics)).ToList();
        var own = found.Diagnostics.Concat(unknown.Items).ToList();
        var all = own.Concat(documents.SelectMany(each => each.Diagnostics)).ToList();
        return TypedResults.Ok(new CheckAnswer(
            Views(own),
            all.Count(each => each.Severity == Severity.Error),
            all.Count(each => each.Severity == Severity.Warning),
            [.. documents.Select(each => new DocumentAnswer(each.Type.Id, each.Type.Title.In(language), Views(each.Diagnostics)))]));

        ImmutableArray<DiagnosticView> Views(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(each => DiagnosticView.Of(each, language))];
    }

    internal sealed record CheckAnswer(ImmutableArray<DiagnosticView> Diagnostics, int Errors, int Warnings, ImmutableArray<DocumentAnswer> Documents);

    internal sealed record DocumentAnswer(string Type, string Title, ImmutableArray<DiagnosticView> Diagnostics);
}
