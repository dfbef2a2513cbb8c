using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation.Forms;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>What can be filled in for one document of a case.</summary>
internal static class FormEndpoints
{
    private const int LongText = 40;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/cases/{name}/forms/{type}", (string name, string type, [AsParameters] Place place) => Read(name, type, place))
            .Produces<FormAnswer>().WithSummary("The form for one document of a case");

    private static IResult Read(string name, string type, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input } || lookup.FindType(type) is not { } found)
        {
            return lookup.Problem;
        }

        var language = place.Context.Language();
        var form = place.Workshop.Forms.Read(found, input, place.Cancellation);
        return TypedResults.Ok(new FormAnswer(form.Type, form.Title.In(language),
            [.. form.Groups.Select(group => new GroupAnswer(group.Label.In(language), [.. group.Fields.Select(field => Describe(field, language))]))]));
    }

    private static FieldAnswer Describe(FormField field, Language language)
    {
        var schema = field.Schema;
        return new(field.Field.Value, field.Label.In(language), KindOf(field))
        {
            Format = schema.Format,
            Pii = schema.PersonalInformation,
            Required = field.IsRequired,
            Missing = field.IsMissing,
            Value = CaseEndpoints.JsonOf(field.Value),
            Help = HelpFor(schema, language),
            Choices = schema.Choices.IsEmpty ? null : [.. schema.Choices.Select(choice => new ChoiceAnswer(choice.Value, choice.Label))],
        };
    }

    private static string KindOf(FormField field) => field.Schema switch
    {
        { Choices.IsEmpty: false } => "choice",
        { Kind: SchemaFieldKind.Flag } => "flag",
        { Format: "money" } => "money",
        { Kind: SchemaFieldKind.Number } => "number",
        { Format: "date" } => "date",
        { PersonalInformation: "narrative" } => "multiline",
        _ when field.Value is DataText { Value: var text } && (text.Length > LongText || text.Contains('\n', StringComparison.Ordinal)) => "multiline",
        _ => "text",
    };

    private static string? HelpFor(SchemaField schema, Language language)
    {
        var example = schema.Example is { } written ? new Message($"例如 {written}", $"for example {written}").In(language) : null;
        var parts = new[] { schema.Description?.TrimEnd('。'), schema.Form?.In(language), example };
        return string.Join(language == Language.Chinese ? "；" : "; ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } help ? help : null;
    }

    internal sealed record FormAnswer(string Type, string Title, ImmutableArray<GroupAnswer> Groups);

    internal sealed record GroupAnswer(string Label, ImmutableArray<FieldAnswer> Fields);

    /// <param name="Field">Its path in the case.</param>
    /// <param name="Label">What a person calls it.</param>
    /// <param name="Kind"><c>text</c>, <c>multiline</c>, <c>number</c>, <c>date</c>, <c>money</c>, <c>flag</c> or <c>choice</c>.</param>
    internal sealed record FieldAnswer(string Field, string Label, string Kind)
    {
        public string? Format { get; init; }

        public string? Pii { get; init; }

        public bool Required { get; init; }

        public bool Missing { get; init; }

        public JsonNode? Value { get; init; }

        public string? Help { get; init; }

        public ImmutableArray<ChoiceAnswer>? Choices { get; init; }
    }

    internal sealed record ChoiceAnswer(string Value, string Label);
}
