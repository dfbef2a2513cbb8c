
namespace PiiDocs.Server.Http;

/// <summary>Turns away requests that were sent to another name, or by another web page.</summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this WebApplication app, ServerOptions options)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", Bracketed(options.Host), new Uri(options.Address).Host };
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (!names.Contains(request.Host.Host))
            {
                return Problem.Write(context, StatusCodes.Status421MisdirectedRequest, ServerErrors.ForeignHost());
            }

            return IsOurs(request, options) ? next(context) : Problem.Write(context, StatusCodes.Status403Forbidden, ServerErrors.ForeignOrigin());
        });
    }

    /// <summary>No page sent it, or one of ours did. A page may be opened from anywhere; it holds no data.</summary>
    private static bool IsOurs(HttpRequest request, ServerOptions options)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0)
        {
            return origin.Count == 1 && (origin[0] == options.Address || origin[0] == $"{request.Scheme}://{request.Host}");
        }

        return !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]" : host;
}
