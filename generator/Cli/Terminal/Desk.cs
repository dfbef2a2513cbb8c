using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Terminal;

/// <summary>Where a command reads from and writes to: the one place that stands for the outside world.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Diagnostics, progress, notes.</param>
/// <param name="IsTerminal">A person is watching <paramref name="Error"/>.</param>
/// <param name="Clock">The only clock.</param>
/// <param name="Home">The folder that holds <c>templates</c>.</param>
internal sealed record Desk(TextWriter Out, TextWriter Error, bool IsTerminal, TimeProvider Clock, string Home)
{
    public static Desk Real() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, TimeProvider.System,
            ProgramHome.Find(AppContext.BaseDirectory, Directory.GetCurrentDirectory()))
        {
            In = Console.In,
            IsInputTerminal = !Console.IsInputRedirected,
        };

    /// <summary>Answers to questions.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>A person types into <see cref="In"/>.</summary>
    public bool IsInputTerminal { get; init; }

    private readonly long _start = Clock.GetTimestamp();

    /// <summary>Since the program began.</summary>
    public TimeSpan Elapsed => Clock.GetElapsedTime(_start);

    public void Note(string text) => Error.WriteLine(text);

    /// <summary>Shows diagnostics: carets for a person, one line each otherwise.</summary>
    public void Show(IEnumerable<Diagnostic> diagnostics, Language language)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (IsTerminal)
            {
                Error.WriteLine(DiagnosticText.Carets(diagnostic, language));
            }
            else
            {
                Error.WriteLine(DiagnosticText.Line(diagnostic, language));
            }
        }
    }
}
