using Microsoft.AspNetCore.OpenApi;

namespace PiiDocs.Server.Endpoints;

/// <summary>The OpenAPI description of the server: made from the endpoints themselves.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";
    public const string Route = "/openapi/{documentName}.json";

    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "PiiDocs",
            Version = DocumentName,
            Description = "What the Word pane asks of its server. A token from /pair goes into the Authorization header; problems are RFC 9457 with diagnostics.",
        };
        document.Servers = [];
        return Task.CompletedTask;
    });
}
