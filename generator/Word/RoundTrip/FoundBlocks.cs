using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>A block of a body with its place in the XML: a paragraph, or a row of a table.</summary>
internal sealed record FoundBlock(XElement Element, TracedBlock Block)
{
    /// <summary>What stands in the body: the paragraph, or the whole table.</summary>
    public XElement Top => Element.Name == Xml.W + "tr" ? Element.Parent! : Element;
}

/// <summary>Groups the paragraphs of a body by the blocks they stand in.</summary>
internal static class FoundBlocks
{
    private static readonly HashSet<string> OfText = new(StringComparer.Ordinal)
    {
        "p", "pPr", "r", "rPr", "t", "tab", "cr", "br", "sdt", "sdtPr", "sdtEndPr", "sdtContent", "proofErr", "lastRenderedPageBreak",
        "noBreakHyphen", "softHyphen", "sym", "bookmarkStart", "bookmarkEnd", "tr", "trPr", "tblPrEx", "tc", "tcPr",
    };

    /// <param name="elements">Every paragraph of the body with its number.</param>
    /// <param name="paragraphs">Those that show something.</param>
    /// <param name="controls">Our controls in them.</param>
    public static ImmutableArray<FoundBlock> Of(
        IReadOnlyList<(int Number, XElement Paragraph)> elements, IReadOnlyList<TracedParagraph> paragraphs, IEnumerable<FoundControl> controls)
    {
        var counts = controls.CountBy(each => each.Paragraph).ToDictionary();
        var shown = paragraphs.ToDictionary(each => each.Number);
        var tables = new Dictionary<XElement, int>();
        var blocks = ImmutableArray.CreateBuilder<FoundBlock>();
        for (var (start, end) = (0, 0); start < elements.Count; start = end)
        {
            var element = BlockOf(elements[start].Paragraph);
            while (end < elements.Count && BlockOf(elements[end].Paragraph) == element)
            {
                end++;
            }

            var table = element.Name == Xml.W + "tr" && element.Parent is { } parent ? NumberOf(parent, tables) : 0;
            ImmutableArray<TracedParagraph> found = [.. elements.Skip(start).Take(end - start).Where(each => shown.ContainsKey(each.Number)).Select(each => shown[each.Number])];
            if (!found.IsEmpty)
            {
                blocks.Add(new(element, new(found)
                {
                    Numbers = elements[start].Number..(elements[end - 1].Number + 1),
                    Table = table,
                    Shape = table > 0 ? [.. element.Elements(Xml.W + "tc").Select(cell => cell.Elements(Xml.W + "p").Count())] : [],
                    IsPlain = HasOnlyControls(element, elements.Skip(start).Take(end - start).Sum(each => counts.GetValueOrDefault(each.Number))) && IsPlain(element)
                        && (start == 0 || !IsEndTakenAway(elements[start - 1].Paragraph)),
                }));
            }
        }

        return blocks.ToImmutable();
    }

    private static XElement BlockOf(XElement paragraph) => paragraph.Ancestors(Xml.W + "tr").LastOrDefault() ?? paragraph;

    private static int NumberOf(XElement table, Dictionary<XElement, int> tables)
    {
        tables.TryAdd(table, tables.Count + 1);
        return tables[table];
    }

    // Each of ours in one piece, in a paragraph; none of anybody else's.
    private static bool HasOnlyControls(XElement block, int count)
    {
        var controls = block.Descendants(Xml.W + "sdt").ToList();
        return controls.Count == count && controls.TrueForAll(each => each.Parent!.Name == Xml.W + "p");
    }

    private static bool IsPlain(XElement block)
    {
        var place = block.Name == Xml.W + "tr" ? block.Parent! : block;
        var bookmarks = block.Descendants(Xml.W + "bookmarkStart").Select(each => Xml.Value(each, "id")).Order(StringComparer.Ordinal);
        return place.Parent?.Name == Xml.W + "body"
            && !IsEndTakenAway(block)
            && block.Descendants().Where(each => !IsOfProperties(each)).All(each => OfText.Contains(each.Name.LocalName))
            && !block.Descendants(Xml.W + "br").Any(each => Xml.Value(each, "type") is "page" or "column")
            && !block.Descendants().Any(each => IsOfProperties(each) && IsChange(each))
            && bookmarks.SequenceEqual(block.Descendants(Xml.W + "bookmarkEnd").Select(each => Xml.Value(each, "id")).Order(StringComparer.Ordinal));
    }

    private static bool IsOfProperties(XElement element) =>
        element.Ancestors().TakeWhile(each => each.Name != Xml.W + "p" && each.Name != Xml.W + "tr")
            .Any(each => each.Name.LocalName is "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "trPr" or "tcPr" or "tblPrEx");

    // A section that ends in the paragraph, or what somebody else's tracked change says of its look.
    private static bool IsChange(XElement property) =>
        property.Name.LocalName is "sectPr" or "ins" or "del" or "moveFrom" or "moveTo" || property.Name.LocalName.EndsWith("Change", StringComparison.Ordinal);

    private static bool IsEndTakenAway(XElement paragraph) =>
        paragraph.Element(Xml.W + "pPr")?.Element(Xml.W + "rPr") is { } mark
        && (mark.Element(Xml.W + "del") is not null || mark.Element(Xml.W + "moveFrom") is not null);
}
