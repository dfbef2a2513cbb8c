using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>What the case would write now into each control of a file made earlier.</summary>
/// <remarks>
/// A field is known by its tag. Derived text is known by the place in the template that wrote it, the fields it read, and how
/// often that had happened before; where the template has changed since, by its fields and its text only, which shows that
/// it still holds but never what to write instead.
/// </remarks>
internal sealed class FreshTexts
{
    private const string TagPrefix = "pii:";
    private const string DerivedPrefix = "pii:~";

    private readonly Dictionary<string, List<string>> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _derivedTags = new(StringComparer.Ordinal);
    private readonly HashSet<(string Fields, string Text)> _derivedTexts = [];
    private readonly DocumentTrace _fresh;
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);

    public FreshTexts(WrittenTrace written, DocumentTrace fresh)
    {
        _fresh = fresh;
        foreach (var control in fresh.Controls)
        {
            if (!_byTag.TryGetValue(control.Tag, out var texts))
            {
                _byTag.Add(control.Tag, texts = []);
            }

            texts.Add(control.Text);
        }

        MatchByPlace(written, fresh.Written);
        MatchDerived(written.Controls, fresh.Written.Controls);
        foreach (var derived in fresh.Written.Controls.Where(each => each.IsDerived))
        {
            _derivedTexts.UnionWith(_byTag.GetValueOrDefault(derived.Tag, []).Select(text => (Joined(derived.Fields), text)));
        }
    }

    /// <summary>The field a tag names by itself, where the file no longer says more.</summary>
    public static FieldPath FieldOf(string tag) =>
        tag.StartsWith(TagPrefix, StringComparison.Ordinal) && !IsDerived(tag) && !tag.StartsWith("pii:#", StringComparison.Ordinal)
            ? FieldPath.Root.Member(tag[TagPrefix.Length..])
            : FieldPath.Root;

    public static bool IsDerived(string tag) => tag.StartsWith(DerivedPrefix, StringComparison.Ordinal);

    /// <summary>What the case would write into this control; null where it would write nothing there.</summary>
    public string? TextFor(TracedControl control, WrittenControl? written)
    {
        if (written?.IsDerived != true)
        {
            return IsDerived(control.Tag) ? null : TextOf(control.Tag, control.Occurrence);
        }

        return _derivedTags.TryGetValue(control.Tag, out var tag) ? TextOf(tag, control.Occurrence)
            : _derivedTexts.Contains((Joined(written.Fields), control.Text)) ? control.Text
            : null;
    }

    /// <summary>What the case writes now and the file was made without.</summary>
    public IEnumerable<ControlComparison> Unmatched(DocumentTrace returned)
    {
        var isLost = returned.Written.Controls.IsEmpty;
        var shown = returned.Controls.CountBy(control => control.Tag, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
            from fresh in _fresh.Written.Controls
            where fresh.IsDerived ? !isLost && !_matched.Contains(fresh.Tag) : true
            let known = fresh.IsDerived ? 0 : isLost ? shown.GetValueOrDefault(fresh.Tag) : returned.Written.Find(fresh.Tag)?.Count ?? 0
            from occurrence in Enumerable.Range(known, Math.Max(0, fresh.Count - known))
            select new ControlComparison(fresh.Fields[0], fresh.Tag, occurrence, ControlState.New, null, null, TextOf(fresh.Tag, occurrence))
            {
                Fields = fresh.Fields,
                IsDerived = fresh.IsDerived,
            };
    }

    private string? TextOf(string tag, int occurrence) =>
        _byTag.TryGetValue(tag, out var texts) ? texts[Math.Min(occurrence, texts.Count - 1)] : null;

    // In blocks that are as they were, what stands there is the same, however many of its kind there are elsewhere.
    private void MatchByPlace(WrittenTrace written, WrittenTrace fresh)
    {
        var pairs = Alignment.Of([.. written.Blocks.Select(each => each.Hash)], [.. fresh.Blocks.Select(each => each.Hash)]);
        foreach (var (before, after) in pairs.Index().Where(each => each.Item >= 0)
                     .SelectMany(each => written.Blocks[each.Index].Tags.Zip(fresh.Blocks[each.Item].Tags))
                     .Where(each => IsDerived(each.First) && IsDerived(each.Second)))
        {
            Match(before, after);
        }
    }

    private void Match(string before, string after)
    {
        if (_derivedTags.TryAdd(before, after))
        {
            _matched.Add(after);
        }
    }

    private void MatchDerived(ImmutableArray<WrittenControl> written, ImmutableArray<WrittenControl> fresh)
    {
        var tags = fresh.Where(each => each.IsDerived && !_matched.Contains(each.Tag))
            .GroupBy(each => each.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(each => each.Tag).ToList(), StringComparer.Ordinal);
        foreach (var same in written.Where(each => each.IsDerived && !_derivedTags.ContainsKey(each.Tag)).GroupBy(each => each.Key, StringComparer.Ordinal))
        {
            // One more or one less of the same kind: nobody can say which is which.
            if (tags.TryGetValue(same.Key, out var now) && now.Count == same.Count())
            {
                foreach (var (before, after) in same.Zip(now))
                {
                    Match(before.Tag, after);
                }
            }
        }
    }

    private static string Joined(ImmutableArray<FieldPath> fields) => string.Join('\n', fields.Select(field => field.Value));
}
