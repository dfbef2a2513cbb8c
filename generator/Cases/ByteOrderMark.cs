namespace PiiDocs.Cases;

/// <summary>U+FEFF at the beginning of a text that did not come through <see cref="CaseFile"/>.</summary>
internal static class ByteOrderMark
{
    public static int LengthIn(string text) => text.StartsWith('\uFEFF') ? 1 : 0;
}
