namespace PiiDocs.Typesetting.Fonts;

/// <summary>Collects bits, the first lowest, as deflate orders them.</summary>
internal sealed class BitWriter(int expectedBytes)
{
    private const int WordBits = 64;

    private readonly List<ulong> _words = new((expectedBytes / sizeof(ulong)) + 1);
    private ulong _word;
    private int _bits;

    public void Write(int value, int count)
    {
        _word |= (ulong)value << _bits;
        _bits += count;
        if (_bits >= WordBits)
        {
            _words.Add(_word);
            _bits -= WordBits;
            _word = _bits == 0 ? 0 : (ulong)value >> (count - _bits);
        }
    }

    /// <summary>What was written, as the packed form of <paramref name="bytes"/>.</summary>
    public PackedBytes ToPacked(ReadOnlySpan<byte> bytes)
    {
        var count = (_words.Count * WordBits) + _bits;
        return new([.. _words, _word], count, bytes);
    }
}
