using PiiDocs.EndToEnd.Server;

namespace PiiDocs.Pane;

/// <summary>A server of the product over copies of the sample cases, for the tests of one class.</summary>
public sealed class Office : IAsyncLifetime
{
    public const string Case = RunningServer.Case;
    public const string Type = RunningServer.Type;

    private RunningServer? _server;
    private int _cases;

    internal RunningServer Server => _server!;

    public async Task InitializeAsync() => _server = await RunningServer.Paired();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>A case of a test's own, changed as it needs; gives its name.</summary>
    internal string AddCase(params (string Old, string New)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(Server.Cases, $"{Case}.yaml"));
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        var name = $"test-{Interlocked.Increment(ref _cases)}";
        File.WriteAllText(Path.Combine(Server.Cases, $"{name}.yaml"), text.Replace("id: \"003\"", $"id: \"{name}\"", StringComparison.Ordinal));
        return name;
    }

    /// <summary>What a case says in a line, read from its file.</summary>
    internal string TextOf(string name) => File.ReadAllText(Path.Combine(Server.Cases, $"{name}.yaml"));
}
