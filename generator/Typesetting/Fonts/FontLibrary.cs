using System.Collections.Concurrent;
using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>The machine's fonts. Make one a process: it keeps what it read, and all threads may share it.</summary>
public sealed class FontLibrary : IFontLibrary
{
    // For characters of names that the role's own faces lack; Song-like, from the complete to the encyclopaedic.
    private static readonly ImmutableArray<string> LastResorts =
    [
        "Noto Serif CJK SC", "AR PL UMing CN", "SimSun", "SimSun-ExtB", "SimSun-ExtG", "BabelStone Han", "HanaMinA", "HanaMinB",
    ];

    private readonly Lazy<FontCatalog> _catalog;
    private readonly ConcurrentDictionary<CatalogEntry, Lazy<OpenTypeFace?>> _faces = [];
    private readonly ConcurrentDictionary<string, RoleFaces> _roles = [];
    private readonly ConcurrentQueue<Diagnostic> _problems = [];

    /// <summary>Looks in folders, the first first; see <see cref="FontFolders"/>. Nothing is read before it is asked for.</summary>
    public FontLibrary(ImmutableArray<string> folders) => _catalog = new(() => FontCatalog.Scan(folders));

    /// <summary>Looks in files already at hand.</summary>
    public FontLibrary(IEnumerable<FontSource> sources) => _catalog = new(() => FontCatalog.Of(sources));

    /// <summary>Files that were passed over so far, and why: warnings PD41xx.</summary>
    public ImmutableArray<Diagnostic> Problems => [.. _catalog.Value.Problems, .. _problems];

    public RoleFaces Find(FontRole role) =>
        _roles.GetOrAdd(string.Join('\n', [.. role.Faces, "", .. role.LatinFaces]), _ => FindFaces(role));

    /// <summary>The face of a family or of a full name; null where it is not installed.</summary>
    public OpenTypeFace? FindFace(string name) => _catalog.Value.Find(name) is { } entry ? Open(entry) : null;

    private RoleFaces FindFaces(FontRole role)
    {
        var own = Found(role.Faces);
        var chinese = own.Concat(Found(LastResorts)).Distinct().ToImmutableArray();
        return new(
            ImmutableArray<FontFace>.CastUp(chinese),
            ImmutableArray<FontFace>.CastUp(Found(role.LatinFaces).Distinct().ToImmutableArray()),
            SubstitutionFor(role, chinese));
    }

    private FontSubstitution? SubstitutionFor(FontRole role, ImmutableArray<OpenTypeFace> faces)
    {
        if (role.Faces.IsEmpty || faces.IsEmpty || FindFace(role.Faces[0]) is not null)
        {
            return null;
        }

        return new(role.Faces[0], faces[0].Name);
    }

    private IEnumerable<OpenTypeFace> Found(ImmutableArray<string> names) => names.Select(FindFace).OfType<OpenTypeFace>();

    private OpenTypeFace? Open(CatalogEntry entry) =>
        _faces.GetOrAdd(entry, each => new(() => OpenOrReport(each))).Value;

    private OpenTypeFace? OpenOrReport(CatalogEntry entry)
    {
        try
        {
            return OpenTypeFace.Open(entry.File, () => _catalog.Value.FindBold(entry) is { } bold ? Open(bold) : null);
        }
        catch (FontFormatException exception)
        {
            _problems.Enqueue(FontErrors.Broken(entry.File.Source, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Enqueue(FontErrors.Unreadable(entry.File.Source.Name));
        }

        return null;
    }
}
