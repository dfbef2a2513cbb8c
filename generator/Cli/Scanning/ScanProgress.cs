using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Scanning;

/// <summary>How far a scan is, on one line of a terminal; nothing where no person watches.</summary>
internal sealed class ScanProgress(Desk desk, int total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private TimeSpan _last;
    private int _done;

    public void Step()
    {
        lock (_gate)
        {
            _done++;
            if (!desk.IsTerminal || desk.Elapsed - _last < Pause)
            {
                return;
            }

            _last = desk.Elapsed;
            var rate = _done / Math.Max(0.001, _last.TotalSeconds);
            desk.Error.Write($"\r{_done}/{total}　{rate:F0}/s　剩余 {TimeSpan.FromSeconds((total - _done) / Math.Max(0.001, rate)):mm\\:ss}  ");
        }
    }

    public void End()
    {
        if (desk.IsTerminal && _last > TimeSpan.Zero)
        {
            desk.Error.Write("\r" + new string(' ', 60) + "\r");
        }
    }
}
