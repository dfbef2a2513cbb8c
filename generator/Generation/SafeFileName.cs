using System.Buffers;
using System.Text;

namespace PiiDocs.Generation;

/// <summary>Makes a name that every system accepts and that stays inside its folder.</summary>
internal static class SafeFileName
{
    // Windows reserves < > : " / \ | ? * and control characters; a name must not end in a dot or a blank.
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*");

    // NTFS allows 255 UTF-16 units, ext4 255 bytes: 80 Chinese characters are 240 bytes.
    private const int MostCharacters = 80;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "LPT1", "LPT2", "LPT3", "LPT4",
    };

    /// <param name="name">A name without extension, as a template made it.</param>
    /// <param name="fallback">Used where nothing of the name is left.</param>
    public static string From(string name, string fallback)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            safe.Append(char.IsControl(c) || Reserved.Contains(c) ? '_' : c);
        }

        var text = safe.ToString().Trim().TrimEnd('.', ' ').TrimStart('.');
        if (text.Length > MostCharacters)
        {
            text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        }

        return text.Length == 0 || Devices.Contains(text) ? fallback : text;
    }
}
