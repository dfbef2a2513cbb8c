using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Generation.Publication;

/// <summary>Puts together the public copy of an edited document: what nobody touched as the masked case says it, the rest masked as it stands.</summary>
/// <param name="fresh">The document as its case would make it.</param>
/// <param name="masked">The same of the masked case.</param>
/// <param name="mask">For what people wrote.</param>
internal sealed class EditedMerge(Document fresh, Document masked, EditedMask mask)
{
    private readonly ImmutableArray<Paragraph>.Builder _byHand = ImmutableArray.CreateBuilder<Paragraph>();

    /// <summary>Paragraphs that people wrote or changed, masked, each with its place in the file.</summary>
    public ImmutableArray<Paragraph> ByHand => _byHand.ToImmutable();

    public ImmutableArray<Block> Of(ImmutableArray<Block> edited)
    {
        var (first, counterparts) = Counterparts();
        var untouched = Alignment.Of([.. edited.Select(InlineText.Of)], [.. fresh.Blocks.Select(InlineText.Of)]);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(first);
        foreach (var (index, block) in edited.Index())
        {
            blocks.AddRange(untouched[index] >= 0 ? counterparts[untouched[index]] : [Written(block)]);
        }

        return blocks.ToImmutable();
    }

    private Block Written(Block block)
    {
        var copy = mask.Of(block);
        _byHand.AddRange(Paragraphs.Of([copy]).Where(paragraph => InlineText.Of(paragraph.Inlines).Trim().Length > 0));
        return copy;
    }

    /// <summary>For every block what the masked case says in its place; masking may take a block away, or let another sentence appear.</summary>
    private (IReadOnlyList<Block> First, IReadOnlyList<Block>[] Counterparts) Counterparts()
    {
        var pairs = Alignment.Of([.. fresh.Blocks.Select(KeyOf)], [.. masked.Blocks.Select(KeyOf)]);
        var counterparts = new IReadOnlyList<Block>[pairs.Length];
        var next = masked.Blocks.Length;
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            counterparts[i] = pairs[i] < 0 ? [] : [.. masked.Blocks[pairs[i]..next]];
            next = pairs[i] < 0 ? next : pairs[i];
        }

        return ([.. masked.Blocks[..next]], counterparts);
    }

    // The place in the template, and of which item of the case's lists it speaks.
    private static string KeyOf(Block block)
    {
        var inlines = block is Paragraph paragraph ? paragraph.Inlines : [];
        var place = inlines.Select(inline => inline.Origin.Template).FirstOrDefault(at => at is not null) ?? block.Origin.Template;
        var items = inlines.SelectMany(inline => inline.Origin.Fields).Select(ItemOf).FirstOrDefault(item => item.Length > 0);
        return $"{block.GetType().Name} {place} {place?.Span} {items}";
    }

    private static string ItemOf(FieldPath field) => field.Value[..(field.Value.LastIndexOf(']') + 1)];
}
