using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>Names of the files of a batch: the type's pattern, then the case, so that no two cases can share one.</summary>
/// <remarks>A name depends on nothing but its own case: neither order nor other rows change it.</remarks>
internal static class BatchNames
{
    // ext4 takes 255 bytes; what is being written has ".part" behind it.
    private const int MostBytes = 250;
    private const int LongestId = 40;

    /// <param name="name">As the generator named the file, with its extension.</param>
    /// <param name="id">The case.</param>
    /// <param name="taken">Names of the same case so far; the new one is added.</param>
    public static string For(string name, string id, HashSet<string> taken)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var behind = $"-{Mark(id)}";
        var free = Fit(stem, behind + extension) + behind + extension;
        for (var n = 2; !taken.Add(free); n++)
        {
            var numbered = $"{behind}-{n}{extension}";
            free = Fit(stem, numbered) + numbered;
        }

        return free;
    }

    // An id that does not stand in the name as it is, is told by a hash from others that would look the same there: a:b from a_b.
    private static string Mark(string id)
    {
        var safe = SafeFileName.From(id, "_");
        return safe == id && id.Length <= LongestId ? id : $"{Start(safe)}-{ContentHash.Of(id, 4)}";
    }

    private static string Start(string id)
    {
        var length = Math.Min(id.Length, LongestId - 9);
        return id[..(char.IsHighSurrogate(id[length - 1]) ? length - 1 : length)];
    }

    private static string Fit(string stem, string behind)
    {
        var room = MostBytes - Encoding.UTF8.GetByteCount(behind);
        var fitting = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            fitting.Append(rune);
        }

        return fitting.ToString();
    }
}
