using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Server.Http;

/// <summary>An answer that says what went wrong: RFC 9457, with our diagnostics.</summary>
/// <param name="Type">A name for the kind of problem: the first diagnostic's code.</param>
/// <param name="Title">The first diagnostic's message.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record Problem(string Type, string Title, int Status)
{
    /// <summary>What the pane asks for a new token on.</summary>
    private const string TokenCode = "PD7822";

    public const string MediaType = "application/problem+json";

    /// <summary>What to do about it.</summary>
    public string? Detail { get; init; }

    public ImmutableArray<DiagnosticView> Diagnostics { get; init; } = [];

    /// <summary>The state the case file is in now, where that is the problem.</summary>
    public string? Version { get; init; }

    public static Problem Of(HttpContext context, int status, params IReadOnlyList<Diagnostic> diagnostics)
    {
        var views = diagnostics.Select(each => DiagnosticView.Of(each, context.Language())).ToImmutableArray();
        var first = views.FirstOrDefault(each => each.Severity == "error") ?? views[0];
        return new($"urn:piidocs:{first.Code}{(first.Code == TokenCode ? "/token" : "")}", first.Message, status) { Detail = first.Hint, Diagnostics = views };
    }

    public IResult Result() => TypedResults.Json(this, contentType: MediaType, statusCode: Status);

    /// <summary>Answers with the problem, where nothing has been answered yet.</summary>
    public static Task Write(HttpContext context, int status, Diagnostic diagnostic)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        return Of(context, status, diagnostic).Result().ExecuteAsync(context);
    }
}
