using System.Globalization;
using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Copies of what the case makes now, fit for the file they go into: its style ids, its tags, no id twice.</summary>
/// <param name="body">The body they go into.</param>
/// <param name="styles">The styles of that file, and of the one they come from.</param>
/// <param name="tags">The tags of that file by those of the one they come from.</param>
internal sealed class BlockImport(XElement body, (XElement? To, XElement? From) styles, IReadOnlyDictionary<string, string> tags)
{
    private readonly Dictionary<string, string> _styleIds = StyleIds(styles.To, styles.From);
    private readonly HashSet<int> _ids = [.. body.Descendants(Xml.W + "sdtPr").Elements(Xml.W + "id").Select(each => Number(Xml.Value(each, "val")))];
    private int _lastId;

    public XElement Copy(XElement element)
    {
        var copy = new XElement(element);
        foreach (var style in copy.Descendants(Xml.W + "pStyle"))
        {
            if (_styleIds.TryGetValue(Xml.Value(style, "val") ?? "", out var id))
            {
                style.SetAttributeValue(Xml.W + "val", id);
            }
        }

        foreach (var control in copy.DescendantsAndSelf(Xml.W + "sdt"))
        {
            var properties = control.Element(Xml.W + "sdtPr")!;
            var tag = DocxFields.OwnTagOf(control) ?? "";
            properties.Element(Xml.W + "tag")?.SetAttributeValue(Xml.W + "val", tags.GetValueOrDefault(tag, tag));
            properties.Element(Xml.W + "id")?.SetAttributeValue(Xml.W + "val", NextId());
        }

        return copy;
    }

    /// <summary>Cells of the width and border that those above or below have: an editor may have changed the table.</summary>
    public static void Fit(XElement row, XElement neighbour)
    {
        var (cells, others) = (row.Elements(Xml.W + "tc").ToList(), neighbour.Elements(Xml.W + "tc").ToList());
        if (cells.Count != others.Count || neighbour.Descendants(Xml.W + "gridSpan").Any() || row.Descendants(Xml.W + "vMerge").Concat(neighbour.Descendants(Xml.W + "vMerge")).Any())
        {
            return;
        }

        foreach (var (cell, other) in cells.Zip(others))
        {
            cell.Element(Xml.W + "tcPr")?.Remove();
            if (other.Element(Xml.W + "tcPr") is { } properties)
            {
                cell.AddFirst(new XElement(properties));
            }
        }
    }

    private int NextId()
    {
        while (!_ids.Add(++_lastId))
        {
        }

        return _lastId;
    }

    // By the name users see: an editor that saves the file may give every style another id.
    private static Dictionary<string, string> StyleIds(XElement? to, XElement? from)
    {
        var byName = Paragraphs(to).ToLookup(each => each.Name, each => each.Id, StringComparer.Ordinal);
        return Paragraphs(from).Where(each => byName.Contains(each.Name)).DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id, each => byName[each.Name].First(), StringComparer.Ordinal);
    }

    private static IEnumerable<(string Id, string Name)> Paragraphs(XElement? styles) =>
        from style in styles?.Elements(Xml.W + "style") ?? []
        where Xml.Value(style, "type") == "paragraph"
        select (Xml.Value(style, "styleId") ?? "", Xml.Value(style.Element(Xml.W + "name"), "val") ?? "");

    private static int Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
