using PiiDocs.Addin;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Endpoints;

/// <summary>What Word and WPS read to know the pane, for the address it was asked at.</summary>
internal static class ManifestEndpoints
{
    private const string Kind = "text/xml; charset=utf-8";

    public static void Map(WebApplication app, ServerParts parts)
    {
        app.MapGet("/manifest.xml", (HttpContext context) => Results.Content(PaneManifest.Write(AddressOf(context, parts.Options)), Kind)).ExcludeFromDescription();
        app.MapGet("/manifest-sharepoint.xml", (HttpContext context) => Results.Content(PaneManifest.Write(AddressOf(context, parts.Options), withRibbon: false), Kind)).ExcludeFromDescription();
        app.MapGet("/wps/ribbon.xml", () => Results.Content(WpsFiles.Ribbon(), Kind)).ExcludeFromDescription();
        app.MapGet("/wps/manifest.xml", () => Results.Content(WpsFiles.Manifest(), Kind)).ExcludeFromDescription();
        app.MapGet("/wps/jsplugins.xml", (HttpContext context) => Results.Content(WpsFiles.Plugins(AddressOf(context, parts.Options)), Kind)).ExcludeFromDescription();
    }

    /// <summary>The name asked for has been let through: it is one of ours.</summary>
    private static Uri AddressOf(HttpContext context, ServerOptions options) =>
        options.Url ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}");
}
