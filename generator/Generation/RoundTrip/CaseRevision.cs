using System.Collections.Immutable;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Law;

namespace PiiDocs.Generation;

/// <summary>A case file with edits from a document in it.</summary>
/// <param name="Text">The whole file; comments and order as they were.</param>
/// <param name="Written">The edits that are in it.</param>
public sealed record CaseRevision(string Text, ImmutableArray<FieldEdit> Written)
{
    /// <summary>Writes the edits that leave the case as the schema and the law want it; the others are reported, not written.</summary>
    /// <param name="input">The case.</param>
    /// <param name="edits">What was edited in a document; what is in conflict is left out.</param>
    /// <param name="catalog">Schema and law.</param>
    /// <param name="diagnostics">PD7204 and what is wrong, for each edit that is not written.</param>
    /// <returns>Null where no file holds the case.</returns>
    public static CaseRevision? Of(CaseInput input, ImmutableArray<FieldEdit> edits, TemplateCatalog catalog, DiagnosticBag diagnostics)
    {
        if (input.Data.Location?.Source is not { } source)
        {
            return null;
        }

        var revision = new Attempt(source, input.Data, catalog);
        var wanted = edits.Where(edit => !edit.IsConflict).ToList();
        if (revision.With(wanted) is { Problems: [] } all)
        {
            return new(all.Text, [.. wanted]);
        }

        // Together they do not fit. Each that fits beside those before it is written: two dates may move only as one.
        var written = new List<FieldEdit>();
        for (var before = -1; written.Count > before;)
        {
            before = written.Count;
            written.AddRange(wanted.Except(written).Where(edit => revision.With([.. written, edit]).Problems.IsEmpty).Take(1));
        }

        foreach (var refused in wanted.Except(written))
        {
            diagnostics.Add(RoundTripErrors.EditRefused(revision.PlaceOf(refused.Field), refused.Field));
            diagnostics.AddRange(revision.With([.. written, refused]).Problems);
        }

        return new(revision.With(written).Text, [.. written]);
    }

    private sealed class Attempt
    {
        private readonly SourceText _source;
        private readonly DataObject _data;
        private readonly TemplateCatalog _catalog;
        private readonly HashSet<(string, FieldPath?, Message)> _known;

        public Attempt(SourceText source, DataObject data, TemplateCatalog catalog)
        {
            (_source, _data, _catalog) = (source, data, catalog);
            _known = [.. Check(data).Select(KeyOf)];
        }

        /// <summary>The file with some edits, and what is wrong with it that was not wrong before.</summary>
        public (string Text, ImmutableArray<Diagnostic> Problems) With(IReadOnlyList<FieldEdit> edits)
        {
            var found = new DiagnosticBag();
            var text = CaseEdits.Apply(_source, _data, [.. edits.Select(edit => new FieldChange(edit.Field, edit.After))], found);
            if (!found.HasErrors && CaseReader.Read(new(_source.Path, text), found) is { } data)
            {
                found.AddRange(Check(data).Where(each => !_known.Contains(KeyOf(each))));
            }

            return (text, [.. found.Items.Where(each => each.Severity == Severity.Error)]);
        }

        public SourceLocation? PlaceOf(FieldPath field) => _data.At(field)?.Location;

        private IReadOnlyList<Diagnostic> Check(DataObject data)
        {
            var found = new DiagnosticBag();
            _catalog.Schema.Check(data, found);
            if (!found.HasErrors)
            {
                LegalChecks.Run(_catalog.Law, data, found);
            }

            return found.Items;
        }

        // The place moves with the text; what is wrong stays the same.
        private static (string, FieldPath?, Message) KeyOf(Diagnostic each) => (each.Code, each.Field, each.Message);
    }
}
