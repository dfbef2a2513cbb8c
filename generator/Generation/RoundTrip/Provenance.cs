using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Where a field's text comes from and where else it goes.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">Its Chinese label; null where the schema gives none.</param>
/// <param name="Value">Its value as text; null where the case has none, or a group of fields.</param>
/// <param name="Location">Where the case file states it.</param>
/// <param name="Uses">The documents of the case that show it or were worked out from it.</param>
public sealed record Provenance(
    FieldPath Field,
    string? Label,
    string? Value,
    SourceLocation? Location,
    ImmutableArray<FieldUse> Uses)
{
    /// <summary>Follows a field through every document its case bears.</summary>
    /// <param name="field">The field.</param>
    /// <param name="input">The case.</param>
    /// <param name="generator">Makes the documents.</param>
    /// <param name="catalog">Where their types are.</param>
    public static Provenance Of(FieldPath field, CaseInput input, DocumentGenerator generator, TemplateCatalog catalog)
    {
        var node = input.Data.At(field);
        return new(field, catalog.Schema.LabelOf(field), CaseNodes.TextOf(node), node?.Location, [.. Uses()]);

        IEnumerable<FieldUse> Uses() =>
            from member in input.BorneDocuments
            let type = catalog.Find(member.Name, new())
            where type is not null
            let document = generator.Generate(type, input, new(OutputFormats.None, IsDraft: true), CancellationToken.None).Document
            where document is not null
            let origins = Origins(document).Where(origin => origin.Fields.Contains(field)).ToList()
            where origins.Count > 0
            select new FieldUse(type.Id, type.Title, origins.Count(origin => origin.Verbatim), origins.Count(origin => !origin.Verbatim));
    }

    /// <summary>The field whose controls bear a tag, also one too long to stand in it; null where the case has none such.</summary>
    public static FieldPath? FieldOf(string tag, CaseInput input) =>
        CaseNodes.Leaves(input.Data).Select(leaf => (FieldPath?)leaf.Path).FirstOrDefault(path => ControlTag.Of(path!.Value) == tag);

    // Runs that follow each other with one origin are one place: a value of several lines, or bold in the middle.
    private static IEnumerable<Origin> Origins(Document document)
    {
        foreach (var paragraph in Paragraphs.Of(document.Blocks))
        {
            Origin? last = null;
            foreach (var inline in paragraph.Inlines)
            {
                if (!inline.Origin.Equals(last))
                {
                    yield return inline.Origin;
                }

                last = inline.Origin;
            }
        }
    }
}

/// <param name="Type">The document type's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Shown">In how many places the document shows the value itself.</param>
/// <param name="Derived">In how many places it shows something worked out from it.</param>
public sealed record FieldUse(string Type, Message Title, int Shown, int Derived);
