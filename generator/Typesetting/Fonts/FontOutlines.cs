namespace PiiDocs.Typesetting.Fonts;

/// <summary>The drawings of a face's glyphs. Closed: a page writer handles both kinds.</summary>
public abstract class FontOutlines
{
    private const int MostSamples = 128;

    private readonly Lazy<OutlineCode> _code;

    // Filled as glyphs are asked for; two threads that race pack the same bytes.
    private readonly PackedBytes?[] _packed;

    private protected FontOutlines(int glyphCount)
    {
        _packed = new PackedBytes?[glyphCount];
        _code = new(() => OutlineCode.Train(SampleDrawings()));
    }

    /// <summary>The code that <see cref="Packed"/> drawings are in.</summary>
    public OutlineCode Code => _code.Value;

    /// <summary>A glyph's drawing as a subset of the font holds it, packed; kept for the next document.</summary>
    /// <exception cref="FontFormatException">There is no such glyph, or its drawing cannot be read.</exception>
    public PackedBytes Packed(ushort glyph)
    {
        if (glyph >= _packed.Length)
        {
            throw new FontFormatException($"glyph {glyph} of {_packed.Length}");
        }

        if (Volatile.Read(ref _packed[glyph]) is { } packed)
        {
            return packed;
        }

        packed = Code.Pack(Drawing(glyph).Span);
        Volatile.Write(ref _packed[glyph], packed);
        return packed;
    }

    /// <summary>A glyph's drawing as a subset of the font holds it.</summary>
    private protected abstract ReadOnlyMemory<byte> Drawing(ushort glyph);

    // Evenly from the whole face, so that a code fits letters and characters alike.
    private IEnumerable<ReadOnlyMemory<byte>> SampleDrawings()
    {
        var samples = Math.Min(MostSamples, _packed.Length);
        for (var sample = 0; sample < samples; sample++)
        {
            ReadOnlyMemory<byte> drawing;
            try
            {
                drawing = Drawing((ushort)((long)_packed.Length * sample / samples));
            }
            catch (FontFormatException)
            {
                continue; // Told when the glyph is used.
            }

            yield return drawing;
        }
    }
}
