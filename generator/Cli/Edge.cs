using System.CommandLine;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Registers;

namespace PiiDocs.Cli;

/// <summary>The edge of the program, where exceptions of the world become an exit code and a sentence.</summary>
internal static class Edge
{
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,

        // A batch that is stopped finishes the cases at work and its report; two seconds, the default, may be too short for that.
        ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
    };

    public static async Task<int> Run(Desk desk, string[] args)
    {
        try
        {
            var parse = CommandTree.For(desk).Parse(args);
            var code = await parse.InvokeAsync(Invocation);
            return parse.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException)
        {
            desk.Note("已取消。 / cancelled.");
            return ExitCode.Environment;
        }
        catch (RegisterUnavailableException exception)
        {
            desk.Show([exception.Diagnostic], GlobalOptions.WantsEnglish(args) ? Core.Language.English : Core.Language.Chinese);
            return ExitCode.Environment;
        }
        catch (FileNotFoundException exception)
        {
            desk.Note($"piidocs: 没有这个文件：{exception.FileName} / there is no such file");
            return ExitCode.Environment;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            desk.Note($"piidocs: 无法读写文件 / cannot read or write: {exception.Message}");
            return ExitCode.Environment;
        }
    }
}
