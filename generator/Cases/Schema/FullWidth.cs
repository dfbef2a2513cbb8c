namespace PiiDocs.Cases.Schema;

/// <summary>The wide digits that Chinese input methods write, U+FF10 to U+FF19.</summary>
internal static class FullWidth
{
    public static bool HasDigits(string text) => text.AsSpan().IndexOfAnyInRange('０', '９') >= 0;
}
