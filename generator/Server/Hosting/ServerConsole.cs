using PiiDocs.Core;

namespace PiiDocs.Server.Hosting;

/// <summary>What the server tells the person who started it, what it hears from there, and the only clock.</summary>
internal sealed record ServerConsole(TextWriter Out, TextWriter Error, TextReader In, TimeProvider Clock)
{
    public void Say(Message text, Language language) => Out.WriteLine(text.In(language));

    public void Show(IEnumerable<Diagnostic> diagnostics, Language language)
    {
        foreach (var each in diagnostics)
        {
            var at = each.Location is { } location ? $"{location}: " : "";
            var hint = each.Hint is { } text ? $" — {text.In(language)}" : "";
            Error.WriteLine($"{at}{Generation.DiagnosticView.WordFor(each.Severity)} {each.Code}: {each.Message.In(language)}{hint}");
        }
    }
}
