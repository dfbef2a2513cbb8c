using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Parts what an editor ran together: LibreOffice 7 moves the text of a control into the one right before it.</summary>
/// <remarks>
/// The empty control stays where it was, and the lengths and hashes of the texts as they were written tell which piece is whose. In
/// the file the pieces stay together, so nobody but a person may write over them.
/// </remarks>
internal static class MeltedControls
{
    /// <summary>Gives each control its own text again, where that can be told.</summary>
    public static void Part(IReadOnlyList<FoundControl> controls, WrittenTrace written)
    {
        var known = written.Controls.ToDictionary(each => each.Tag, StringComparer.Ordinal);
        for (var first = 0; first < controls.Count;)
        {
            var end = first + 1;
            while (end < controls.Count && controls[end] is { Text.Length: 0, BeginsParagraph: false } next && next.Before == controls[end - 1])
            {
                end++;
            }

            if (end > first + 1 && !IsWhole(controls[first], known))
            {
                Part(controls.Skip(first).Take(end - first).ToList(), known);
            }

            first = end;
        }
    }

    // From the end, each takes its own back; what is left over is the first one's. Failing that, the first keeps its own.
    private static void Part(List<FoundControl> run, Dictionary<string, WrittenControl> known)
    {
        for (var i = run.Count - 1; i > 0; i--)
        {
            var text = run[0].Text.ToString();
            if (!known.TryGetValue(run[i].Tag, out var own) || own.Length == 0 || own.Length >= text.Length || !Is(own, text[^own.Length..]))
            {
                KeepFirst(run, known);
                return;
            }

            Give(run[0], run[i], text.Length - own.Length);
        }
    }

    private static void KeepFirst(List<FoundControl> run, Dictionary<string, WrittenControl> known)
    {
        var text = run[0].Text.ToString();
        if (run is [var first, var second] && known.TryGetValue(first.Tag, out var own) && own.Length < text.Length && Is(own, text[..own.Length]))
        {
            Give(first, second, own.Length);
        }
    }

    private static void Give(FoundControl from, FoundControl to, int start)
    {
        to.Text.Append(from.Text.ToString(start, from.Text.Length - start));
        from.Text.Length = start;
        from.IsEntangled = to.IsEntangled = true;
    }

    private static bool IsWhole(FoundControl control, Dictionary<string, WrittenControl> known) =>
        !known.TryGetValue(control.Tag, out var own) || Is(own, control.Text.ToString());

    private static bool Is(WrittenControl own, string text) => own.Hashes.Contains(Fingerprint.OfText(text));
}
