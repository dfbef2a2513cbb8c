using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Holds a finished text against the elements its type demands.</summary>
internal static class ElementCheck
{
    /// <param name="type">The type, whose elements are checked.</param>
    /// <param name="text">The finished text.</param>
    /// <param name="date">The document's date; elements demanded only later are passed over.</param>
    /// <param name="filled">The case as the document sees it; what an element demands of it must have a value.</param>
    /// <returns>PD7007 for each element the case or the text lacks, PD7008 for each that cannot be checked.</returns>
    public static IEnumerable<Diagnostic> Problems(DocumentType type, string text, DateOnly date, FilledCase filled) =>
        type.Elements
            .Where(element => element.From is not { } start || date >= start)
            .Select(element => filled.Lacks(element.Fields) ? GenerationErrors.MissingElement(type, element, filled.GapIn(element.Fields)) : Problem(type, element, text))
            .OfType<Diagnostic>();

    private static Diagnostic? Problem(DocumentType type, Element element, string text)
    {
        try
        {
            return element.IsSaidIn(text) ? null : GenerationErrors.MissingElement(type, element);
        }
        catch (RegexParseException exception)
        {
            return GenerationErrors.BadPattern(element, exception.Message);
        }
    }
}
