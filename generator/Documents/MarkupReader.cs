using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads what a template wrote, line markup, into blocks.</summary>
/// <remarks>
/// Only characters that the template itself wrote act as markup; text that came from the case is text, whatever it
/// looks like. The marks are listed in templates/README.md, "Markup and styles".
/// </remarks>
public static class MarkupReader
{
    public static ImmutableArray<Block> Read(TracedText text, StyleSheet styles, DiagnosticBag diagnostics) =>
        new BlockReader(text, styles, diagnostics).Read();
}
