using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Knows the controls of a file again after an editor dropped all their tags.</summary>
internal static class UntaggedControls
{
    /// <summary>The tag of each control that has lost it and that can be told.</summary>
    /// <param name="body">Where the controls stand.</param>
    /// <param name="written">The controls as they were written, in order.</param>
    /// <remarks>
    /// By their order where all are still there. Otherwise those that still show their text are known by that, and those
    /// between two of them where there are as many as there were.
    /// </remarks>
    public static Dictionary<XElement, string> Match(XElement body, IReadOnlyList<WrittenControl> written)
    {
        var untagged = body.Descendants(Xml.W + "sdt").Where(control => DocxFields.OwnTagOf(control) is null).ToList();
        if (untagged.Count == 0 || written.Count == 0)
        {
            return [];
        }

        var places = untagged.Count == written.Count
            ? [.. Enumerable.Range(0, written.Count)]
            : Filled(Alignment.Of([.. written.Select(each => each.Hashes[0])], [.. untagged.Select(HashOf)]), untagged.Count);
        return places.Index().Where(each => each.Item >= 0).ToDictionary(each => untagged[each.Item], each => written[each.Index].Tag);
    }

    // Between two that are sure, as many as were written must be the same, whatever they show now.
    private static int[] Filled(int[] places, int count)
    {
        var (last, lastPlace) = (-1, -1);
        for (var i = 0; i <= places.Length; i++)
        {
            var place = i < places.Length ? places[i] : count;
            if (place < 0)
            {
                continue;
            }

            for (var gap = 1; i - last == place - lastPlace && gap < i - last; gap++)
            {
                places[last + gap] = lastPlace + gap;
            }

            (last, lastPlace) = (i, place);
        }

        return places;
    }

    private static string HashOf(XElement control)
    {
        var pieces = control.Descendants().Where(each => each.Name == Xml.W + "t" || each.Name == Xml.W + "br" || each.Name == Xml.W + "tab")
            .Select(each => each.Name.LocalName switch { "t" => InlineCollector.TextOf(each), "br" => "\n", _ => "\t" });
        return Fingerprint.OfText(string.Concat(pieces));
    }
}
