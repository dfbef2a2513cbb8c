using System.Collections.Concurrent;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>The glyph tables of a process, shared by all documents and threads.</summary>
internal sealed class GlyphTables(IFontLibrary fonts)
{
    // A few style sheets have a dozen roles and sizes each; whoever sends more pays for it with time, not memory.
    private const int MostTables = 256;

    private readonly ConcurrentDictionary<Key, GlyphTable> _tables = new(new SameFaces());

    public GlyphTable Find(FontRole role, GlyphSetting setting)
    {
        var key = new Key(role, setting);
        if (_tables.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_tables.Count >= MostTables)
        {
            _tables.Clear();
        }

        return _tables.GetOrAdd(key, new GlyphTable(fonts.Find(role), setting));
    }

    private readonly record struct Key(FontRole Role, GlyphSetting Setting);

    // Sheets read twice name the same faces in other arrays; what plays the role is what the names say.
    private sealed class SameFaces : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) =>
            x.Setting == y.Setting
            && x.Role.Name == y.Role.Name
            && x.Role.Faces.AsSpan().SequenceEqual(y.Role.Faces.AsSpan())
            && x.Role.LatinFaces.AsSpan().SequenceEqual(y.Role.LatinFaces.AsSpan());

        public int GetHashCode(Key key) =>
            HashCode.Combine(string.GetHashCode(key.Role.Name, StringComparison.Ordinal), key.Setting);
    }
}
