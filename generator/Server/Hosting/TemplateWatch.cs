using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Typesetting;

namespace PiiDocs.Server.Hosting;

/// <summary>Gives the workshop, over the templates as they are now; a changed folder is opened anew.</summary>
/// <remarks>
/// The folder is looked at when someone asks, at most once a second: that also notices changes on a network share, which
/// tells nobody. A folder that cannot be used any more leaves the workshop as it was, and is named on the console.
/// </remarks>
internal sealed class TemplateWatch(ServerOptions options, ServerConsole console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Typesetter _typesetter = new(MachineFonts.Open(options.Home));
    private readonly Lock _opening = new();
    private Workshop? _workshop;
    private string _state = "";
    private long _seen;

    /// <summary>Opens the folder for the first time.</summary>
    /// <returns>False, with diagnostics, where it cannot be used.</returns>
    public bool Open(DiagnosticBag diagnostics)
    {
        lock (_opening)
        {
            _state = StateOf(options.Templates);
            _seen = console.Clock.GetTimestamp();
            _workshop = Make(diagnostics);
            return _workshop is not null;
        }
    }

    public Workshop Current
    {
        get
        {
            if (console.Clock.GetElapsedTime(Volatile.Read(ref _seen)) > Patience)
            {
                lock (_opening)
                {
                    Renew();
                }
            }

            return _workshop ?? throw new InvalidOperationException("The templates have not been opened.");
        }
    }

    private void Renew()
    {
        if (console.Clock.GetElapsedTime(_seen) <= Patience)
        {
            return;
        }

        var state = StateOf(options.Templates);
        if (state != _state)
        {
            var diagnostics = new DiagnosticBag();
            _state = state;
            _workshop = Make(diagnostics) ?? _workshop;
            console.Show(diagnostics.Items, options.Language);
        }

        Volatile.Write(ref _seen, console.Clock.GetTimestamp());
    }

    private Workshop? Make(DiagnosticBag diagnostics) =>
        TemplateCatalog.Open(new(options.Templates, "templates"), diagnostics) is { } catalog ? new(catalog, _typesetter, console.Clock) : null;

    /// <summary>How many files there are, how large, and when the last was written.</summary>
    private static string StateOf(string folder)
    {
        var (count, length, latest) = (0, 0L, 0L);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            count++;
            length += file.Length;
            latest = Math.Max(latest, file.LastWriteTimeUtc.Ticks);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count} {length} {latest}");
    }
}
