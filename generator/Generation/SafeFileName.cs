using System.Buffers;
using System.Globalization;
using System.Text;

namespace PiiDocs.Generation;

/// <summary>Makes a name that every system accepts and that stays inside its folder.</summary>
internal static class SafeFileName
{
    // What cannot be seen (marks that turn the direction of writing, blanks of no width) can make a name look like another one: it goes.
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
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    safe.Append('_');
                    break;
                default:
                    safe.Append(Reserved.Contains(c) ? '_' : c);
                    break;
            }
        }

        var text = safe.ToString().Trim().TrimEnd('.', ' ').TrimStart('.');
        if (text.Length > MostCharacters)
        {
            text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        }

        return text.Length == 0 || Devices.Contains(text) ? fallback : text;
    }
}
