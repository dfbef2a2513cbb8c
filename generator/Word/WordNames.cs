namespace PiiDocs.Word;

/// <summary>Namespaces, parts and style ids of the files we write and read.</summary>
internal static class WordNames
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The custom XML part that leads from content controls to case fields.</summary>
    public const string Fields = "urn:piidocs:document:1";

    /// <summary>Where a drawing stands in the text.</summary>
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    public const string DocumentPart = "word/document.xml";
    public const string FieldsPart = "customXml/item1.xml";
    public const string FooterPart = "word/footer1.xml";
    public const string EvenFooterPart = "word/footer2.xml";

    public const string TableStyle = "CaseTable";
    public const string FooterStyle = "Footer";
    public const string EvenFooterStyle = "FooterEven";

    /// <summary>The empty paragraph that keeps two tables apart, or a table from the end of the file.</summary>
    public const string SeparatorStyle = "TableSeparator";

    /// <summary>A page break that no paragraph follows.</summary>
    public const string PageBreakStyle = "PageBreak";

    /// <summary>The paragraph that holds a picture: as high as that is.</summary>
    public const string FigureStyle = "Figure";

    /// <summary>In our custom XML part: what a picture was drawn from.</summary>
    public const string FigureElement = "figure";

    /// <summary>Begins the name of every picture of ours.</summary>
    public const string FigurePrefix = "pii:figure-";

    /// <summary>The name of the circle that shows where a stamp goes.</summary>
    public const string StampName = "pii:stamp";

    /// <summary>Begins the tag of every content control of ours.</summary>
    public const string TagPrefix = "pii:";

    /// <summary>Begins the tag of a control whose text was worked out from fields.</summary>
    public const string DerivedPrefix = "pii:~";

    /// <summary>In our custom XML part: a field, and the text made from fields.</summary>
    public const string FieldElement = "field";
    public const string DerivedElement = "derived";

    /// <summary>Parts the paths of derived text; every path begins with $.</summary>
    public const string FieldSeparator = " ";

    /// <summary>The cell style whose alignment a table column changes: <c>table-cell--right</c>.</summary>
    public const string AlignmentMark = "--";
}
