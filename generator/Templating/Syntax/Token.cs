using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Value">The decoded value of a literal; the indentation a code block opens with.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, object? Value = null)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
