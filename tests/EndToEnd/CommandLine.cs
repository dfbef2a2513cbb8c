using System.Diagnostics;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary>Runs the program as its users do: a process with arguments, two streams and an exit code.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The program in its own folder: beside the tests it would miss what only the web server's framework brings.</summary>
    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "piidocs.dll"));

    /// <summary>Runs <c>piidocs</c> as it was built with these tests.</summary>
    public static Outcome PiiDocs(params string[] arguments) =>
        Run("dotnet", [Program, .. arguments]);

    /// <summary>Runs any program from the root of the checkout.</summary>
    public static Outcome Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end: {string.Join(' ', arguments)}");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }
}

/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Outcome(int Code, string Out, string Error);
