namespace PiiDocs.Unit.Privacy.Scanning;

internal static class PdfPlaces
{
    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> All = new Dictionary<string, Func<string, byte[]>>();
}
