using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>The cases: listed, read, changed.</summary>
internal static class CaseEndpoints
{
    private const int MostChanges = 1000;

    private const string Id = "$.id";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/cases", (string? q, CaseFolder folder) => TypedResults.Ok(List(q, folder)))
            .WithSummary("The cases of the folder, those that match first");
        group.MapGet("/cases/{name}", (string name, [AsParameters] Place place) => Read(name, place))
            .Produces<CaseAnswer>().WithSummary("A case, with its version as ETag");
        group.MapPut("/cases/{name}", (string name, SaveRequest body, [AsParameters] Place place) => Save(name, body, place))
            .Produces<SaveAnswer>()
            .WithMetadata(new NeededRight(Right.Write))
            .WithSummary("Changes fields of a case, if it is still in the version of If-Match");
    }

    private static IEnumerable<CaseListed> List(string? query, CaseFolder folder)
    {
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return from each in folder.List()
               where Array.TrueForAll(words, word => Matches(each, word))
               orderby each.Modified descending, each.Name
               select new CaseListed(each.Name, each.Id, each.Title, each.Office)
               {
                   Types = each.Types,
                   Modified = each.Modified,
                   Version = each.Version,
                   Readable = each.IsReadable,
               };
    }

    private static bool Matches(CaseSummary each, string word) =>
        new[] { each.Name, each.Id, each.Title, each.Office }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IResult Read(string name, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input } found)
        {
            return lookup.Problem;
        }

        place.Context.Response.Headers.ETag = $"\"{found.Version}\"";
        return TypedResults.Ok(new CaseAnswer(name, input.Id, found.Version, found.Source.Path)
        {
            Title = input.Data.Find("matter") is DataObject matter && matter.Find("title") is DataText title ? title.Value : "",
            Types = [.. input.BorneDocuments.Select(member => TypeOf(member.Name, place.Workshop))],
            Data = JsonOf(input.Data),
        });
    }

    private static IResult Save(string name, SaveRequest body, Place place)
    {
        var context = place.Context;
        AuditNote.Of(context).Add("case", CaseFolder.IsName(name) ? name : "");
        if (context.Request.Headers.IfMatch is not [{ Length: > 2 } tag])
        {
            return Problem.Of(context, StatusCodes.Status428PreconditionRequired, ServerErrors.VersionMissing()).Result();
        }

        var changes = body.Changes?.Select(change => ChangeOf(change, place.Workshop.Catalog.Schema)).ToList() ?? [];
        if (changes.Count is 0 or > MostChanges || changes.Contains(null))
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(new("changes 的写法不对", "the changes are not as they must be"))).Result();
        }

        var diagnostics = new DiagnosticBag();
        var saving = place.Folder.Save(new(name, tag.Trim('"'), [.. changes.OfType<FieldChange>()]), place.Workshop.Catalog.Schema, diagnostics);
        AuditNote.Of(context).Add("before", tag.Trim('"'));
        AuditNote.Of(context).Add("after", saving.Version);
        AuditNote.Of(context).Add("fields", string.Join(' ', changes.Select(change => change!.Field.WithoutIndexes().Value).Distinct(StringComparer.Ordinal)));
        return saving.State switch
        {
            SavingState.Saved => Saved(name, saving.Version, place),
            SavingState.Changed => (Problem.Of(context, StatusCodes.Status412PreconditionFailed, ServerErrors.ChangedMeanwhile()) with { Version = saving.Version }).Result(),
            SavingState.Missing => Problem.Of(context, StatusCodes.Status404NotFound, ServerErrors.NoSuchCase()).Result(),
            _ => Problem.Of(context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items]).Result(),
        };
    }

    private static Ok<SaveAnswer> Saved(string name, string version, Place place)
    {
        place.Context.Response.Headers.ETag = $"\"{version}\"";
        var diagnostics = place.Folder.Read(name, new()) is { } source ? place.Workshop.Load(source).Diagnostics : [];
        return TypedResults.Ok(new SaveAnswer(version, [.. diagnostics.Select(each => DiagnosticView.Of(each, place.Context.Language()))]));
    }

    // The id ties a case to its documents and numbers: changed here, none of them would belong to it any more.
    private static FieldChange? ChangeOf(ChangeRequest? change, CaseSchema schema)
    {
        if (change?.Field is not { Length: > 2 } field || !field.StartsWith("$.", StringComparison.Ordinal) || field == Id)
        {
            return null;
        }

        var (text, kind) = change.Value.ValueKind switch
        {
            JsonValueKind.String => (change.Value.GetString()!, (ChangedKind?)KindOf(new(field), schema)),
            JsonValueKind.Number => (change.Value.GetRawText(), ChangedKind.Number),
            JsonValueKind.True => ("true", ChangedKind.Flag),
            JsonValueKind.False => ("false", ChangedKind.Flag),
            JsonValueKind.Null => ("", ChangedKind.Nothing),
            _ => ("", null),
        };
        return kind is { } known ? new(new(field), text) { Kind = known, MayAdd = true } : null;
    }

    /// <summary>What a text means: what was typed in Word is text, whatever the field holds.</summary>
    private static ChangedKind KindOf(FieldPath field, CaseSchema schema) => schema.KindOf(field) switch
    {
        SchemaFieldKind.Number => ChangedKind.Number,
        SchemaFieldKind.Flag => ChangedKind.Flag,
        _ => ChangedKind.Text,
    };

    private static CaseType TypeOf(string id, Workshop workshop) =>
        new(id, workshop.Catalog.Folder.TypeIds.Contains(id, StringComparer.Ordinal) ? workshop.Catalog.Find(id, new())?.Title.Chinese ?? id : id);

    /// <summary>The values of a case as JSON; numbers as the file writes them.</summary>
    public static JsonNode? JsonOf(DataNode? node) => node switch
    {
        DataText text => JsonValue.Create(text.Value),
        DataNumber number => JsonNode.Parse(number.Value.ToString(CultureInfo.InvariantCulture)),
        DataFlag flag => JsonValue.Create(flag.Value),
        DataList list => new JsonArray([.. list.Items.Select(JsonOf)]),
        DataObject fields => new JsonObject(fields.Members.Select(member => KeyValuePair.Create(member.Name, JsonOf(member.Value)))),
        _ => null,
    };

    internal sealed record CaseListed(string Name, string Id, string Title, string Office)
    {
        public ImmutableArray<string> Types { get; init; } = [];

        public DateTime Modified { get; init; }

        public string Version { get; init; } = "";

        /// <summary>False where the file cannot be read as a case.</summary>
        public bool Readable { get; init; }
    }

    internal sealed record CaseType(string Id, string Title);

    internal sealed record CaseAnswer(string Name, string Id, string Version, string File)
    {
        public string Title { get; init; } = "";

        public ImmutableArray<CaseType> Types { get; init; } = [];

        public JsonNode? Data { get; init; }
    }

    internal sealed record ChangeRequest(string? Field, JsonElement Value);

    internal sealed record SaveRequest(ChangeRequest?[]? Changes);

    internal sealed record SaveAnswer(string Version, ImmutableArray<DiagnosticView> Diagnostics);
}
