using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>Who is there, and in which version.</summary>
internal static class SessionEndpoints
{
    private static readonly string Version = typeof(SessionEndpoints).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly string[] Features = ["pdf", "refresh", "clauses", "downloads", "scan", "public"];

    /// <summary>What anyone may ask.</summary>
    public static void MapOpen(RouteGroupBuilder group, ServerParts parts)
    {
        group.MapGet("/health", () => TypedResults.Ok(new Health("ok"))).WithSummary("The server runs");
        group.MapGet("/version", () => TypedResults.Ok(new VersionAnswer(Version, parts.Addin.Assets, parts.Office.Source, parts.Options switch
        {
            { ProxyUserHeader: not null } => "proxy",
            { Users: not null } => "user",
            _ => "code",
        }) { Features = parts.Registers is null ? Features : [.. Features, "numbers"] })).WithSummary("Version, hash of the pane's files, source of office.js, way to log in");
        group.MapPost("/pair", (PairingRequest body, HttpContext context) => Pair(body, context, parts))
            .Produces<PairingAnswer>()
            .WithSummary("A token for the code the server shows, or for a user's secret");
    }

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/session", (HttpContext context) =>
        {
            var caller = context.Features.Get<Caller>()!;
            return TypedResults.Ok(new SessionAnswer(caller.User, caller.Role.Name()));
        }).WithSummary("Whose token it is");

    private static IResult Pair(PairingRequest body, HttpContext context, ServerParts parts)
    {
        var (caller, wait) = parts.Desk.Try(body.User, body.Code ?? "");
        AuditNote.Of(context).Add("as", caller?.User ?? "");
        if (wait is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var answer = wait is { } left ? Problem.Of(context, StatusCodes.Status429TooManyRequests, ServerErrors.TooManyTries(left)).Result()
            : caller is null ? Problem.Of(context, StatusCodes.Status401Unauthorized, ServerErrors.WrongCode()).Result()
            : Give(caller, parts.Tokens);
        parts.Door.Note(context, caller, answer);
        return answer;
    }

    private static Ok<PairingAnswer> Give(Caller caller, TokenStore tokens)
    {
        var (token, expires) = tokens.Give(caller);
        return TypedResults.Ok(new PairingAnswer(token, expires, caller.User, caller.Role.Name()));
    }

    internal sealed record Health(string Status);

    /// <param name="Version">Of the program.</param>
    /// <param name="Assets">Changes with any file of the pane.</param>
    /// <param name="OfficeJs"><c>local</c> or <c>cdn</c>.</param>
    /// <param name="Login"><c>code</c>, <c>user</c> or <c>proxy</c>.</param>
    internal sealed record VersionAnswer(string Version, string Assets, string OfficeJs, string Login)
    {
        /// <summary>What this server can do beyond the least; a pane hides the rest.</summary>
        public IReadOnlyList<string> Features { get; init; } = [];
    }

    internal sealed record PairingRequest(string? Code, string? User);

    internal sealed record PairingAnswer(string Token, DateTimeOffset Expires, string User, string Role);

    internal sealed record SessionAnswer(string User, string Role);
}
