namespace PiiDocs.Server.Http;

/// <summary>What a browser must and must not do with an answer.</summary>
internal static class SecurityHeaders
{
    /// <param name="app">The application.</param>
    /// <param name="scriptHosts">Where scripts may come from beside this server: Microsoft's delivery network, or nowhere.</param>
    public static void UseSecurityHeaders(this WebApplication app, string scriptHosts)
    {
        var policy = string.Join("; ",
            "default-src 'none'",
            $"script-src 'self'{(scriptHosts.Length > 0 ? " " : "")}{scriptHosts}",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "object-src 'none'");
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers.CacheControl = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? "no-store" : "no-cache";
            return next(context);
        });
    }
}
