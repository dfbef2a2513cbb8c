using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>A document as content: what it says and in which styles, not where anything stands on a page.</summary>
public sealed record Document(DocumentInfo Info, StyleSheet Styles, ImmutableArray<Block> Blocks);

/// <param name="TypeId">The document type, a folder name under templates: <c>pre-suit-notice</c>.</param>
/// <param name="Title">The title a reader sees in file properties: <c>诉前公告</c>.</param>
/// <param name="CaseId">The case's own id; empty where none is known.</param>
/// <param name="Author">The issuing office; empty where none is known.</param>
/// <param name="Date">The document's date; also the file's creation date, so that the same input gives the same bytes.</param>
public sealed record DocumentInfo(string TypeId, string Title, string CaseId, string Author, DateOnly Date)
{
    /// <summary>The audience of the filing itself, which shows everything.</summary>
    public const string Original = "original";

    public string Language { get; init; } = "zh-CN";

    /// <summary>Whom it is for: the filing itself, or the name of the masking rules that a copy was made by; empty where it does not say.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Not to be filed: shows what is missing, and where the seal goes.</summary>
    public bool IsDraft { get; init; }

    /// <summary>What made it: for the custom XML part and the PDF's Producer.</summary>
    public GenerationStamp Stamp { get; init; } = GenerationStamp.None;
}

/// <summary>Which inputs made a document, by hash; holds no personal data.</summary>
/// <param name="TemplateVersion">From <c>type.yaml</c>; empty where none is given.</param>
/// <param name="TemplateHash">Lower-case hex SHA-256 of template and partials.</param>
/// <param name="CaseHash">Lower-case hex SHA-256 of the case file.</param>
/// <param name="EngineVersion">The version of PiiDocs.</param>
public sealed record GenerationStamp(string TemplateVersion, string TemplateHash, string CaseHash, string EngineVersion)
{
    public static readonly GenerationStamp None = new("", "", "", "");
}
