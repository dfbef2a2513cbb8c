using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Core;

namespace PiiDocs.Server.Security;

/// <summary>Who did what to which case when: one line of JSON each, every line sealed with the hash of the one before.</summary>
/// <remarks>
/// No contents, only hashes of files. A line is on disk before its request is answered. A line that is changed, taken out or put
/// in breaks the chain from there on; only the last lines can be cut off unseen, unless its seal was noted elsewhere: see <see cref="AuditAnchor"/>.
/// </remarks>
internal sealed class AuditLog : IDisposable
{
    private const string NoLine = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string Seal = ",\"hash\":\"";

    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly TimeProvider _clock;
    private readonly Lock _writing = new();
    private string _last;

    private AuditLog(FileStream file, string last, TimeProvider clock) => (_file, _last, _clock) = (file, last, clock);

    /// <summary>The hash of the last line.</summary>
    public string Last
    {
        get
        {
            lock (_writing)
            {
                return _last;
            }
        }
    }

    /// <summary>Opens the log to go on with it; null, with a diagnostic, where its chain is broken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seal">The hash of a line that it must hold, as it was noted elsewhere; null for none.</param>
    /// <param name="clock">When lines are written.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public static AuditLog? Open(string path, string? seal, TimeProvider clock, DiagnosticBag diagnostics)
    {
        var last = Follow(path, seal, diagnostics);
        return last is null ? null : new(OwnerFile.Append(path), last, clock);
    }

    /// <summary>Writes down what was done.</summary>
    /// <exception cref="IOException">It cannot be written; then the thing must not be done either.</exception>
    public void Write(AuditEntry entry)
    {
        lock (_writing)
        {
            var text = Text(entry);
            var hash = HashOf(text);
            var line = Encoding.UTF8.GetBytes($"{text}{Seal}{hash}\"}}\n");
            _file.Write(line);
            _file.Flush();
            _last = hash;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The hash of the last line; null, with a diagnostic at the first line that does not follow from the one before.</summary>
    internal static string? Follow(string path, string? seal, DiagnosticBag diagnostics)
    {
        var (last, number) = (NoLine, 0);
        var isWhole = seal is null or NoLine;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            var cut = line.LastIndexOf(Seal, StringComparison.Ordinal);
            if (cut < 0
                || !line.Contains($"\"previous\":\"{last}\"", StringComparison.Ordinal)
                || line[cut..] != $"{Seal}{HashOf(line[..cut])}\"}}")
            {
                diagnostics.Add(ServerErrors.BrokenAudit(new(new(path, new('\n', number - 1)), new(number - 1, 0))));
                return null;
            }

            last = line.Substring(cut + Seal.Length, NoLine.Length);
            isWhole |= last == seal;
        }

        if (!isWhole)
        {
            diagnostics.Add(ServerErrors.CutAudit(new(new(path, ""), default)));
            return null;
        }

        return last;
    }

    /// <summary>The line but for its seal and closing brace.</summary>
    private string Text(AuditEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            json.WriteString("previous", _last);
            json.WriteString("at", _clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("user", entry.User);
            json.WriteString("role", entry.Role);
            json.WriteString("action", entry.Action);
            json.WriteNumber("status", entry.Status);
            foreach (var (name, value) in entry.Details)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan[..^1]);
    }

    private static string HashOf(string text) => ContentHash.Of(text);
}

/// <param name="User">Who; empty for nobody known.</param>
/// <param name="Role">In which role.</param>
/// <param name="Action">What: the verb and the endpoint.</param>
/// <param name="Status">What came of it, as an HTTP status.</param>
internal sealed record AuditEntry(string User, string Role, string Action, int Status)
{
    /// <summary>To what: a case's key, a document type, hashes of files. Never contents.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];
}
