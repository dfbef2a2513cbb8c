using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Brings a file of the user's into memory as text.</summary>
public static class CaseFile
{
    internal const int LimitMegabytes = 20;
    private const int LimitBytes = LimitMegabytes * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of the file, without its byte order mark; null with a diagnostic where it is no text of reasonable size.</summary>
    /// <remarks>A missing or unreadable file is the .NET exception: that is the world's fault and not the file's.</remarks>
    public static SourceText? Load(string path, DiagnosticBag diagnostics)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path, diagnostics);
    }

    /// <summary>The same, of a stream that messages are to name so.</summary>
    public static SourceText? Load(Stream stream, string path, DiagnosticBag diagnostics)
    {
        var start = new SourceLocation(new(path, ""), default);
        if (ReadAtMost(stream, LimitBytes) is not { } bytes)
        {
            diagnostics.Add(CaseErrors.FileTooLarge(start, LimitMegabytes));
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(WithoutMark(bytes));
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return new(path, text);
            }
        }
        catch (DecoderFallbackException)
        {
            // Explained below, like the NUL of a binary file that happens to be UTF-8.
        }

        diagnostics.Add(CaseErrors.NotUtf8(start, GuessEncoding(bytes)));
        return null;
    }

    private static byte[]? ReadAtMost(Stream stream, int limit)
    {
        if (stream.CanSeek && stream.Length > limit)
        {
            return null;
        }

        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > limit)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static Message GuessEncoding(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => new("文件是 UTF-16（“Unicode”）编码，不是 UTF-8", "the file is UTF-16, not UTF-8"),
        _ when Array.IndexOf(bytes, (byte)0) >= 0 => new("文件不是文本文件", "the file is not a text file"),
        _ when IsGb18030(bytes) => new("文件像是 GB18030（GBK）编码，不是 UTF-8", "the file looks like GB18030 (GBK), not UTF-8"),
        _ => new("文件不是完好的 UTF-8 文本", "the file is not sound UTF-8 text"),
    };

    /// <summary>Valid GB18030, and nearly everything beyond ASCII is an everyday Chinese character or punctuation mark.</summary>
    private static bool IsGb18030(byte[] bytes)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            var foreign = strict.GetString(bytes).Where(c => c >= 0x80).ToList();
            return foreign.Count(c => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF5E')
                >= foreign.Count * 0.9;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
