using System.Collections.Frozen;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>The single substitutions of a face's <c>vert</c> feature (OpenType 1.9, "GSUB"); no other part of GSUB is read.</summary>
internal static class VerticalForms
{
    private const uint Vertical = 0x76657274; // vert
    private const uint Han = 0x68616E69; // hani
    private const uint AnyScript = 0x44464C54; // DFLT
    private const int Single = 1;
    private const int Extension = 7;

    // Lists that share their bytes can make a small file describe endless work; the richest fonts need a few thousand steps.
    private const int MostSteps = 1 << 20;

    /// <exception cref="FontFormatException">The table leads out of itself, or takes too many steps to read.</exception>
    public static FrozenDictionary<ushort, ushort> Read(ReadOnlySpan<byte> table, int glyphCount)
    {
        var reader = new FontReader(table);
        var forms = new Forms(glyphCount);
        var lookups = reader.UInt16(8);
        foreach (var lookup in LookupsOf(reader, forms))
        {
            if (lookup < reader.UInt16(lookups))
            {
                ReadLookup(reader, lookups + reader.UInt16(lookups + 2 + (lookup * 2)), forms);
            }
        }

        return forms.Found.ToFrozenDictionary();
    }

    // The feature as Han text has it; where the face ties it to another script only, that one.
    private static HashSet<ushort> LookupsOf(FontReader reader, Forms forms)
    {
        var features = reader.UInt16(6);
        var count = reader.UInt16(features);
        var lookups = new HashSet<ushort>();
        var wanted = FeaturesOf(reader, Han) ?? FeaturesOf(reader, AnyScript);
        for (var pass = 0; pass < 2 && lookups.Count == 0; pass++)
        {
            for (var feature = 0; feature < count; feature++)
            {
                var record = features + 2 + (feature * 6);
                if (reader.UInt32(record) == Vertical && (pass == 1 || wanted?.Contains((ushort)feature) == true))
                {
                    lookups.UnionWith(ListedLookups(reader, features + reader.UInt16(record + 4), forms));
                }
            }
        }

        return lookups;
    }

    private static ushort[] ListedLookups(FontReader reader, int feature, Forms forms)
    {
        var count = reader.UInt16(feature + 2);
        forms.Spend(count);
        return Numbers(reader, feature + 4, count);
    }

    private static HashSet<ushort>? FeaturesOf(FontReader reader, uint tag)
    {
        var scripts = reader.UInt16(4);
        for (var script = 0; script < reader.UInt16(scripts); script++)
        {
            var record = scripts + 2 + (script * 6);
            if (reader.UInt32(record) != tag)
            {
                continue;
            }

            var at = scripts + reader.UInt16(record + 4);
            if (reader.UInt16(at) is var language && language == 0)
            {
                return null;
            }

            at += language;
            return [.. Numbers(reader, at + 6, reader.UInt16(at + 4))];
        }

        return null;
    }

    private static ushort[] Numbers(FontReader reader, int start, int count)
    {
        reader.Slice(start, count * 2);
        var numbers = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.UInt16(start + (i * 2));
        }

        return numbers;
    }

    private static void ReadLookup(FontReader reader, int lookup, Forms forms)
    {
        var kind = reader.UInt16(lookup);
        for (var i = 0; i < reader.UInt16(lookup + 4); i++)
        {
            forms.Spend(1);
            var at = lookup + reader.UInt16(lookup + 6 + (i * 2));
            if (kind == Extension && reader.UInt16(at + 2) == Single)
            {
                ReadSubstitution(reader, at + reader.Offset32(at + 4), forms);
            }
            else if (kind == Single)
            {
                ReadSubstitution(reader, at, forms);
            }
        }
    }

    private static void ReadSubstitution(FontReader reader, int at, Forms forms)
    {
        var format = reader.UInt16(at);
        var index = 0;
        foreach (var glyph in Covered(reader, at + reader.UInt16(at + 2), forms))
        {
            if (format == 1)
            {
                forms.Add(glyph, (ushort)(glyph + reader.Int16(at + 4)));
            }
            else if (index < reader.UInt16(at + 4))
            {
                forms.Add(glyph, reader.UInt16(at + 6 + (index * 2)));
            }

            index++;
        }
    }

    private static List<ushort> Covered(FontReader reader, int at, Forms forms)
    {
        var (format, count) = (reader.UInt16(at), reader.UInt16(at + 2));
        forms.Spend(count);
        if (format == 1)
        {
            return [.. Numbers(reader, at + 4, count)];
        }

        var glyphs = new List<ushort>();
        for (var range = 0; format == 2 && range < count; range++)
        {
            var (first, last) = (reader.UInt16(at + 4 + (range * 6)), reader.UInt16(at + 6 + (range * 6)));
            if (last < first)
            {
                throw new FontFormatException($"glyphs {first} to {last} are replaced");
            }

            forms.Spend(last - first);
            glyphs.AddRange(Enumerable.Range(first, last - first + 1).Select(glyph => (ushort)glyph));
        }

        return glyphs;
    }

    private sealed class Forms(int glyphCount)
    {
        private int _steps;

        public Dictionary<ushort, ushort> Found { get; } = [];

        public void Spend(int steps)
        {
            _steps += steps;
            if (_steps > MostSteps)
            {
                throw new FontFormatException("vertical forms without end");
            }
        }

        // The first lookup that knows a glyph replaces it; a form that is not there replaces nothing.
        public void Add(ushort glyph, ushort form)
        {
            if (glyph < glyphCount && form < glyphCount)
            {
                Found.TryAdd(glyph, form);
            }
        }
    }
}
