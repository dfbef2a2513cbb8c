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
/// in breaks the chain from there on; only the last lines can be cut off unseen, so keep copies where that matters.
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

    /// <summary>Opens the log to go on with it; null, with a diagnostic, where its chain is broken.</summary>
    public static AuditLog? Open(string path, TimeProvider clock, DiagnosticBag diagnostics)
    {
        var last = File.Exists(path) ? Follow(path, diagnostics) : NoLine;
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
    internal static string? Follow(string path, DiagnosticBag diagnostics)
    {
        var (last, number) = (NoLine, 0);
        foreach (var line in File.ReadLines(path))
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
