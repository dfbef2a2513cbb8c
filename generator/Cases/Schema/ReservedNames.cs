using System.Collections.Frozen;

namespace PiiDocs.Cases.Schema;

/// <summary>Names that a template would not find a top-level field under.</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Names = new[]
    {
        // Keywords of Scriban.
        "if", "else", "end", "for", "in", "case", "when", "while", "break", "continue", "func", "ret", "capture", "readonly", "import",
        "with", "wrap", "include", "do", "this", "tablerow", "true", "false", "null", "empty", "blank",
        // Function groups: a field of this name would hide them.
        "array", "date", "html", "math", "object", "regex", "string", "timespan", "legal",
        // Names the generator puts beside the case.
        "document", "options", "texts",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
