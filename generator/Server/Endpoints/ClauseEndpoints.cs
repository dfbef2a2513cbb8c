using System.Collections.Immutable;
using PiiDocs.Generation;
using PiiDocs.Generation.Clauses;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;
using PiiDocs.Word;

namespace PiiDocs.Server.Endpoints;

/// <summary>Pieces of text that a person puts into a document by hand.</summary>
internal static class ClauseEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/clauses", (string? type, Workshop workshop) => TypedResults.Ok(List(type, workshop)))
            .WithSummary("The partials that can stand alone; with a type, those it has come first");
        group.MapPost("/cases/{name}/clauses/{id}", (string name, string id, ClauseRequest body, [AsParameters] Place place) => Make((name, id), body, place))
            .Produces<ClauseMade>().WithSummary("A clause with the facts of a case, as text and as Word takes it in");
    }

    private static IEnumerable<ClauseAnswer> List(string? type, Workshop workshop) =>
        workshop.Clauses.All
            .OrderByDescending(clause => type is not null && clause.Uses.Contains(type))
            .Select(clause => new ClauseAnswer(clause.Id, clause.Title, clause.Uses));

    private static IResult Make((string Case, string Clause) wanted, ClauseRequest body, Place place)
    {
        var context = place.Context;
        var lookup = place.Lookup();
        if (lookup.Find(wanted.Case) is not { Input: { } input } || lookup.FindType(body.Type ?? "") is not { } type)
        {
            return lookup.Problem;
        }

        if (place.Workshop.Clauses.Find(wanted.Clause) is not { } clause)
        {
            return Problem.Of(context, StatusCodes.Status404NotFound, ServerErrors.NoSuchClause()).Result();
        }

        var result = place.Workshop.Generator.GenerateClause(type, clause, input, place.Cancellation);
        if (result.HasErrors || result.Document is not { } document)
        {
            return Problem.Of(context, StatusCodes.Status422UnprocessableEntity, result.Diagnostics).Result();
        }

        return TypedResults.Ok(new ClauseMade(
            ClauseText.Of(document),
            FlatPackage.Write(result.Files[0].Content),
            [.. result.Diagnostics.Select(each => DiagnosticView.Of(each, context.Language()))]));
    }

    internal sealed record ClauseAnswer(string Id, string Title, ImmutableArray<string> Uses);

    internal sealed record ClauseRequest(string? Type);

    /// <param name="Text">For a person.</param>
    /// <param name="Ooxml">Flat OPC, for <c>insertOoxml</c>.</param>
    /// <param name="Diagnostics">Warnings.</param>
    internal sealed record ClauseMade(string Text, string Ooxml, ImmutableArray<DiagnosticView> Diagnostics);
}
