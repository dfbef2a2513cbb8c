using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Looks for text in bytes of no known kind, as <c>strings</c> does: UTF-8, UTF-16 and GB 18030 side by side.</summary>
internal static class BinaryText
{
    private const int Shortest = 4;

    public static void Read(ScannedFile file, ScanSession session) => Read(file.Content.Span, file.PartName(""), session);

    public static void Read(ReadOnlySpan<byte> content, string part, ScanSession session)
    {
        // Eight and sixteen bits; the latter from both offsets.
        Search(Encoding.UTF8.GetString(content), part, session);
        Search(Encoding.Unicode.GetString(content), part, session);
        Search(Encoding.Unicode.GetString(content.IsEmpty ? content : content[1..]), part, session);
        Search(TextDecoder.Gb18030.GetString(content), part, session);
    }

    private static void Search(string text, string partName, ScanSession session)
    {
        var part = new TextPart(partName);
        var run = new StringBuilder();
        foreach (var character in text)
        {
            if (IsWritten(character))
            {
                run.Append(character);
                continue;
            }

            Flush(part, run);
            session.Search(part, isLast: false);
        }

        Flush(part, run);
        session.Search(part, isLast: true);
    }

    private static void Flush(TextPart part, StringBuilder run)
    {
        if (run.Length >= Shortest || (run.Length >= 2 && run[0] >= '\u4E00'))
        {
            part.Add(run.ToString(), PartKind.Binary, PlaceUnit.Whole);
        }

        run.Clear();
    }

    private static bool IsWritten(char character) =>
        character is (>= ' ' and <= '~') or '\t' or (>= '\u4E00' and <= '\u9FA5') or (>= '\u3000' and <= '\u3011') or (>= '！' and <= '～') or '·';
}
