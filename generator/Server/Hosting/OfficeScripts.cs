namespace PiiDocs.Server.Hosting;

/// <summary>Where Microsoft's script library comes from: a folder of this server, or Microsoft's delivery network.</summary>
internal sealed class OfficeScripts(ServerOptions options)
{
    private const string Network = "https://appsforoffice.microsoft.com";
    private const string NetworkFolder = $"{Network}/lib/1/hosted/";
    private const string Loader = "office.js";

    /// <summary>The local folder; it counts only with the loader in it.</summary>
    public string Folder { get; } = options.OfficeScripts ?? Path.Combine(options.Addin, "office");

    public bool IsLocal => File.Exists(Path.Combine(Folder, Loader));

    /// <summary>What the pane shows: <c>local</c> or <c>cdn</c>.</summary>
    public string Source => IsLocal ? "local" : "cdn";

    /// <summary>Hosts beside this server from which scripts may come.</summary>
    public string ScriptHosts => IsLocal ? "" : Network;

    /// <summary>Where a script lies in the network: the loader asks for the rest beside itself.</summary>
    public static string NetworkAddress(string path) => NetworkFolder + path;
}
