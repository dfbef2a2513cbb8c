namespace PiiDocs.Documents;

/// <summary>House choices of Chinese typesetting; the defaults are those of official documents.</summary>
public sealed record PunctuationStyle
{
    public static readonly PunctuationStyle Default = new();

    /// <summary>Which marks may not begin or end a line.</summary>
    /// <value><see cref="ProhibitionLevel.Basic"/>.</value>
    public ProhibitionLevel Prohibition { get; init; } = ProhibitionLevel.Basic;

    /// <summary>A closing mark at the end of a line takes half its width (GB/T 15834-2011, 5.1.10).</summary>
    /// <value>True.</value>
    public bool HalveMarksAtLineEnd { get; init; } = true;

    /// <summary>An opening mark at the start of a paragraph loses its left half, so that the indent looks like two characters.</summary>
    /// <value>True.</value>
    public bool HalveOpeningMarkAtParagraphStart { get; init; } = true;

    /// <summary>One pause mark 、，。 may stand outside the right edge of the text.</summary>
    /// <value>False: publications in mainland China do not hang marks.</value>
    /// <remarks>Never outside a table cell.</remarks>
    public bool HangMarksAtLineEnd { get; init; }

    /// <summary>A quarter em between Han characters and Latin letters or digits.</summary>
    /// <value>True.</value>
    public bool SpaceHanFromLatin { get; init; } = true;
}

/// <summary>How strict the prohibitions at line start and line end are (CLREQ, "Prohibition Rules for Line Start and Line End").</summary>
public enum ProhibitionLevel
{
    /// <summary>No closing or pause mark, connector, middle dot or solidus begins a line; no opening mark ends one.</summary>
    Basic,

    /// <summary>As basic, and no solidus ends a line (GB/T 15834-2011).</summary>
    NationalStandard,

    /// <summary>As the national standard, and no dash or ellipsis begins a line.</summary>
    Strict,
}
