using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>The tags of content controls that show a field.</summary>
public static class ControlTag
{
    /// <summary>What Word's dialog accepts for a tag or a title.</summary>
    internal const int Longest = 64;

    /// <summary>The path after a prefix of ours; where that is too long, its hash.</summary>
    public static string Of(FieldPath path)
    {
        var name = path.Value.StartsWith("$.", StringComparison.Ordinal) ? path.Value[2..] : path.Value;
        return WordNames.TagPrefix.Length + name.Length <= Longest
            ? WordNames.TagPrefix + name
            : WordNames.TagPrefix + "#" + ContentHash.Of(path.Value, 16);
    }
}
