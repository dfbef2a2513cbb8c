using System.Collections.Frozen;
using System.Reflection;

namespace PiiDocs.Privacy.Scanning.Text;

/// <summary>What the Unicode Han Database says of characters: their simplified form and their Mandarin reading.</summary>
internal static class HanTables
{
    private static readonly Lazy<FrozenDictionary<char, string>> LazyReadings = new(() =>
        Lines("pinyin.txt")
            .SelectMany(line => line.Characters.Select(character => (character, line.Key)))
            .ToFrozenDictionary(each => each.character, each => each.Key));

    private static readonly Lazy<FrozenDictionary<char, char>> LazySimplified = new(() =>
        Lines("variants.txt")
            .SelectMany(line => line.Characters.Select(variant => (variant, line.Key)))
            .ToFrozenDictionary(each => each.variant, each => each.Key[0]));

    /// <summary>Syllable and tone by character: <c>zhang1</c>.</summary>
    public static FrozenDictionary<char, string> Readings => LazyReadings.Value;

    /// <summary>Simplified character by its traditional, compatibility or radical form.</summary>
    public static FrozenDictionary<char, char> Simplified => LazySimplified.Value;

    private static IEnumerable<(string Key, string Characters)> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap)
            {
                yield return (line[..gap], line[(gap + 1)..]);
            }
        }
    }
}
