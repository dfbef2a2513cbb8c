using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>Word documents that the pane posts as they stand.</summary>
internal static class DocumentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string AnyBytes = "application/octet-stream";

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/documents/pdf", ([AsParameters] Place place) => Pages(place))
            .TakesDocument().Accepts<byte[]>(Word, AnyBytes).Produces<PagesAnswer>()
            .WithSummary("The document as it stands, set in pages; as PDF, or in JSON where that is accepted");

    private static async Task<IResult> Pages(Place place)
    {
        var context = place.Context;
        using var body = await ReadBody(context);
        var diagnostics = new DiagnosticBag();
        var document = WordFile.Read(new WordInput("document.docx", body), place.Workshop.Catalog, Reading, diagnostics);
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

    /// <summary>The posted document; its hash goes into the audit log.</summary>
    private static async Task<MemoryStream> ReadBody(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        AuditNote.Of(context).AddHash("document", body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        return body;
    }

    internal sealed record PagesAnswer(ImmutableArray<FileAnswer> Files, ImmutableArray<DiagnosticView> Diagnostics);
}
