using System.Collections.Concurrent;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>The glyph tables of a process, shared by all documents and threads.</summary>
internal sealed class GlyphTables(IFontLibrary fonts)
{
    // A few style sheets have a dozen roles and sizes each; whoever sends more pays for it with time, not memory.
    private const int MostTables = 256;

    private readonly ConcurrentDictionary<Key, GlyphTable> _tables = new();

    public GlyphTable Find(FontRole role, GlyphSetting setting)
    {
        var key = new Key(string.Join('\n', role.Faces), string.Join('\n', role.LatinFaces), setting);
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

    private readonly record struct Key(string Faces, string LatinFaces, GlyphSetting Setting);
}
