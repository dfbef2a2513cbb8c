using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Our custom XML part, brought up to date with what a refresh wrote.</summary>
/// <param name="part">The root of the part.</param>
internal sealed class WrittenMemory(XElement part)
{
    // What was put in shows what the case says, whatever else of its tag does.
    private readonly Dictionary<string, XElement> _putIn = new(StringComparer.Ordinal);

    /// <summary>The hashes of controls.</summary>
    /// <remarks>
    /// Where a control of the same tag stays in conflict, the old hash stays the first: by it the conflict is known again. So a
    /// second refresh has nothing to do and nothing is forgotten. What a person changed to what the case says now is written too.
    /// </remarks>
    public void Update(ImmutableArray<ControlComparison> controls, string caseHash)
    {
        part.SetAttributeValue("caseHash", caseHash);
        var byTag = controls.Where(each => each.InDocument is not null).ToLookup(each => each.Tag, StringComparer.Ordinal);
        foreach (var entry in DocxFields.EntriesOf(part))
        {
            var tag = (string?)entry.Attribute("tag") ?? "";
            var same = byTag[tag].ToList();
            if (same.Exists(each => each.State == ControlState.Edited) || NowOf(tag, same) is not { } now)
            {
                continue;
            }

            var isOpen = same.Exists(each => each.State == ControlState.Conflict);
            entry.SetAttributeValue("length", now.Length);
            entry.SetAttributeValue("hash", isOpen ? string.Join(' ', DocxFields.HashesOf(entry)[0], now.Hash) : now.Hash);
        }
    }

    /// <summary>The lists of blocks, paragraphs and controls, and the entries of the controls they name, in the order of the document.</summary>
    /// <param name="blocks">The blocks of the document from now on.</param>
    /// <param name="freshPart">The part of the file as the case makes it now.</param>
    /// <param name="written">What both files say of themselves.</param>
    /// <returns>For each tag of that file, the tag it has in the document.</returns>
    public Dictionary<string, string> Merge(IReadOnlyList<MergedBlock> blocks, XElement freshPart, (WrittenTrace Made, WrittenTrace Fresh) written)
    {
        var tags = TagsOf(blocks, written);
        var entries = DocxFields.EntriesOf(part).DistinctBy(Tag).ToDictionary(Tag, StringComparer.Ordinal);
        var freshEntries = DocxFields.EntriesOf(freshPart).DistinctBy(Tag).ToDictionary(Tag, StringComparer.Ordinal);
        var inBlocks = written.Made.Blocks.SelectMany(each => each.Tags).ToHashSet(StringComparer.Ordinal);
        var order = new List<XElement>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lists = blocks.Select(block => Contents(block, written, tags)).ToList();
        foreach (var (tag, fresh) in lists.SelectMany(each => each.Tags))
        {
            if (fresh is not null)
            {
                _putIn[tag] = freshEntries[fresh];
            }

            if (numbers.TryAdd(tag, order.Count))
            {
                order.Add(entries.GetValueOrDefault(tag) ?? Copy(freshEntries[fresh!], tag));
            }
        }

        order.AddRange(entries.Where(each => !inBlocks.Contains(each.Key) && !numbers.ContainsKey(each.Key)).Select(each => each.Value));
        DocxFields.EntriesOf(part).Remove();
        part.AddFirst(order);
        part.SetAttributeValue("controls", string.Join(' ', lists.SelectMany(each => each.Tags).Select(each => numbers[each.Tag])));
        part.SetAttributeValue("paragraphs", string.Join(' ', lists.SelectMany(each => each.Hashes)));
        part.SetAttributeValue("blocks", string.Join(' ', lists.Select(each => BlockCounts.Word(each.Hashes.Length, each.Tags.Count))));
        return tags;
    }

    private (int Length, string Hash)? NowOf(string tag, List<ControlComparison> same)
    {
        if (same.Find(each => each.State is ControlState.Update or ControlState.Same) is { InCase: { } text })
        {
            return (text.Length, Fingerprint.OfText(text));
        }

        return _putIn.TryGetValue(tag, out var entry) ? ((int)entry.Attribute("length")!, DocxFields.HashesOf(entry)[0]) : null;
    }

    private static (ImmutableArray<string> Hashes, List<(string Tag, string? Fresh)> Tags) Contents(
        MergedBlock block, (WrittenTrace Made, WrittenTrace Fresh) written, Dictionary<string, string> tags)
    {
        if (block.Fresh < 0 || block.Kept.IsDefault)
        {
            var made = written.Made.Blocks[block.Made];
            return (made.Hashes, [.. made.Tags.Select(tag => (tag, default(string)))]);
        }

        var kept = block.Kept.Select(each => each.Fresh).ToHashSet();
        var fresh = written.Fresh.Blocks[block.Fresh];
        return (fresh.Hashes, [.. fresh.Tags.Select((tag, index) => (tags[tag], kept.Contains(index) ? null : tag))]);
    }

    // A field has the same tag in every file; derived text has a number, which may be another's here.
    private static Dictionary<string, string> TagsOf(IReadOnlyList<MergedBlock> blocks, (WrittenTrace Made, WrittenTrace Fresh) written)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in blocks.Where(each => !each.Kept.IsDefault && each.Made >= 0))
        {
            foreach (var (made, fresh) in block.Kept)
            {
                tags[written.Fresh.Blocks[block.Fresh].Tags[fresh]] = written.Made.Blocks[block.Made].Tags[made];
            }
        }

        var next = 1 + written.Made.Controls.Select(each => NumberOf(each.Tag)).DefaultIfEmpty(-1).Max();
        foreach (var tag in blocks.Where(each => !each.Kept.IsDefault).SelectMany(each => written.Fresh.Blocks[each.Fresh].Tags).Distinct(StringComparer.Ordinal))
        {
            if (!tags.ContainsKey(tag))
            {
                tags.Add(tag, NumberOf(tag) < 0 ? tag : string.Create(CultureInfo.InvariantCulture, $"{WordNames.DerivedPrefix}{next++}"));
            }
        }

        return tags;
    }

    private static int NumberOf(string tag) =>
        tag.StartsWith(WordNames.DerivedPrefix, StringComparison.Ordinal)
        && int.TryParse(tag.AsSpan(WordNames.DerivedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    private static XElement Copy(XElement entry, string tag)
    {
        var copy = new XElement(entry);
        copy.SetAttributeValue("tag", tag);
        return copy;
    }

    private static string Tag(XElement entry) => (string?)entry.Attribute("tag") ?? "";
}
