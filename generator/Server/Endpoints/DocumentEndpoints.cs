using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>Word documents that the pane posts as they stand.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/documents/pdf", ([AsParameters] Place place) => Pages(place))
            .TakesDocument().Produces<PagesAnswer>()
            .WithSummary("The document as it stands, set in pages; as PDF, or in JSON where that is accepted");

    private static async Task<IResult> Pages(Place place)
    {
        var context = place.Context;
        var posted = await place.ReadDocument();
        using var content = new MemoryStream(posted.Content, writable: false);
        var diagnostics = new DiagnosticBag();
        var document = WordFile.Read(new WordInput(posted.Path, content), place.Workshop.Catalog, Reading, diagnostics);
        if (document is null || diagnostics.HasErrors)
        {
            return Problem.Of(context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items]).Result();
        }

        var file = place.Workshop.Pages.Make(document, "document", new(OutputFormats.Pdf), diagnostics);
        if (diagnostics.HasErrors)
        {
            return Problem.Of(context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items]).Result();
        }

        AuditNote.Of(context).Add("pdf", file.Hash);
        return context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Ok(new PagesAnswer([FileAnswer.Of(file)], [.. diagnostics.Items.Select(each => DiagnosticView.Of(each, context.Language()))]))
            : TypedResults.Bytes(file.Content, "application/pdf");
    }

    private static Word.DocxReadOptions Reading { get; } = new();

    internal sealed record PagesAnswer(ImmutableArray<FileAnswer> Files, ImmutableArray<DiagnosticView> Diagnostics);
}
