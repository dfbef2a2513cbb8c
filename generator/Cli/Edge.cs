using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli;

/// <summary>The edge of the program, where exceptions of the world become an exit code and a sentence.</summary>
internal static class Edge
{
    public static async Task<int> Guard(Desk desk, Func<Desk, Task<int>> run)
    {
        try
        {
            return await run(desk);
        }
        catch (OperationCanceledException)
        {
            desk.Note("已取消。 / cancelled.");
            return ExitCode.Environment;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            desk.Note($"piidocs: {exception.Message}");
            return ExitCode.Environment;
        }
    }
}
