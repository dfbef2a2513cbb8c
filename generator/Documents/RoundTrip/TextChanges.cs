using System.Collections.Immutable;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Compares the text outside controls three ways: as it was made, as the document has it, as the case would make it.</summary>
public static class TextChanges
{
    /// <summary>What was changed in the document, then what the case has changed and the document does not have yet.</summary>
    public static ImmutableArray<TextChange> Find(DocumentTrace returned, DocumentTrace fresh)
    {
        var now = fresh.Paragraphs.Select(each => each.Hash).ToList();
        IReadOnlyList<string> made = returned.Written.Paragraphs.IsEmpty ? now : returned.Written.Paragraphs;
        var inDocument = Alignment.Of(made, [.. returned.Paragraphs.Select(each => each.Hash)]);
        var inCase = Alignment.Of(made, now);
        return
        [
            .. ByHand(returned, fresh, Hunk.Between(made, inDocument, returned.Paragraphs.Length), inCase),
            .. ByCase(returned, fresh, Hunk.Between(made, inCase, now.Count), inDocument),
        ];
    }

    private static IEnumerable<TextChange> ByHand(
        DocumentTrace returned, DocumentTrace fresh, List<Hunk> hunks, int[] inCase)
    {
        var moved = Moved(hunks, hunk => hunk.Now.Select(index => returned.Paragraphs[index].Hash));
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

    private static IEnumerable<TextChange> ByCase(
        DocumentTrace returned, DocumentTrace fresh, List<Hunk> hunks, int[] inDocument)
    {
        var moved = Moved(hunks, hunk => hunk.Now.Select(index => fresh.Paragraphs[index].Hash));
        var present = returned.Paragraphs.Select(each => each.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var hunk in hunks)
        {
            var before = hunk.Before.Where(each => !moved.Contains(each.Hash)).ToList();
            var wanted = hunk.Now.Select(index => fresh.Paragraphs[index])
                .Where(each => !moved.Contains(each.Hash) && !present.Contains(each.Hash)).ToList();
            for (var i = 0; i < Math.Max(before.Count, wanted.Count); i++)
            {
                var old = i < before.Count && inDocument[before[i].Index] is >= 0 and var place ? returned.Paragraphs[place] : null;
                if (i >= wanted.Count)
                {
                    if (old is not null)
                    {
                        yield return new(TextChangeKind.Obsolete, old.Number, Sentences.Quote(old.Text, ""));
                    }
                }
                else if (old is not null)
                {
                    yield return new(TextChangeKind.Reworded, old.Number, Sentences.Quote(old.Text, wanted[i].Text));
                }
                else
                {
                    yield return new(TextChangeKind.Missing, NumberBefore(returned, inDocument, hunk), Sentences.Quote(wanted[i].Text, ""));
                }
            }
        }
    }

    // A paragraph that left one place and came up in another is where a person wanted it.
    private static HashSet<string> Moved(List<Hunk> hunks, Func<Hunk, IEnumerable<string>> hashesOf)
    {
        var moved = hunks.SelectMany(hunk => hunk.Before).Select(each => each.Hash).ToHashSet(StringComparer.Ordinal);
        moved.IntersectWith(hunks.SelectMany(hashesOf));
        return moved;
    }

    private static int NumberBefore(DocumentTrace returned, int[] inDocument, Hunk hunk)
    {
        var last = Array.FindLastIndex(inDocument, Math.Max(0, hunk.BeforeStart - 1), each => each >= 0);
        return last >= 0 && hunk.BeforeStart > 0 ? returned.Paragraphs[inDocument[last]].Number : 0;
    }

    /// <summary>A stretch that differs: lines as they were, and the indexes of those that stand in their place.</summary>
    private sealed record Hunk(int BeforeStart, List<(int Index, string Hash)> Before, int NowStart, List<int> Now)
    {
        public static List<Hunk> Between(IReadOnlyList<string> before, int[] pairs, int count)
        {
            var hunks = new List<Hunk>();
            var now = 0;
            for (var i = 0; i <= before.Count;)
            {
                var end = i;
                while (end < before.Count && pairs[end] < 0)
                {
                    end++;
                }

                var nowEnd = end < before.Count ? pairs[end] : count;
                if (end > i || nowEnd > now)
                {
                    hunks.Add(new(i, [.. Enumerable.Range(i, end - i).Select(index => (index, before[index]))], now, [.. Enumerable.Range(now, nowEnd - now)]));
                }

                now = nowEnd + 1;
                i = end + 1;
            }

            return hunks;
        }
    }
}
