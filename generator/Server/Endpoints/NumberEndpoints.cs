using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Numbering;
using PiiDocs.Registers;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>文号 from the office's register; only of a server that was started with one.</summary>
internal sealed class NumberEndpoints(RegisterStore store)
{
    public static void Map(RouteGroupBuilder group, RegisterStore store)
    {
        var numbers = new NumberEndpoints(store);
        group.MapGet("/numbers", ([AsParameters] NumberQuery query, [AsParameters] Place place) => numbers.List(query, place))
            .Produces<NumbersAnswer>()
            .WithSummary("The numbers of a series and what became of them; of a document's series, with its own number and the next one");
        group.MapPost("/numbers", (NumberOrder body, [AsParameters] Place place) => numbers.Reserve(body, place))
            .Produces<NumberAnswer>()
            .WithMetadata(new NeededRight(Right.Write))
            .WithSummary("Reserves a number for a document of a case; asked again it is the same number");
        group.MapPost("/numbers/void", (VoidOrder body, [AsParameters] Place place) => numbers.Void(body, place))
            .Produces<NumberAnswer>()
            .WithMetadata(new NeededRight(Right.Void))
            .WithSummary("Says why a number is used for nothing any more; it is never given out again");
    }

    /// <summary>Says that a filing made of a case bears its number; a reviewer's is only looked at.</summary>
    public static void Confirm(Place place, CaseInput input, (DocumentType Type, GeneratedFile File) made)
    {
        var caller = place.Context.Features.Get<Caller>()!;
        var number = input.NumberOf(made.Type.Id);
        if (place.Context.RequestServices.GetRequiredService<ServerParts>().Registers is { } store && caller.Role.May(Right.Write)
            && store.Numbers.Find(number) is { State: not NumberState.Void } known && known.CaseId == input.Id)
        {
            store.Numbers.Use(number, made.File.Hash, caller.User, new());
        }
    }

    private IResult List(NumberQuery query, Place place)
    {
        var state = Enum.TryParse<NumberState>(query.State, ignoreCase: true, out var named) ? named : (NumberState?)null;
        if (query.State is not null && state is null)
        {
            var what = new Message("state 只能是 reserved、used 或 void", "state must be reserved, used or void");
            return Problem.Of(place.Context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(what)).Result();
        }

        if (query.Case is null && query.Type is null)
        {
            return TypedResults.Ok(new NumbersAnswer(NumbersOf(new(query.Office, query.Kind, query.Year, state))));
        }

        if (Ask(new(query.Type, query.Case), place, out var refusal) is not { } asked)
        {
            return refusal;
        }

        var series = asked.Request.Series;
        return TypedResults.Ok(new NumbersAnswer(NumbersOf(new(series.Office, series.Series, series.Year, state)))
        {
            Document = new(series.Office, series.Series, series.Year)
            {
                Number = asked.Assignment.Living(asked.Request) is { } living ? NumberAnswer.Of(living) : null,
                Next = store.Numbers.Next(asked.Request),
            },
        });
    }

    private IResult Reserve(NumberOrder order, Place place)
    {
        if (Ask(order, place, out var refusal) is not { } asked)
        {
            return refusal;
        }

        var path = FieldPath.Root.Member("documents").Member(asked.Request.Type).Member("number");
        if (asked.Input.NumberOf(asked.Request.Type) is { Length: > 0 } written and not NumberAssignment.Open
            && asked.Assignment.Living(asked.Request)?.Number != written)
        {
            return Problem.Of(place.Context, StatusCodes.Status409Conflict, NumberingErrors.HasNumber(path, asked.Input.Data.Location)).Result();
        }

        var number = store.Numbers.Reserve(asked.Request, UserOf(place));
        AuditNote.Of(place.Context).Add("number", number.Number);
        return TypedResults.Ok(NumberAnswer.Of(number) with { Field = path.Value });
    }

