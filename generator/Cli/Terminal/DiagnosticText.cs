using System.Text;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Terminal;

/// <summary>Diagnostics as text: MSBuild's line form, which editors and CI link, and a caret form for people.</summary>
internal static class DiagnosticText
{
    /// <summary><c>file(12,14): error PD2003: … [$.field]; hint; basis</c></summary>
    public static string Line(Diagnostic diagnostic, Language language) =>
        diagnostic.Basis is { } basis
            ? Head(diagnostic, language) + (language == Language.Chinese ? "；依据：" : "; basis: ") + basis.Provisions
            : Head(diagnostic, language);

    /// <summary>The line form without the law behind it.</summary>
    public static string Head(Diagnostic diagnostic, Language language)
    {
        var text = new StringBuilder();
        if (diagnostic.Location is { } location)
        {
            text.Append(location).Append(": ");
        }

        text.Append(DiagnosticView.WordFor(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message.In(language));
        if (diagnostic.Field is { } field)
        {
            text.Append(" [").Append(field).Append(']');
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append(language == Language.Chinese ? "；" : "; ").Append(hint.In(language));
        }

        return text.ToString();
    }

    /// <summary>Below the line form or the caret form: the sentence of the document, the law and what it requires.</summary>
    public static IEnumerable<string> Details(Diagnostic diagnostic, Language language)
    {
        var chinese = language == Language.Chinese;
        if (diagnostic.Sentence is { } sentence)
        {
            yield return (chinese ? "文书：" : "document: ") + sentence;
        }

        if (diagnostic.Basis is { } basis)
        {
            yield return $"{(chinese ? "依据：" : "basis: ")}{basis.Provisions}（{basis.Rule}）";
            if (basis.Requirement.Length > 0 && basis.Requirement != diagnostic.Hint?.Chinese)
            {
                yield return (chinese ? "要求：" : "requires: ") + basis.Requirement;
            }
        }
    }

    /// <summary>The line form over several lines, with the source line and the place marked under it.</summary>
    public static string Carets(Diagnostic diagnostic, Language language)
    {
        var text = new StringBuilder();
        text.Append(DiagnosticView.WordFor(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message.In(language)).Append('\n');
        var margin = diagnostic.Location is { } location ? AppendSource(text, location, diagnostic.Field) : 1;
        if (diagnostic.Location is null && diagnostic.Field is { } field)
        {
            text.Append("   ").Append(field).Append('\n');
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append(' ', margin + 1).Append("= ").Append(hint.In(language)).Append('\n');
        }

        foreach (var detail in Details(diagnostic, language))
        {
            text.Append(' ', margin + 1).Append("= ").Append(detail).Append('\n');
        }

        foreach (var site in diagnostic.Trace)
        {
            text.Append(' ', margin + 1).Append("← ").Append(site).Append('\n');
        }

        return text.ToString();
    }

    private static int AppendSource(StringBuilder text, SourceLocation location, FieldPath? field)
    {
        var start = location.Start;
        var number = start.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var line = location.Source.LineText(start.Line);
        var column = Math.Min(location.Source.OffsetInLine(location.Span.Start), line.Length);
        var length = Math.Clamp(location.Span.Length, 1, Math.Max(1, line.Length - column));
        var marked = column < line.Length ? line.Substring(column, Math.Min(length, line.Length - column)) : " ";
        text.Append(' ', number.Length + 2).Append("┌─ ").Append(location).Append('\n');
        text.Append(' ').Append(number).Append(" │ ").Append(line).Append('\n');
        text.Append(' ', number.Length + 2).Append("│ ").Append(' ', WideText.WidthOf(line[..column]))
            .Append('^', Math.Max(1, WideText.WidthOf(marked)));
        if (field is { } path)
        {
            text.Append(' ').Append(path);
        }

        text.Append('\n');
        return number.Length + 1;
    }
}
