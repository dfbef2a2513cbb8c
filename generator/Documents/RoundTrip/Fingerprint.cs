using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Hashes by which a file knows its own texts again without holding them twice.</summary>
public static class Fingerprint
{
    /// <summary>Of a control's text: the first 16 hex digits.</summary>
    public static string OfText(string text) => ContentHash.Of(text, 8);

    /// <summary>Of a paragraph's skeleton: there are hundreds in a file, and a collision would hide one change. The first 10 digits.</summary>
    public static string OfSkeleton(string skeleton) => ContentHash.Of(skeleton, 5);
}
