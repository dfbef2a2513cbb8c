using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Http;
using PiiDocs.Server.Security;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Server.Endpoints;

/// <summary>Documents that people edited: what that means for their case, and what the case has become since.</summary>
internal static class RoundTripEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/documents/read", (string @case, [AsParameters] Place place) => Read(@case, place))
            .TakesDocument().Produces<ReadAnswer>()
            .WithSummary("What was edited in a document, and what to look at in it");
        group.MapPost("/documents/refresh", ([AsParameters] RefreshAsked asked, [AsParameters] Place place) => Refresh(asked, place))
            .TakesDocument().Produces<RefreshAnswer>()
            .WithSummary("A document compared with its case control by control; with apply=1, brought up to date");
    }

    private static async Task<IResult> Read(string name, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(name) is not { Input: { } input } found)
        {
            return lookup.Problem;
        }

        var file = await place.ReadDocument();
        var result = place.Workshop.RoundTrip.Read(file, input, place.Cancellation);
        if (result.HasErrors && !result.CanOnlyBeSearched)
        {
            return Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, result.Diagnostics).Result();
        }

        var view = new Viewer(place.Workshop, place.Context.Language());
        return TypedResults.Ok(new ReadAnswer(DocumentView.Of(result.Document), view.Of(result.Findings), [.. result.Edits.Select(view.Of)])
        {
            Diagnostics = view.Of([.. found.Diagnostics, .. result.Diagnostics]),
        });
    }

    private static async Task<IResult> Refresh(RefreshAsked asked, Place place)
    {
        var lookup = place.Lookup();
        if (lookup.Find(asked.Case) is not { Input: { } input } found)
        {
            return lookup.Problem;
        }

        var file = await place.ReadDocument();
        var user = place.Context.Features.Get<Caller>()!.User;
        var options = new RefreshOptions
        {
            Apply = asked.Apply == 1,
            Track = asked.Track == 1 ? new TrackedBy(user, place.Workshop.Now) : null,
        };
        var result = place.Workshop.RoundTrip.Refresh(file, input, options, place.Cancellation);
        if (result.HasErrors)
        {
            return Problem.Of(place.Context, StatusCodes.Status422UnprocessableEntity, result.Diagnostics).Result();
        }

        if (options.Apply && result.Content is { } content)
        {
            AuditNote.Of(place.Context).AddHash("refreshed", content.Span);
        }

        var view = new Viewer(place.Workshop, place.Context.Language());
        return TypedResults.Ok(new RefreshAnswer(DocumentView.Of(result.Document), [.. result.Controls.Select(view.Of)], view.Of(result.Findings))
        {
            Blocks = [.. result.Blocks.Select(each => new BlockView(each.Kind, each.Paragraph, each.CanBeMade) { Document = each.Text, Current = each.InCase })],
            Content = options.Apply ? result.Content : null,
            Part = options.Apply ? result.Part : null,
            Diagnostics = view.Of([.. found.Diagnostics, .. result.Diagnostics]),
        });
    }

    /// <summary>Results in one language, with the labels of their fields.</summary>
    private sealed class Viewer(Workshop workshop, Language language)
    {
        public ImmutableArray<DiagnosticView> Of(ImmutableArray<Diagnostic> diagnostics) =>
            [.. diagnostics.Select(each => DiagnosticView.Of(each, language))];

        public ImmutableArray<FindingView> Of(ImmutableArray<DocumentFinding> findings) => [.. findings.Select(Of)];

        public EditView Of(Documents.FieldEdit edit) => new(edit.Field.Value, LabelOf(edit.Field), edit.Before, edit.After)
        {
            Tag = edit.Tag,
            Occurrence = edit.Occurrence,
            Count = edit.Count,
            Conflict = edit.IsConflict,
        };

        public ControlView Of(ControlComparison control) => new(control.Tag, control.Occurrence, control.Field.Value, LabelOf(control.Field))
        {
            State = control.State,
            Generated = control.Generated,
            Document = control.InDocument,
            Current = control.InCase,
            Derived = control.IsDerived,
        };

        private FindingView Of(DocumentFinding finding)
        {
            var diagnostic = DiagnosticView.Of(finding.Diagnostic, language);
            return new(finding.Kind, diagnostic.Severity, diagnostic.Code, diagnostic.Message)
            {
                Hint = diagnostic.Hint,
                Field = diagnostic.Field,
                Label = finding.Diagnostic.Field is { } field ? LabelOf(field) : null,
                Paragraph = diagnostic.Line,
                Tag = finding.Tag,
                Occurrence = finding.Tag is null ? null : finding.Occurrence,
                Text = finding.Text,
                Fix = finding.Fix is null ? null : new(finding.Fix),
            };
        }

        private string LabelOf(FieldPath field) => workshop.Catalog.Schema.LabelOf(field) ?? field.Value;
    }

    /// <param name="Case">The case the document belongs to.</param>
    /// <param name="Track">1: the updates stand as tracked changes.</param>
    /// <param name="Apply">1: the refreshed document comes back.</param>
    internal sealed record RefreshAsked(string Case, int? Track, int? Apply);

    internal sealed record DocumentView(string Type, string Case, string TemplateVersion, string CaseHash, bool IsOurs)
    {
        /// <summary><c>original</c>, the name of the masking rules of a copy, or empty where the file does not say.</summary>
        public string Audience { get; init; } = "";

        public static DocumentView Of(ReturnedSummary document) =>
            new(document.TypeId, document.CaseId, document.Stamp.TemplateVersion, document.Stamp.CaseHash, document.IsOurs)
            {
                Audience = document.Audience,
            };
    }

    internal sealed record FixView(string Text);

    internal sealed record FindingView(FindingKind Kind, string Severity, string Code, string Message)
    {
        public string? Hint { get; init; }

        public string? Field { get; init; }

        public string? Label { get; init; }

        public int? Paragraph { get; init; }

        public string? Tag { get; init; }

        public int? Occurrence { get; init; }

        public string? Text { get; init; }

        public FixView? Fix { get; init; }
    }

    internal sealed record EditView(string Field, string Label, string Before, string After)
    {
        public string Tag { get; init; } = "";

        public int Occurrence { get; init; }

        public int Count { get; init; }

        public bool Conflict { get; init; }
    }

    internal sealed record ControlView(string Tag, int Occurrence, string Field, string Label)
    {
        public ControlState State { get; init; }

        public string? Generated { get; init; }

        public string? Document { get; init; }

        public string? Current { get; init; }

        public bool Derived { get; init; }
    }

    /// <summary>A paragraph or table row that the case would now have otherwise.</summary>
    /// <param name="Kind">What becomes of it.</param>
    /// <param name="Paragraph">Its number in the document; of one to insert, that of the paragraph before it.</param>
    /// <param name="CanBeMade">A refresh carries it out; otherwise somebody edited it, and a person decides.</param>
    internal sealed record BlockView(BlockChangeKind Kind, int Paragraph, bool CanBeMade)
    {
        public string? Document { get; init; }

        public string? Current { get; init; }
    }

    internal sealed record ReadAnswer(DocumentView Document, ImmutableArray<FindingView> Findings, ImmutableArray<EditView> Edits)
    {
        public ImmutableArray<DiagnosticView> Diagnostics { get; init; } = [];
    }

    internal sealed record RefreshAnswer(DocumentView Document, ImmutableArray<ControlView> Controls, ImmutableArray<FindingView> Findings)
    {
        public ImmutableArray<BlockView> Blocks { get; init; } = [];

        /// <summary>Base64 in JSON.</summary>
        public ReadOnlyMemory<byte>? Content { get; init; }

        /// <summary>The custom XML part as it is after the refresh, for whoever writes the controls into an open document.</summary>
        public string? Part { get; init; }

        public ImmutableArray<DiagnosticView> Diagnostics { get; init; } = [];
    }
}
