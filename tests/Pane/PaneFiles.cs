using Microsoft.Playwright;
using PiiDocs.Unit.Support;

namespace PiiDocs.Pane;

/// <summary>Serves the pane's files to one page, without a server, for tests of its modules.</summary>
internal static class PaneFiles
{
    public const string Origin = "http://pane.localhost";

    public static Task Serve(IPage page) => page.RouteAsync($"{Origin}/**", async route =>
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var file = Repository.PathTo(["addin", .. (path == "/" ? "/index.html" : path)[1..].Split('/')]);
        await (File.Exists(file)
            ? route.FulfillAsync(new() { Path = file, ContentType = KindOf(file) })
            : route.FulfillAsync(new() { Status = 404 }));
    });

    private static string KindOf(string file) => Path.GetExtension(file) switch
    {
        ".mjs" or ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    };
}
