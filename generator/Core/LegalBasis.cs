namespace PiiDocs.Core;

/// <summary>The law behind a diagnostic.</summary>
/// <param name="Rule">The rule of the law data: <c>V01</c>, or the id of a mandatory element.</param>
/// <param name="Provisions">As documents cite them: 《人民检察院公益诉讼办案规则》第九十一条.</param>
/// <param name="Requirement">What they require, a sentence in Chinese.</param>
public sealed record LegalBasis(string Rule, string Provisions, string Requirement);
