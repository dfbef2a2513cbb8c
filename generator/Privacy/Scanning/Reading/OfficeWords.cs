using System.Collections.Frozen;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>An element that is open.</summary>
/// <param name="Name">Its local name.</param>
/// <param name="Kind">What text in it is.</param>
/// <param name="IsDeleted">Inside a tracked deletion, or moved from here.</param>
/// <param name="IsInserted">Inside a tracked insertion, or moved to here.</param>
internal readonly record struct Frame(string Name, PartKind Kind, bool IsDeleted, bool IsInserted);

/// <summary>What the names of office formats mean for a scan.</summary>
internal static class OfficeWords
{
    // Text of a run: follows directly on the run before it. Everything else stands alone.
    private static readonly FrozenSet<string> RunTexts = FrozenSet.Create(StringComparer.Ordinal, "t", "delText", "instrText", "delInstrText", "span", "p", "h", "a");

    private static readonly FrozenSet<string> Paragraphs = FrozenSet.Create(StringComparer.Ordinal, "p", "si", "is", "h", "text-p");

    // Attributes that people fill, whatever element bears them.
    private static readonly FrozenDictionary<string, PartKind> Attributes = new Dictionary<string, PartKind>(StringComparer.Ordinal)
    {
        ["descr"] = PartKind.AlternativeText,
        ["title"] = PartKind.AlternativeText,
        ["alt"] = PartKind.AlternativeText,
        ["string"] = PartKind.AlternativeText,
        ["author"] = PartKind.Metadata,
        ["initials"] = PartKind.Metadata,
        ["userId"] = PartKind.Metadata,
        ["instr"] = PartKind.FieldCode,
        ["Target"] = PartKind.Hyperlink,
        ["href"] = PartKind.Hyperlink,
        ["tooltip"] = PartKind.Hyperlink,
        ["anchor"] = PartKind.Hyperlink,
        ["location"] = PartKind.Hyperlink,
        ["display"] = PartKind.Hyperlink,
        ["formatCode"] = PartKind.StyleName,
        ["promptTitle"] = PartKind.Setting,
        ["prompt"] = PartKind.Setting,
        ["errorTitle"] = PartKind.Setting,
        ["error"] = PartKind.Setting,
        ["comment"] = PartKind.Comment,
        ["description"] = PartKind.Property,
        ["displayName"] = PartKind.Property,
        ["user"] = PartKind.Metadata,
        ["userName"] = PartKind.Metadata,
        ["help"] = PartKind.Setting,
        ["statusBar"] = PartKind.Setting,
        ["customMenu"] = PartKind.Setting,
        ["connection"] = PartKind.Setting,
        ["command"] = PartKind.Setting,
        ["v"] = PartKind.Cell,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Elements whose name or value people choose.
    private static readonly FrozenDictionary<string, PartKind> Elements = new Dictionary<string, PartKind>(StringComparer.Ordinal)
    {
        ["tag"] = PartKind.ContentControl,
        ["cmAuthor"] = PartKind.Metadata,
        ["alias"] = PartKind.ContentControl,
        ["placeholder"] = PartKind.ContentControl,
        ["docPart"] = PartKind.ContentControl,
        ["listItem"] = PartKind.ContentControl,
        ["dataBinding"] = PartKind.ContentControl,
        ["bookmarkStart"] = PartKind.Bookmark,
        ["style"] = PartKind.StyleName,
        ["name"] = PartKind.StyleName,
        ["aliases"] = PartKind.StyleName,
        ["cellStyle"] = PartKind.StyleName,
        ["lvlText"] = PartKind.StyleName,
        ["docVar"] = PartKind.Setting,
        ["docPr"] = PartKind.AlternativeText,
        ["cNvPr"] = PartKind.AlternativeText,
        ["tblCaption"] = PartKind.AlternativeText,
        ["tblDescription"] = PartKind.AlternativeText,
        ["shape"] = PartKind.AlternativeText,
        ["default"] = PartKind.FormField,
        ["result"] = PartKind.FormField,
        ["listEntry"] = PartKind.FormField,
        ["helpText"] = PartKind.FormField,
        ["statusText"] = PartKind.FormField,
        ["ffData"] = PartKind.FormField,
        ["definedName"] = PartKind.Bookmark,
        ["sheet"] = PartKind.Property,
        ["property"] = PartKind.Property,
        ["person"] = PartKind.Metadata,
        ["webextension"] = PartKind.Setting,
        ["table"] = PartKind.Property,
        ["tableColumn"] = PartKind.Cell,
        ["mailMerge"] = PartKind.Setting,
        ["query"] = PartKind.Setting,
        ["attachedTemplate"] = PartKind.Hyperlink,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ValueAttributes = FrozenSet.Create(StringComparer.Ordinal, "val", "name", "value", "displayText", "xpath", "styleId");

    public static bool IsRunText(string element) => RunTexts.Contains(element);

    public static bool IsParagraph(string element) => Paragraphs.Contains(element);

    /// <summary>What an attribute that people fill is; null for one that the format fills.</summary>
    public static PartKind? KindOfAttribute(string element, string attribute, PartKind own)
    {
        if (own == PartKind.CustomXml)
        {
            return PartKind.CustomXml;
        }

        if (ValueAttributes.Contains(attribute) && Elements.TryGetValue(element, out var kind))
        {
            return kind;
        }

        return Attributes.TryGetValue(attribute, out kind) ? kind : null;
    }

    public static Frame FrameFor(string element, Frame outer) => element switch
    {
        "ins" or "moveTo" => new(element, PartKind.Insertion, outer.IsDeleted, IsInserted: true),
        "del" or "moveFrom" => new(element, PartKind.Deletion, IsDeleted: true, outer.IsInserted),
        "delText" => outer with { Name = element, Kind = PartKind.Deletion, IsDeleted = true },
        "instrText" or "delInstrText" => outer with { Name = element, Kind = PartKind.FieldCode },
        "txbxContent" or "textbox" => outer with { Name = element, Kind = PartKind.TextBox },
        "definedName" => outer with { Name = element, Kind = PartKind.Bookmark },
        "oddHeader" or "evenHeader" or "firstHeader" => outer with { Name = element, Kind = PartKind.Header },
        "oddFooter" or "evenFooter" or "firstFooter" => outer with { Name = element, Kind = PartKind.Footer },
        "annotation" => outer with { Name = element, Kind = PartKind.Comment },
        _ => outer with { Name = element },
    };

    /// <summary>What the texts of a part are, by its name in the package.</summary>
    public static PartKind KindOfPart(string name)
    {
        (string Piece, PartKind Kind)[] pieces =
        [
            ("docProps/", PartKind.Property),
            ("customXml/", PartKind.CustomXml),
            ("header", PartKind.Header),
            ("footer", PartKind.Footer),
            ("footnotes", PartKind.Footnote),
            ("endnotes", PartKind.Endnote),
            ("comments", PartKind.Comment),
            ("threadedComments", PartKind.Comment),
            ("people", PartKind.Metadata),
            ("persons/", PartKind.Metadata),
            ("settings", PartKind.Setting),
            ("webextensions", PartKind.Setting),
            ("glossary", PartKind.ContentControl),
            ("styles", PartKind.StyleName),
            ("numbering", PartKind.StyleName),
            ("fontTable", PartKind.StyleName),
            ("_rels/", PartKind.Hyperlink),
            ("slides/", PartKind.Slide),
            ("notesSlides/", PartKind.Footnote),
            ("xl/", PartKind.Cell),
            ("externalLinks/", PartKind.Hyperlink),
        ];
        foreach (var (piece, kind) in pieces)
        {
            if (name.Contains(piece, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return PartKind.Body;
    }
}
