using Spectre.Console;

namespace PiiDocs.Cli.Terminal;

/// <summary>A bar for a person who waits; nothing where no person watches.</summary>
internal static class Progress
{
    /// <summary>Walks items, showing how far it is and which one is at hand once a second has passed.</summary>
    public static void Over<T>(Desk desk, IReadOnlyList<T> items, Func<T, string> nameOf, Action<T> work)
    {
        if (!desk.IsTerminal || items.Count < 2)
        {
            foreach (var item in items)
            {
                work(item);
            }

            return;
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(desk.Error) });
        console.Progress().AutoClear(enabled: true).Start(context =>
        {
            var task = context.AddTask("…", maxValue: items.Count);
            foreach (var item in items)
            {
                task.Description = Markup.Escape(nameOf(item));
                work(item);
                task.Increment(1);
            }
        });
    }
}
