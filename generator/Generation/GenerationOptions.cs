using PiiDocs.Pdf;

namespace PiiDocs.Generation;

/// <summary>How documents are made.</summary>
/// <param name="Formats">Which files are written.</param>
/// <param name="IsDraft">
/// Missing facts are shown as 【待补：…】 with a warning, instead of stopping the document.
/// </param>
public sealed record GenerationOptions(OutputFormats Formats, bool IsDraft = false)
{
    /// <summary>The archive standard PDF files keep. Default: PDF/A-2a.</summary>
    public PdfConformance Conformance { get; init; } = PdfConformance.PdfA2a;

    /// <summary>
    /// The case was masked for publication: what was taken out is not asked for again. The filing itself is checked before it is masked.
    /// </summary>
    internal bool IsMasked { get; init; }

    /// <summary>A face that stands in for the first choice of its role stops the document.</summary>
    public bool StrictFonts { get; init; }

    /// <summary>Word files are held against the Open XML schemas before they are given out (<see cref="Word.DocxValidator"/>).</summary>
    public bool ValidatesWord { get; init; }

    /// <summary>The result keeps its pages, to be put into a file with others.</summary>
    public bool KeepsPages { get; init; }
}
