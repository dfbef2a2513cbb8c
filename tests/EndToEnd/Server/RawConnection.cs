using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PiiDocs.EndToEnd.Server;

/// <summary>A client that keeps to no rule of HTTP but those of the test.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _tcp;
    private readonly SslStream _tls;

    private RawConnection(TcpClient tcp, SslStream tls) => (_tcp, _tls) = (tcp, tls);

    public static async Task<RawConnection> Open(RunningServer server)
    {
        var tcp = new TcpClient("127.0.0.1", server.Address.Port);
        var tls = new SslStream(
            tcp.GetStream(),
            leaveInnerStreamOpen: false,
            (_, certificate, _, _) => certificate!.Subject.Contains("O=PiiDocs", StringComparison.Ordinal));
        await tls.AuthenticateAsClientAsync("localhost");
        return new(tcp, tls);
    }

    public async Task Begin(string request)
    {
        await _tls.WriteAsync(Encoding.ASCII.GetBytes(request));
        await _tls.FlushAsync();
    }

    /// <summary>Sends, and reads all that comes until the other side closes.</summary>
    public async Task<string> Send(string request)
    {
        await Begin(request);
        using var stop = new CancellationTokenSource(Patience);
        using var answer = new MemoryStream();
        try
        {
            await _tls.CopyToAsync(answer, stop.Token);
        }
        catch (IOException)
        {
            // Closed without a farewell; what came before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync();
        _tcp.Dispose();
    }
}
