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

    /// <param name="fullWidth">Advance of what fills the em: the size, or the pitch of the grid.</param>
    public GlyphTable Find(FontRole role, Length size, Length fullWidth)
    {
        var key = new Key(string.Join('\n', role.Faces), string.Join('\n', role.LatinFaces), size, fullWidth);
        if (_tables.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_tables.Count >= MostTables)
        {
            _tables.Clear();
        }

        return _tables.GetOrAdd(key, new GlyphTable(fonts.Find(role), size, fullWidth));
    }

    private readonly record struct Key(string Faces, string LatinFaces, Length Size, Length FullWidth);
}
