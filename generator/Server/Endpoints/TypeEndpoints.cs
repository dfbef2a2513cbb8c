using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Endpoints;

/// <summary>The document types there are.</summary>
internal static class TypeEndpoints
{
    /// <summary>What a document can be made as.</summary>
    public static readonly IReadOnlyDictionary<string, OutputFormats> Formats = new Dictionary<string, OutputFormats>(StringComparer.Ordinal)
    {
        ["docx"] = OutputFormats.Docx,
        ["pdf"] = OutputFormats.Pdf,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/types", (Workshop workshop) => TypedResults.Ok(List(workshop))).WithSummary("Every document type");

    private static IEnumerable<TypeAnswer> List(Workshop workshop) =>
        from id in workshop.Catalog.Folder.TypeIds
        let type = workshop.Catalog.Find(id, new DiagnosticBag())
        where type is not null
        select new TypeAnswer(type.Id, type.Title.Chinese, type.Title.English)
        {
            Formats = [.. Formats.Keys],
            Audience = [.. type.Audience],
        };

    internal sealed record TypeAnswer(string Id, string Title, string TitleEn)
    {
        public string[] Formats { get; init; } = [];

        public string[] Audience { get; init; } = [];
    }
}
