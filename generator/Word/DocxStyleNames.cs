using System.Xml.Linq;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Leads from a file's style ids to the styles of the sheet.</summary>
/// <remarks>
/// By the name a user sees, because Word and LibreOffice give styles new ids when they save; then by our id; then by
/// what the style is based on; last by what Word's own headings mean.
/// </remarks>
internal sealed class DocxStyleNames
{
    private const string Body = "body";
    private const string TableHeading = "Table Heading";

    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Normal"] = Body,
        ["Body Text"] = Body,
        ["No Spacing"] = Body,
        ["List Paragraph"] = Body,
        ["List Bullet"] = Body,
        ["List Number"] = Body,
        ["Table Contents"] = Body,
        [TableHeading] = Body,
        ["Title"] = "title",
        ["heading 1"] = "heading",
        ["heading 2"] = "heading2",
    };

    private readonly StyleSheet _sheet;
    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleMatch> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleMatch> _found = new(StringComparer.Ordinal);

    public DocxStyleNames(XElement? styles, StyleSheet sheet)
    {
        _sheet = sheet;
        foreach (var style in styles?.Elements(Xml.W + "style") ?? [])
        {
            _byId.TryAdd(Xml.Value(style, "styleId") ?? "", style);
        }

        foreach (var style in sheet.Paragraphs.Values)
        {
            _byName.TryAdd(style.Title, new(style.Name));
        }

        foreach (var (alignment, title) in DocxStyles.OtherAlignments(sheet))
        {
            _byName.TryAdd(title, new(sheet.Tables.CellStyle, alignment));
        }

        _byName.TryAdd("表格间隔", new(Body) { IsSeparator = true });
        _byName.TryAdd("分页", new(Body) { IsPageBreak = true });
        _byName.TryAdd("图", new(Body));
    }

    /// <summary>The style a paragraph's id means; null, with the name shown to users, where the sheet has none like it.</summary>
    public StyleMatch? Find(string? id, out string shown)
    {
        shown = id is null ? "" : NameOf(id) ?? id;
        if (id is null)
        {
            return new(Body) { IsForeign = true };
        }

        if (!_found.TryGetValue(id, out var match))
        {
            match = Match(id) ?? new(Body) { IsUnknown = true };
            _found.Add(id, match);
        }

        return match.IsUnknown ? null : match;
    }

    private StyleMatch? Match(string id)
    {
        // A style may be based on itself by way of others, in a broken file.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = id; current is not null && seen.Add(current); current = BasedOn(current))
        {
            var name = NameOf(current) ?? current;
            if (_byName.TryGetValue(name, out var match))
            {
                return match;
            }

            if (_sheet.Paragraphs.ContainsKey(current))
            {
                return new(current);
            }

            if ((current == id || current != "Normal") && BuiltIn.TryGetValue(name, out var builtIn) && (builtIn != Body || current == id))
            {
                return new(builtIn) { IsForeign = true, IsOfHeader = string.Equals(name, TableHeading, StringComparison.OrdinalIgnoreCase) };
            }
        }

        return null;
    }

    /// <summary>The list a paragraph belongs to, by itself or by its style.</summary>
    public ListPlace ListOf(XElement? properties)
    {
        if (properties?.Element(Xml.W + "numPr") is { } own)
        {
            return PlaceIn(own, null);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = Xml.Value(properties?.Element(Xml.W + "pStyle"), "val"); id is not null && seen.Add(id); id = BasedOn(id))
        {
            if (_byId.TryGetValue(id, out var style) && style.Element(Xml.W + "pPr")?.Element(Xml.W + "numPr") is { } numbering)
            {
                return PlaceIn(numbering, id);
            }
        }

        return default;
    }

    /// <summary>The style of a table and those it is based on, in this order; the default one where it names none.</summary>
    public IEnumerable<XElement> TableStyles(string? id)
    {
        id ??= _byId.FirstOrDefault(each => Xml.Value(each.Value, "type") == "table" && Xml.Value(each.Value, "default") is ("1" or "true" or "on")).Key;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = id; current is not null && seen.Add(current) && _byId.TryGetValue(current, out var style); current = BasedOn(current))
        {
            yield return style;
        }
    }

    private static ListPlace PlaceIn(XElement numbering, string? style) => new(
        Xml.Value(numbering.Element(Xml.W + "numId"), "val"),
        int.TryParse(Xml.Value(numbering.Element(Xml.W + "ilvl"), "val"), out var level) ? level : style is null ? 0 : null,
        style);

    private string? NameOf(string id) => _byId.TryGetValue(id, out var style) ? Xml.Value(style.Element(Xml.W + "name"), "val") : null;

    private string? BasedOn(string id) => _byId.TryGetValue(id, out var style) ? Xml.Value(style.Element(Xml.W + "basedOn"), "val") : null;
}

/// <param name="Style">The style of the sheet.</param>
/// <param name="Alignment">The alignment of the column, where the style is one of aligned cells.</param>
internal sealed record StyleMatch(string Style, TextAlignment? Alignment = null)
{
    public bool IsSeparator { get; init; }

    public bool IsPageBreak { get; init; }

    public bool IsUnknown { get; init; }

    /// <summary>None of ours, but one that Word itself brings along.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Other editors' style for the head of a table.</summary>
    public bool IsOfHeader { get; init; }
}
