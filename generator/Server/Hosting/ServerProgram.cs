using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Server.Hosting;

/// <summary>The edge of the program: from a command line to a running server and an exit code.</summary>
internal static class ServerProgram
{
    private const int Fine = 0;
    private const int Usage = 2;
    private const int World = 3;

    public static async Task<int> Run(string[] arguments, ServerConsole console)
    {
        var diagnostics = new DiagnosticBag();
        var usual = Usual();
        try
        {
            if (UserCommand.Find(arguments) is { } command)
            {
                return command.Run(console, diagnostics) ? Fine : Usage;
            }

            if (OptionReader.Read(arguments, usual, diagnostics) is not { } options)
            {
                console.Show(diagnostics.Items, usual.Language);
                return Usage;
            }

            await using var host = await ServerHost.Start(options, console, diagnostics);
            console.Show(diagnostics.Items, options.Language);
            if (host is null)
            {
                return World;
            }

            Greeting.Print(host, console);
            if (options.UntilInputEnds)
            {
                await Task.WhenAny(host.Ended, Task.Run(() => console.In.ReadToEnd()));
            }
            else
            {
                await host.Ended;
            }

            return Fine;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"piidocs: 无法读写文件 / cannot read or write: {exception.Message}");
            return World;
        }
    }

    private static ServerOptions Usual()
    {
        var home = ProgramHome.Find(AppContext.BaseDirectory, Directory.GetCurrentDirectory());
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return new(home, Path.Combine(data, "PiiDocs", "server")) { Cases = Path.GetFullPath("cases") };
    }
}
