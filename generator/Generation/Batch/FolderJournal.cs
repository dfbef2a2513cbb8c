using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>A journal beside the files it speaks of: one line of JSON a receipt, only ever added to.</summary>
/// <remarks>
/// Thread-safe. A receipt is written once its files are, and is believed only while each of them has the hash it says: a killed run loses
/// nothing that is written, a power cut may lose files or receipts, and either costs making those files again. So nobody waits for the
/// disk. A line torn by a crash is cut off when the journal is opened.
/// </remarks>
public sealed class FolderJournal : IBatchJournal, IDisposable
{
    public const string FileName = "batch-journal.jsonl";

    // Files are made again at little cost; the disk is asked to hurry only now and then, and no worker waits for it.
    private const int LinesBetweenFlushes = 64;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly Dictionary<string, BatchReceipt> _receipts = new(StringComparer.Ordinal);
    private readonly FileStream _file;
    private readonly string _folder;
    private Task _hurrying = Task.CompletedTask;
    private int _linesSinceFlush;

    private FolderJournal(string folder, FileStream file) => (_folder, _file) = (folder, file);

    /// <summary>Opens the journal of a folder, which is made if it is not there; null where another run has it open.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static FolderJournal? TryOpen(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        try
        {
            var journal = new FolderJournal(folder, new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
            journal.ReadAll();
            return journal;
        }
        catch (IOException) when (File.Exists(path) && IsHeld(path))
        {
            return null;
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public BatchReceipt? Find(string inputHash)
    {
        BatchReceipt? receipt;
        lock (_lock)
        {
            receipt = _receipts.GetValueOrDefault(inputHash);
        }

        return receipt is not null && receipt.Files.All(IsThere) ? receipt : null;
    }

    public void Add(BatchReceipt receipt)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(receipt, Options);
        lock (_lock)
        {
            // Not kept: no case comes twice in a run, and ten thousand of them would take memory for nothing.
            _file.Write([.. line, (byte)'\n']);
            _file.Flush();
            _linesSinceFlush++;
            if (_linesSinceFlush >= LinesBetweenFlushes && _hurrying.IsCompleted)
            {
                Hurry();
            }
        }
    }

    private void Hurry()
    {
        _linesSinceFlush = 0;
        _hurrying.GetAwaiter().GetResult(); // Done; throws where the disk had failed.
        var handle = _file.SafeFileHandle;
        _hurrying = Task.Run(() => RandomAccess.FlushToDisk(handle));
    }

    public void Dispose()
    {
        _hurrying.GetAwaiter().GetResult();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
    }

    private bool IsThere(BatchFile file)
    {
        var path = Path.Combine(_folder, file.Name);
        if (Path.GetFileName(file.Name) != file.Name || new FileInfo(path) is not { Exists: true } there || there.Length != file.Bytes)
        {
            return false;
        }

        using var content = File.OpenRead(path);
        return ContentHash.Of(content) == file.Hash;
    }

    private void ReadAll()
    {
        long end = 0;
        var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = new LineReader(reader);
        while (text.ReadLine() is { } line)
        {
            if (Parse(line) is { } receipt)
            {
                _receipts[receipt.InputHash] = receipt;
            }

            end += Encoding.UTF8.GetByteCount(line) + 1;
        }

        _file.SetLength(end);
        _file.Position = end;
    }

    private static BatchReceipt? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<BatchReceipt>(line, Options) is { InputHash: not null, Files.IsDefault: false, Findings.IsDefault: false } receipt
                ? receipt
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Gives whole lines only: what has no line end was torn.</summary>
    private sealed class LineReader(TextReader reader)
    {
        private readonly StringBuilder _line = new();

        public string? ReadLine()
        {
            _line.Clear();
            while (reader.Read() is >= 0 and var c)
            {
                if (c == '\n')
                {
                    return _line.ToString();
                }

                _line.Append((char)c);
            }

            return null;
        }
    }
}
