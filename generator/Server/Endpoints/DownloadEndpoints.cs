using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>Files on their way from the pane to the browser.</summary>
internal static class DownloadEndpoints
{
    private const string AnyBytes = "application/octet-stream";
    private const int LongestName = 150;

    // Nothing a browser would run: what is posted here comes back from our own address.
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/pdf", "application/json", "text/plain", "text/calendar", Place.WordKind,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/downloads", (string name, DownloadShelf shelf, [AsParameters] Place place) => Put(name, shelf, place))
            .TakesDocument().Produces<DownloadAnswer>()
            .WithSummary("Puts a file where the browser can fetch it once, within two minutes");

    public static void MapOpen(WebApplication app, DownloadShelf shelf) =>
        app.MapGet("/downloads/{key}/{name}", (string key) => shelf.Take(key) is { } file
            ? Results.File(file.Content.ToArray(), file.Kind, file.Name)
            : Results.NotFound()).ExcludeFromDescription();

    private static async Task<IResult> Put(string name, DownloadShelf shelf, Place place)
    {
        var context = place.Context;
        if (name.Length is 0 or > LongestName || name.Any(c => c is '/' or '\\' || char.IsControl(c)))
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(new("文件名不对", "the file name cannot be one"))).Result();
        }

        var kind = context.Request.ContentType?.Split(';')[0].Trim() ?? "";
        var file = await place.ReadDocument();
        if (shelf.Put(new(name, Kinds.Contains(kind) ? kind : AnyBytes, file.Content)) is not { } key)
        {
            context.Response.Headers.RetryAfter = "30";
            return Problem.Of(context, StatusCodes.Status503ServiceUnavailable, ServerErrors.Busy()).Result();
        }

        return TypedResults.Ok(new DownloadAnswer($"/downloads/{key}/{Uri.EscapeDataString(name)}"));
    }

    internal sealed record DownloadAnswer(string Url);
}
