using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Endpoints;

/// <summary>The periods that run in a case.</summary>
internal static class DeadlineEndpoints
{
    private const string Day = "yyyy-MM-dd";

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/cases/{name}/deadlines", (string name, string? on, [AsParameters] Place place) => List(name, on, place))
            .Produces<DeadlineAnswer[]>().WithSummary("Every period of a case, by its last day");

    private static IResult List(string name, string? on, Place place)
    {
        var today = place.Workshop.Today;
        if (on is not null && !DateOnly.TryParseExact(on, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
        {
            return Problem.Of(place.Context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(new("on 应写作 2024-10-28", "write on as 2024-10-28"))).Result();
        }

        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input })
        {
            return lookup.Problem;
        }

        var language = place.Context.Language();
        return TypedResults.Ok(CaseDeadlines.List(place.Workshop.Catalog.Law, input.Data, today).Select(each => Describe(each, language)));
    }

    private static DeadlineAnswer Describe(CaseDeadline each, Language language)
    {
        var (deadline, rule) = (each.Deadline, each.Deadline.Rule);
        return new(rule.Id, rule.Matter, deadline.Last.ToString(Day, CultureInfo.InvariantCulture))
        {
            Basis = rule.Basis,
            Start = deadline.Start.ToString(Day, CultureInfo.InvariantCulture),
            Done = each.Done?.ToString(Day, CultureInfo.InvariantCulture),
            State = each.State,
            StateLabel = CaseDeadlines.NameOf(each.State).In(language),
            Field = each.BegunAt.Value,
            Certain = deadline.IsCertain,
        };
    }

    /// <param name="Rule">The rule's id.</param>
    /// <param name="Label">What is to be done.</param>
    /// <param name="Date">The last day.</param>
    internal sealed record DeadlineAnswer(string Rule, string Label, string Date)
    {
        public string Basis { get; init; } = "";

        public string Start { get; init; } = "";

        public string? Done { get; init; }

        public DeadlineState State { get; init; }

        public string StateLabel { get; init; } = "";

        /// <summary>The field the period begins with.</summary>
        public string Field { get; init; } = "";

        /// <summary>False where the official calendar of that year is not known.</summary>
        public bool Certain { get; init; }
    }
}