    private IResult Void(VoidOrder order, Place place)
    {
        if (string.IsNullOrWhiteSpace(order.Number) || string.IsNullOrWhiteSpace(order.Reason))
        {
            var what = new Message("number 和 reason 都要写", "number and reason must be given");
            return Problem.Of(place.Context, StatusCodes.Status400BadRequest, ServerErrors.BadRequest(what)).Result();
        }

        var diagnostics = new DiagnosticBag();
        AuditNote.Of(place.Context).Add("number", order.Number);
        return store.Numbers.Void(order.Number, order.Reason.Trim(), UserOf(place), diagnostics) is { } number
            ? TypedResults.Ok(NumberAnswer.Of(number))
            : Problem.Of(place.Context, StatusCodes.Status409Conflict, [.. diagnostics.Items]).Result();
    }

    /// <summary>What the register is asked for; null, with the answer, where there is nothing to ask.</summary>
    private Asked? Ask(NumberOrder order, Place place, out IResult refusal)
    {
        var lookup = place.Lookup();
        if (lookup.Find(order.Case ?? "") is not { Input: { } input } || lookup.FindType(order.Type ?? "") is not { } type)
        {
            refusal = lookup.Problem;
            return null;
        }

        var diagnostics = new DiagnosticBag();
        var catalog = place.Workshop.Catalog;
        if (NumberPatterns.Read(catalog.Folder, diagnostics) is { } patterns)
        {
            var assignment = new NumberAssignment(catalog, patterns, new(store, UserOf(place)), place.Workshop.Clock);
            if (assignment.RequestFor(input, type.Id, diagnostics) is { } request)
            {
                refusal = Results.Empty;
                return new(input, request, assignment);
            }
        }

        IReadOnlyList<Diagnostic> reasons = diagnostics.HasErrors ? diagnostics.Items : [NumberingErrors.NotNumbered(type)];
        refusal = Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, reasons).Result();
        return null;
    }

    private ImmutableArray<NumberAnswer> NumbersOf(NumberFilter filter) => [.. store.Numbers.List(filter).Select(NumberAnswer.Of)];

    private static string UserOf(Place place) => place.Context.Features.Get<Caller>()!.User;

    private sealed record Asked(CaseInput Input, NumberRequest Request, NumberAssignment Assignment);

    /// <param name="Case">With <c>type</c>: the numbers of that document's series.</param>
    /// <param name="Type">The document type.</param>
    /// <param name="Office">Without a case: the office's short name.</param>
    /// <param name="Kind">Without a case: the kind of number, a key of <c>_numbering.yaml</c>.</param>
    /// <param name="Year">Without a case: the year in the number.</param>
    /// <param name="State"><c>reserved</c>, <c>used</c> or <c>void</c>; all by default.</param>
    internal sealed record NumberQuery(string? Case, string? Type, string? Office, string? Kind, int? Year, string? State);

    internal sealed record NumberOrder(string? Type, string? Case);

    internal sealed record VoidOrder(string? Number, string? Reason);

    /// <param name="Numbers">In order of office, kind, year and serial.</param>
    internal sealed record NumbersAnswer(ImmutableArray<NumberAnswer> Numbers)
    {
        public DocumentNumberAnswer? Document { get; init; }
    }

    internal sealed record DocumentNumberAnswer(string Office, string Kind, int Year)
    {
        /// <summary>The number it has in the register.</summary>
        public NumberAnswer? Number { get; init; }

        /// <summary>The number that would be given now.</summary>
        public string Next { get; init; } = "";
    }

    internal sealed record NumberAnswer(string Number, NumberState State)
    {
        /// <summary>The field of the case it belongs into.</summary>
        public string? Field { get; init; }

        public string CaseId { get; init; } = "";

        public string Type { get; init; } = "";

        public string ReservedAt { get; init; } = "";

        public string ReservedBy { get; init; } = "";

        public string? VoidReason { get; init; }

        public static NumberAnswer Of(RegisteredNumber number) => new(number.Number, number.State)
        {
            CaseId = number.CaseId,
            Type = number.Type,
            ReservedAt = number.ReservedAt,
            ReservedBy = number.ReservedBy,
            VoidReason = number.VoidReason,
        };
    }
}
