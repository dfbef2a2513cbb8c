using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;
using PiiDocs.Generation.Publication;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;
using PiiDocs.Web;

namespace PiiDocs.Server.Endpoints;

/// <summary>Makes the files of one document.</summary>
internal static class MakeEndpoints
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/cases/{name}/make", (string name, MakeRequest body, [AsParameters] Place place) => Make(name, body, place))
            .Produces<MakeAnswer>().WithSummary("Makes one document of a case");

    private static IResult Make(string name, MakeRequest body, Place place)
    {
        var context = place.Context;
        if (FormatsOf(body.Formats) is not { } formats)
        {
            var known = string.Join('、', TypeEndpoints.Formats.Keys);
            return Problem.Of(context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(new($"formats 只能是 {known}", $"formats must be of {known}"))).Result();
        }

        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input } found || lookup.FindType(body.Type ?? "") is not { } type)
        {
            return lookup.Problem;
        }

        if (found.HasErrors && !body.Draft)
        {
            return Problem.Of(context, StatusCodes.Status422UnprocessableEntity, found.Diagnostics).Result();
        }

        if (body.Audience is { } audience && audience != DocumentInfo.Original)
        {
            return Publish(body with { Audience = audience }, (type, input), place);
        }

        var result = place.Workshop.Generator.Generate(type, input, new(formats, body.Draft), place.Cancellation);
        var diagnostics = found.Diagnostics.Concat(result.Diagnostics).ToList();
        if (result.HasErrors)
        {
            return Problem.Of(context, StatusCodes.Status422UnprocessableEntity, diagnostics).Result();
        }

        if (!body.Draft && result.Files is [var file, ..])
        {
            NumberEndpoints.Confirm(place, input, (type, file));
        }

        return Answer(result.Files, diagnostics, context);
    }

    /// <summary>The public copy: masked, searched, and nothing where anything still tells of a person.</summary>
    private static IResult Publish(MakeRequest body, (DocumentType Type, CaseInput Input) made, Place place)
    {
        var diagnostics = new DiagnosticBag();
        if (RedactionPolicyFile.Read(place.Workshop.Catalog.Folder, body.Audience!, diagnostics) is not { } policy)
        {
            return Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, diagnostics.Items).Result();
        }

        var options = new PublicationOptions(policy, ColumnText.UsualWidth, RandomNumberGenerator.GetBytes(16));
        var result = place.Workshop.Publisher.Publish(made.Type, made.Input, options, place.Cancellation);
        var formats = (body.Formats ?? ["docx"]).Select(format => $".{format}");
        return result.IsPublished
            ? Answer([.. result.Files.Where(file => formats.Contains(Path.GetExtension(file.Name)))], result.Diagnostics, place.Context)
            : Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, result.Diagnostics).Result();
    }

    private static Ok<MakeAnswer> Answer(ImmutableArray<GeneratedFile> files, IEnumerable<Diagnostic> diagnostics, HttpContext context)
    {
        foreach (var file in files)
        {
            AuditNote.Of(context).Add(Path.GetExtension(file.Name).TrimStart('.'), file.Hash);
        }

        var language = context.Language();
        return TypedResults.Ok(new MakeAnswer([.. files.Select(FileAnswer.Of)], [.. diagnostics.Select(each => DiagnosticView.Of(each, language))]));
    }

    private static OutputFormats? FormatsOf(string?[]? names)
    {
        var formats = OutputFormats.None;
        foreach (var name in names ?? ["docx"])
        {
            if (name is null || !TypeEndpoints.Formats.TryGetValue(name, out var format))
            {
                return null;
            }

            formats |= format;
        }

        return formats == OutputFormats.None ? null : formats;
    }

    internal sealed record MakeRequest(string? Type, string?[]? Formats, bool Draft, string? Audience = null);

    internal sealed record MakeAnswer(ImmutableArray<FileAnswer> Files, ImmutableArray<DiagnosticView> Diagnostics);
}

/// <summary>A finished file, in an answer.</summary>
/// <param name="Name">File name, safe on every system.</param>
/// <param name="Format"><c>docx</c>, <c>pdf</c> …</param>
/// <param name="Bytes">Its length.</param>
internal sealed record FileAnswer(string Name, string Format, int Bytes)
{
    public int? Pages { get; init; }

    public string Sha256 { get; init; } = "";

    /// <summary>Base64 in JSON.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    public static FileAnswer Of(GeneratedFile file) => new(file.Name, Path.GetExtension(file.Name).TrimStart('.'), file.Content.Length)
    {
        Pages = file.Pages,
        Sha256 = file.Hash,
        Content = file.Content,
    };
}
