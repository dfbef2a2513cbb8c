using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>What a face calls itself, in every language it knows, and which of its family it is.</summary>
/// <param name="Families">Family names, the English one first where there is one.</param>
/// <param name="FullNames">Family and style in one: <c>Noto Serif CJK SC Bold</c>.</param>
/// <param name="PostScriptName">As PDF writes it; without spaces.</param>
/// <param name="Weight">400 for regular, 700 for bold.</param>
/// <param name="IsItalic">Slanted.</param>
/// <param name="MayBeEmbedded">The maker allows a subset of it in a document.</param>
public sealed record FontNames(
    ImmutableArray<string> Families,
    ImmutableArray<string> FullNames,
    string PostScriptName,
    int Weight,
    bool IsItalic,
    bool MayBeEmbedded)
{
    private const int EnglishUnitedStates = 0x0409;
    private const int Windows = 3;
    private const int Unicode = 0;
    private const int BoldWeight = 700;

    // OS/2 fsType: bit 1 forbids embedding, bit 8 subsetting, bit 9 outlines.
    private const int ForbiddenEmbedding = 0x0002 | 0x0100 | 0x0200;

    // Bits 2 and 3 grant more than bit 1 takes: the least restrictive one counts (OS/2 version 0 to 2 fonts set several).
    private const int GrantedEmbedding = 0x0004 | 0x0008;

    public bool IsBold => Weight >= 600;

    /// <summary>Reads the names; costs two small tables.</summary>
    /// <exception cref="FontFormatException">The name table is broken or names no family.</exception>
    public static FontNames Read(FontFile file)
    {
        var names = ReadRecords(file.Table("name"));
        var families = Distinct(names, 16, 1);
        if (families.IsEmpty)
        {
            throw new FontFormatException("the name table names no family");
        }

        var os2 = file.Has("OS/2") ? file.Table("OS/2") : default;
        var styles = Distinct(names, 17, 2);
        return new(
            families,
            Distinct(names, 4),
            PostScriptNameOf(names, families[0]),
            WeightOf(os2.Span, styles),
            styles.Any(style => style.Contains("Italic", StringComparison.OrdinalIgnoreCase)
                || style.Contains("Oblique", StringComparison.OrdinalIgnoreCase)),
            IsEmbeddable(os2.Span));
    }

    // FandolSong Bold and others give 400 in OS/2 and say Bold in the style's name only.
    private static int WeightOf(ReadOnlySpan<byte> os2, ImmutableArray<string> styles)
    {
        var declared = os2.Length >= 6 ? new FontReader(os2).UInt16(4) : 400;
        var saysBold = styles.Any(style => style.Split(' ').Contains("Bold", StringComparer.OrdinalIgnoreCase));
        return saysBold ? Math.Max(declared, BoldWeight) : declared;
    }

    private static bool IsEmbeddable(ReadOnlySpan<byte> os2)
    {
        if (os2.Length < 10)
        {
            return true;
        }

        var type = new FontReader(os2).UInt16(8);
        var forbidden = (type & GrantedEmbedding) != 0 ? ForbiddenEmbedding & ~0x0002 : ForbiddenEmbedding;
        return (type & forbidden) == 0;
    }

    private static string PostScriptNameOf(List<NameRecord> names, string family)
    {
        var given = Distinct(names, 6).FirstOrDefault(name => name.All(c => c is > ' ' and < '\u007F')) ?? family;
        var allowed = string.Concat(given.Where(c => c is > ' ' and < '\u007F' && !"()<>[]{}/%#".Contains(c, StringComparison.Ordinal)));
        return allowed.Length is > 0 and < 64 ? allowed : "Font";
    }

    private static ImmutableArray<string> Distinct(List<NameRecord> names, params int[] ids) =>
        [.. (from name in names
             where ids.Contains(name.Id) && name.Text.Length > 0
             orderby name.Language == EnglishUnitedStates ? 0 : 1, Array.IndexOf(ids, name.Id)
             select name.Text).Distinct(StringComparer.Ordinal)];

    private static List<NameRecord> ReadRecords(ReadOnlyMemory<byte> table)
    {
        var reader = new FontReader(table.Span);
        var count = reader.UInt16(2);
        var strings = reader.UInt16(4);
        var names = new List<NameRecord>();
        for (var record = 6; record < 6 + (count * 12); record += 12)
        {
            var id = reader.UInt16(record + 6);
            if (id is 1 or 2 or 4 or 6 or 16 or 17 && TryDecode(reader, record, strings, out var text))
            {
                names.Add(new(id, reader.UInt16(record + 4), text));
            }
        }

        return names;
    }

    private static bool TryDecode(FontReader reader, int record, int strings, out string text)
    {
        var platform = reader.UInt16(record);
        var bytes = reader.Slice(strings + reader.UInt16(record + 10), reader.UInt16(record + 8));
        var isUtf16 = platform == Unicode || (platform == Windows && reader.UInt16(record + 2) is 0 or 1 or 10);
        text = isUtf16 ? Encoding.BigEndianUnicode.GetString(bytes).Trim('\0', ' ') : "";
        return isUtf16;
    }

    private readonly record struct NameRecord(int Id, int Language, string Text);
}
