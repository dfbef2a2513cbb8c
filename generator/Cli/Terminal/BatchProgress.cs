using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PiiDocs.Cli.Terminal;

/// <summary>How far a batch is, how fast, and how long it will go on; nothing where no person watches.</summary>
internal static class BatchProgress
{
    public static async Task ShowAsync(Desk desk, int? count, Func<Action<BatchResult>, Task> work)
    {
        if (!desk.IsTerminal)
        {
            await work(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(desk.Error) });
        await console.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("…", maxValue: Math.Max(1, count ?? 1));
                task.IsIndeterminate = count is null;
                await work(result =>
                {
                    task.Value = result.Done;
                    task.MaxValue = Math.Max(task.MaxValue, result.Done);
                    task.Description = result.Failed == 0 ? $"{result.Done}" : $"{result.Done}（未制作 {result.Failed}）";
                });
            });
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? $"{speed.ToString("0", CultureInfo.InvariantCulture)}/s" : "");
    }
}
