using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Endpoints;

/// <summary>The pane's own files, and pages a person opens to see whether the server can be reached.</summary>
internal static class PageEndpoints
{
    private const string WebPage = "index.html";

    private const string HealthPage = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>PiiDocs</title></head>
        <body>
        <h1>PiiDocs 服务可以访问</h1>
        <p>证书和网络都没有问题：看到本页而没有警告，Word 窗格就能打开。</p>
        <p lang="en">The server can be reached, and its certificate is trusted: the Word pane will open.</p>
        </body>
        </html>

        """;

    public static void Map(WebApplication app, ServerParts parts)
    {
        app.MapGet("/health.html", () => Results.Content(HealthPage, "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/office/{**path}", (string path, HttpContext context) => Office(path, context, parts.Office)).ExcludeFromDescription();
        app.MapGet("/wps", (HttpContext context) => Folder(context, parts.Addin)).ExcludeFromDescription();
        app.MapGet("/{**path}", (string? path, HttpContext context) => Serve(parts.Addin.Find(path is { Length: > 0 } ? path : WebPage), context)).ExcludeFromDescription();
    }

    /// <summary>The page WPS opens, which it asks for by its folder; what the page names beside it needs the stroke at the end.</summary>
    private static IResult Folder(HttpContext context, AddinFolder addin) =>
        context.Request.Path.Value![^1] == '/'
            ? Serve(addin.Find($"{context.Request.Path.Value.Trim('/')}/{WebPage}"), context)
            : Results.Redirect($"{context.Request.Path}/");

    /// <summary>A script of Microsoft's: from the local folder, or sent on to where Microsoft has it.</summary>
    private static IResult Office(string path, HttpContext context, OfficeScripts scripts) =>
        scripts.IsLocal ? Serve(AddinFolder.Find(scripts.Folder, path, []), context)
        : path.Contains("..", StringComparison.Ordinal) ? Results.NotFound()
        : Results.Redirect(OfficeScripts.NetworkAddress(path));

    private static IResult Serve((string Path, string Kind)? file, HttpContext context)
    {
        if (file is not var (path, kind))
        {
            return Results.NotFound();
        }

        var info = new FileInfo(path);
        return Results.File(path, kind, lastModified: info.LastWriteTimeUtc, entityTag: new($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}\""));
    }
}
