using System.Collections.Immutable;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Compares the text outside controls as it was made with what the document has now.</summary>
public static class TextChanges
{
    /// <summary>What was changed in the document by hand.</summary>
    public static ImmutableArray<TextChange> Find(DocumentTrace returned, DocumentTrace fresh)
    {
        var now = fresh.Paragraphs.Select(each => each.Hash).ToList();
        IReadOnlyList<string> made = returned.Written.Paragraphs.IsEmpty ? now : returned.Written.Paragraphs;
        var inDocument = Alignment.Of(made, [.. returned.Paragraphs.Select(each => each.Hash)]);
        return [.. ByHand(returned, fresh, Hunk.Between(made, inDocument, returned.Paragraphs.Length), Alignment.Of(made, now))];
    }

    // A paragraph that left one place and came up in another is where a person wanted it.
    private static IEnumerable<TextChange> ByHand(
        DocumentTrace returned, DocumentTrace fresh, List<Hunk> hunks, int[] inCase)
    {
        var moved = Moved(returned, hunks);
        var known = fresh.Paragraphs.Select(each => each.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var hunk in hunks)
        {
            var before = hunk.Before.Where(each => !moved.Contains(each.Hash)).ToList();
            var changed = hunk.Now.Select(index => returned.Paragraphs[index])
                .Where(each => !moved.Contains(each.Hash) && !known.Contains(each.Hash)).ToList();
            for (var i = 0; i < changed.Count; i++)
            {
                var counterpart = i < before.Count && inCase[before[i].Index] is >= 0 and var place ? fresh.Paragraphs[place].Text : "";
                yield return new(TextChangeKind.Edited, changed[i].Number, Sentences.Quote(changed[i].Text, counterpart));
            }

            var paragraph = hunk.NowStart > 0 ? returned.Paragraphs[hunk.NowStart - 1].Number : 0;
            foreach (var gone in before.Skip(hunk.Now.Count(index => !moved.Contains(returned.Paragraphs[index].Hash))))
            {
                yield return new(
                    TextChangeKind.Deleted, paragraph, inCase[gone.Index] is >= 0 and var place ? Sentences.Quote(fresh.Paragraphs[place].Text, "") : "");
            }
        }
    }

    private static HashSet<string> Moved(DocumentTrace returned, List<Hunk> hunks)
    {
        var moved = hunks.SelectMany(hunk => hunk.Before).Select(each => each.Hash).ToHashSet(StringComparer.Ordinal);
        moved.IntersectWith(hunks.SelectMany(hunk => hunk.Now).Select(index => returned.Paragraphs[index].Hash));
        return moved;
    }
}
