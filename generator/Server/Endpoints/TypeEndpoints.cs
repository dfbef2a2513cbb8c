using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>The document types there are.</summary>
internal static class TypeEndpoints
{
    /// <summary>What a document can be made as.</summary>
    public static readonly IReadOnlyDictionary<string, OutputFormats> Formats = new Dictionary<string, OutputFormats>(StringComparer.Ordinal)
    {
        ["docx"] = OutputFormats.Docx,
        ["pdf"] = OutputFormats.Pdf,
        ["html"] = OutputFormats.Html,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/types", (Workshop workshop, HttpContext context) => List(workshop, context)).Produces<TypeAnswer[]>()
            .WithSummary("Every document type; one whose files cannot be used says why");

    /// <summary>Where none can be used, as with a broken style sheet, that is the answer.</summary>
    private static IResult List(Workshop workshop, HttpContext context)
    {
        var diagnostics = new DiagnosticBag();
        var types = workshop.Catalog.Folder.TypeIds.Select(id => Describe(id, workshop, context.Language(), diagnostics)).ToList();
        return types.Count > 0 && types.TrueForAll(each => each.Diagnostics is not null)
            ? Problem.Of(context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items.Distinct()]).Result()
            : TypedResults.Ok(types);
    }

    private static TypeAnswer Describe(string id, Workshop workshop, Language language, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var type = workshop.Catalog.Find(id, found);
        diagnostics.AddRange(found.Items);
        return type is null
            ? new(id, id, id) { Diagnostics = [.. found.Items.Select(each => DiagnosticView.Of(each, language))] }
            : new(type.Id, type.Title.Chinese, type.Title.English) { Formats = [.. Formats.Keys], Audience = [.. type.Audience] };
    }

    internal sealed record TypeAnswer(string Id, string Title, string TitleEn)
    {
        public string[] Formats { get; init; } = [];

        public string[] Audience { get; init; } = [];

        /// <summary>Why it cannot be used; null where it can.</summary>
        public DiagnosticView[]? Diagnostics { get; init; }
    }
}
