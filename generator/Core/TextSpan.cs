namespace PiiDocs.Core;

/// <summary>A half-open range of UTF-16 units: <c>End = Start + Length</c>.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
