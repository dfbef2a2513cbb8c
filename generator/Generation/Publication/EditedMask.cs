using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Privacy.Redaction;

namespace PiiDocs.Generation.Publication;

/// <summary>Masks paragraphs that people wrote: controls by their fields, everything else by the names, numbers and addresses of the case.</summary>
internal sealed class EditedMask
{
    private readonly MaskedCase _masked;
    private readonly RedactionPolicy _policy;
    private readonly Dictionary<FieldPath, string?> _plain;
    private readonly Dictionary<FieldPath, string?> _shown;

    public EditedMask(DataObject data, MaskedCase masked, RedactionPolicy policy)
    {
        (_masked, _policy) = (masked, policy);
        _plain = ValuesOf(data);
        _shown = ValuesOf(masked.Data);
    }

    public Block Of(Block block) => block switch
    {
        Paragraph paragraph => Of(paragraph),
        Table table => table with
        {
            Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Paragraphs = [.. cell.Paragraphs.Select(Of)] })] })],
        },
        Diagram diagram => diagram with
        {
            Nodes = [.. diagram.Nodes.Select(node => node with { Label = Of(node.Label) })],
            Edges = [.. diagram.Edges.Select(edge => edge with { Label = Of(edge.Label) })],
        },
        _ => block,
    };

    private Paragraph Of(Paragraph paragraph) => paragraph with { Inlines = Of(paragraph.Inlines) };

    private ImmutableArray<Inline> Of(ImmutableArray<Inline> inlines) =>
        [.. InlineText.Pieces(inlines).SelectMany(piece => piece.Origin.IsFixedText ? ByHand(piece.Inlines) : FromFields(piece.Origin, piece.Inlines))];

    private IEnumerable<Inline> ByHand(ImmutableArray<Inline> inlines) =>
        inlines.Select(inline => inline is TextRun run ? run with { Text = _masked.InText(run.Text) } : inline);

    private IEnumerable<Inline> FromFields(Origin origin, ImmutableArray<Inline> inlines)
    {
        var changed = origin.Fields.SelectMany(Below).Where(field => _shown.GetValueOrDefault(field) != _plain[field]).ToList();
        if (changed.Count == 0)
        {
            return ByHand(inlines);
        }

        var text = InlineText.Of(inlines);
        return Written(origin.Verbatim ? ValueOf(origin.Fields[0]) : Derived(text, changed), inlines);
    }

    private string ValueOf(FieldPath field) => _shown.GetValueOrDefault(field) is { Length: > 0 } value ? value : _policy.Blank;

    // Text worked out from what is masked stays only where masking can be seen to have reached it.
    private string Derived(string text, List<FieldPath> changed)
    {
        var masked = _masked.InText(text);
        return masked == text || changed.Exists(field => !_shown.ContainsKey(field)) ? _policy.Blank : masked;
    }

    private static IEnumerable<Inline> Written(string text, ImmutableArray<Inline> before)
    {
        var look = before.OfType<TextRun>().FirstOrDefault() ?? new TextRun("");
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (number > 0)
            {
                yield return new LineBreak();
            }

            if (line.Length > 0)
            {
                yield return look with { Text = line };
            }
        }
    }

    // A field of a text may be a list or a group: what was read of it is not known, so all of it counts.
    private IEnumerable<FieldPath> Below(FieldPath field) =>
        _plain.ContainsKey(field)
            ? [field]
            : _plain.Keys.Where(field.Holds);

    private static Dictionary<FieldPath, string?> ValuesOf(DataObject data) =>
        CaseNodes.Leaves(data).DistinctBy(leaf => leaf.Path).ToDictionary(leaf => leaf.Path, CaseNodes.TextOf);
}
