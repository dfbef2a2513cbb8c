using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>Every address of the server.</summary>
internal static class Api
{
    public const string Root = "/api/v1";

    public static void MapApi(this WebApplication app, ServerParts parts)
    {
        var open = app.MapGroup(Root);
        SessionEndpoints.MapOpen(open, parts);

        var guarded = app.MapGroup(Root).RequireRateLimiting(Limits.Work);
        parts.Door.Guard(guarded);
        SessionEndpoints.Map(guarded);
        TypeEndpoints.Map(guarded);
        CaseEndpoints.Map(guarded);
        FormEndpoints.Map(guarded);
        CheckEndpoints.Map(guarded);
        MakeEndpoints.Map(guarded);
        DeadlineEndpoints.Map(guarded);
        FieldEndpoints.Map(guarded);
        DocumentEndpoints.Map(guarded);
        RoundTripEndpoints.Map(guarded);
        ScanEndpoints.Map(guarded);
        ClauseEndpoints.Map(guarded);
        DownloadEndpoints.Map(guarded);
        if (parts.Registers is { } registers)
        {
            NumberEndpoints.Map(guarded, registers);
        }

        app.MapOpenApi(ApiDescription.Route);
        DownloadEndpoints.MapOpen(app, parts.Downloads);
        ManifestEndpoints.Map(app, parts);
        PageEndpoints.Map(app, parts);
    }
}
