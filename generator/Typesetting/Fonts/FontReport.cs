using System.Collections.Immutable;
using System.Text;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>What <c>piidocs fonts</c> shows: which faces play a role here, and what they cover.</summary>
/// <param name="Role">仿宋, 小标宋, 楷体, 黑体 or 宋体.</param>
/// <param name="Chinese">In the order they are asked for a character.</param>
/// <param name="Latin">For letters and digits.</param>
/// <param name="Substitution">What was put in whose place.</param>
public sealed record RoleReport(
    string Role,
    ImmutableArray<FaceReport> Chinese,
    ImmutableArray<FaceReport> Latin,
    FontSubstitution? Substitution);

/// <param name="Face">The face's name, its file's name and hash.</param>
/// <param name="Gb2312">Of the 6,763 Han characters of GB 2312, those it has.</param>
/// <param name="Han">Han characters it has in all, with extensions A to H.</param>
/// <param name="HasZero">It has 〇 (U+3007), which every date in Chinese numerals needs.</param>
/// <param name="Bold">The bold face of the family, or null.</param>
public sealed record FaceReport(UsedFace Face, int Gb2312, int Han, bool HasZero, string? Bold);

/// <summary>A face and the file it came from, to be kept with a document.</summary>
/// <param name="Name">Family and style.</param>
/// <param name="Source">The file.</param>
/// <param name="Index">Its number in a collection.</param>
public sealed record UsedFace(string Name, FontSource Source, int Index)
{
    /// <summary>The file's name, without its folder.</summary>
    public string File => Source.Name;

    /// <summary>Lower-case hex SHA-256 of the file; read when first asked for, since fonts are large.</summary>
    public string Hash => Source.Hash;
}

/// <summary>Says which fonts there are and which were used.</summary>
public static class FontReports
{
    /// <summary>GB 2312 has this many Han characters, in rows 16 to 87.</summary>
    public const int Gb2312Count = 6763;

    private const int Gbk = 936;

    private static readonly (int First, int Last)[] HanBlocks =
        [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBEF), (0x30000, 0x323AF)];

    /// <summary>The roles of a style sheet as this machine can play them.</summary>
    public static ImmutableArray<RoleReport> Describe(IFontLibrary library, IEnumerable<FontRole> roles) =>
        [.. from role in roles
            let faces = library.Find(role)
            select new RoleReport(role.Name, Describe(faces.Chinese), Describe(faces.Latin), faces.Substitution)];

    /// <summary>The faces a document is set in, in order of first use.</summary>
    public static ImmutableArray<UsedFace> FacesOf(PagedDocument document) =>
        [.. (from page in document.Pages
             from run in page.Items.OfType<GlyphRun>()
             select run.Face).Distinct().OfType<OpenTypeFace>().Select(Used)];

    /// <summary>The hashes of every font file that may set the roles, with the faces' names; large files are read through.</summary>
    public static IEnumerable<string> HashesOf(IFontLibrary library, IEnumerable<FontRole> roles) =>
        from role in roles
        let faces = library.Find(role)
        from face in faces.Chinese.Concat(faces.Latin).Select(face => (face, face.Bold)).SelectMany(pair => new[] { pair.face, pair.Bold }).OfType<OpenTypeFace>()
        select $"{role.Name} {face.Name} {face.Index} {face.Source.Hash}";

    private static ImmutableArray<FaceReport> Describe(ImmutableArray<FontFace> faces) =>
        [.. from face in faces.OfType<OpenTypeFace>()
            select new FaceReport(
                Used(face),
                Gb2312Characters().Count(face.Has),
                HanBlocks.Sum(block => Enumerable.Range(block.First, block.Last - block.First + 1).Count(c => face.Has(new Rune(c)))),
                face.Has(new Rune('〇')),
                face.Bold?.Name)];

    private static UsedFace Used(OpenTypeFace face) => new(face.Name, face.Source, face.Index);

    // The code page holds GB 2312 in its own rows and cells; what was added later lies elsewhere or outside the Han block.
    private static IEnumerable<Rune> Gb2312Characters()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(Gbk)!;
        return from row in Enumerable.Range(0xB0, 72)
               from cell in Enumerable.Range(0xA1, 94)
               let character = encoding.GetString([(byte)row, (byte)cell])
               where character.Length == 1 && character[0] is >= '\u4E00' and <= '\u9FFF'
               select new Rune(character[0]);
    }

    private static bool Has(this OpenTypeFace face, Rune character) => face.TryGetGlyph(character, out _);
}
