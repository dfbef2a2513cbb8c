namespace PiiDocs.Pdf;

/// <summary>How a PDF file is written.</summary>
public sealed record PdfOptions
{
    /// <summary>The archive standard the file keeps. Default: PDF/A-2a, with its structure for those who cannot see it.</summary>
    public PdfConformance Conformance { get; init; } = PdfConformance.PdfA2a;
}

/// <summary>Archive standards (ISO 19005).</summary>
public enum PdfConformance
{
    /// <summary>ISO 19005-2, level A: PDF 1.7 with tagged structure.</summary>
    PdfA2a,

    /// <summary>ISO 19005-1, level B: PDF 1.4, looks only; for archives that take nothing newer.</summary>
    PdfA1b,

    /// <summary>Plain PDF 1.7, tagged, that claims no standard.</summary>
    None,
}
