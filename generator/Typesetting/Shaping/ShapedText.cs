using System.Buffers;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>All characters and clusters of a document, one after another, in buffers that are given back.</summary>
internal sealed class ShapedText : IDisposable
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(8192);
    private Cluster[] _clusters = ArrayPool<Cluster>.Shared.Rent(8192);

    public int CharacterCount { get; private set; }

    public int ClusterCount { get; private set; }

    public List<ShapedRun> Runs { get; } = new(128);

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, CharacterCount);

    public Span<Cluster> Clusters => _clusters.AsSpan(0, ClusterCount);

    public void Append(ReadOnlySpan<char> text)
    {
        Grow(ref _characters, CharacterCount, text.Length);
        text.CopyTo(_characters.AsSpan(CharacterCount));
        CharacterCount += text.Length;
    }

    /// <summary>Makes room for as many clusters as there may come, so that <see cref="Next"/> needs no check.</summary>
    public void Reserve(int clusters) => Grow(ref _clusters, ClusterCount, clusters);

    /// <summary>A cleared cluster at the end.</summary>
    public ref Cluster Next()
    {
        ref var cluster = ref _clusters[ClusterCount++];
        cluster = default;
        return ref cluster;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_characters);
        ArrayPool<Cluster>.Shared.Return(_clusters);
        _characters = [];
        _clusters = [];
    }

    private static void Grow<T>(ref T[] buffer, int used, int more)
    {
        if (used + more <= buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(used + more, buffer.Length * 2));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(buffer);
        buffer = larger;
    }
}
