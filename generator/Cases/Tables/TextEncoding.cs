using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>Finds the encoding of a file of records: by its mark, else UTF-8 if it is that to the last byte, else GB18030.</summary>
internal static class TextEncoding
{
    /// <summary>Null, with a diagnostic, where it is none of these.</summary>
    public static Encoding? Detect(string path, SourceLocation at, DiagnosticBag diagnostics)
    {
        var found = ByMark(path)
            ?? ByContent(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true))
            ?? ByContent(path, CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!);
        if (found is null)
        {
            diagnostics.Add(TableErrors.UnknownEncoding(at));
        }

        return found;
    }

    private static Encoding? ByMark(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) < 2
            ? null
            : start switch
            {
                [0xEF, 0xBB, 0xBF] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                [0xFF, 0xFE, _] => Encoding.Unicode,
                [0xFE, 0xFF, _] => Encoding.BigEndianUnicode,
                _ => null,
            };
    }

    // No text has a NUL; a binary file that happens to decode has.
    private static Encoding? ByContent(string path, Encoding strict)
    {
        using var reader = new StreamReader(path, strict, detectEncodingFromByteOrderMarks: false);
        var buffer = new char[32 * 1024];
        try
        {
            while (reader.Read(buffer) is > 0 and var count)
            {
                if (buffer.AsSpan(0, count).Contains('\0'))
                {
                    return null;
                }
            }

            return strict;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
