using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>The blocks of a document as they were made, as they are, and as the case would make them now, laid side by side.</summary>
internal sealed class BlockSequences
{
    private readonly HashSet<string> _typedIn;

    // What stands in the controls of each block; empty where the file does not say.
    private readonly ImmutableArray<HashSet<string>> _madeKeys;
    private readonly ImmutableArray<HashSet<string>> _freshKeys;

    // Tables that share a row which is as it was made are the same.
    private readonly HashSet<(int Fresh, int Document)> _tables;

    public BlockSequences(DocumentTrace returned, DocumentTrace fresh)
    {
        var written = returned.Written;
        var isKnown = !written.Blocks.IsEmpty;
        (_madeKeys, _freshKeys) = isKnown ? (KeysOf(written), KeysOf(fresh.Written)) : ([], []);
        Document = isKnown ? returned.Blocks : Singly(returned);
        Fresh = isKnown ? fresh.Blocks : Singly(fresh);
        var now = Fresh.Select(each => each.Hash).ToList();
        var document = Document.Select(each => each.Hash).ToList();
        Made = isKnown ? [.. written.Blocks.Select(each => each.Hash)]
            : written.Paragraphs.IsEmpty ? now
            : written.Paragraphs;
        InDocument = Alignment.Of(Made, document);
        InCase = Alignment.Of(Made, now);
        Differing = Hunk.Between(Made, InCase, now.Count);
        _tables = Enumerable.Range(0, Made.Count).Where(made => InCase[made] >= 0 && InDocument[made] >= 0)
            .Select(made => (Fresh[InCase[made]].Table, Document[InDocument[made]].Table)).Where(each => each is { Item1: > 0, Item2: > 0 }).ToHashSet();
        var matched = InDocument.ToHashSet();
        _typedIn = document.Where((_, index) => !matched.Contains(index)).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Made { get; }

    public ImmutableArray<TracedBlock> Document { get; }

    public ImmutableArray<TracedBlock> Fresh { get; }

    /// <summary>For each block as made, its index in the document; −1 where it is not there as it was.</summary>
    public int[] InDocument { get; }

    /// <summary>For each block as made, its index among those the case makes now; −1 where it is not.</summary>
    public int[] InCase { get; }

    public List<Hunk> Differing { get; }

    /// <summary>False where a person has written the block already, or moved it there.</summary>
    public bool IsWanted(int fresh) => !_typedIn.Contains(Fresh[fresh].Hash);

    /// <summary>How alike a block as made and one of now are: by their fixed text, and by what stands in their controls.</summary>
    public double Likeness(int made, int fresh)
    {
        var text = PlaceOf(made) is { } place ? BlockPairs.Likeness(Document[place].Outside, Fresh[fresh].Outside) : 0.5;
        if (_madeKeys.IsEmpty)
        {
            return text;
        }

        var (before, now) = (_madeKeys[made], _freshKeys[fresh]);
        return before.Count + now.Count == 0 ? text : text + (2.0 * before.Count(now.Contains) / (before.Count + now.Count));
    }

    /// <summary>Where a block stands in the document: as it was made, or edited between two that are as they were made.</summary>
    public int? PlaceOf(int made)
    {
        if (InDocument[made] >= 0)
        {
            return InDocument[made];
        }

        var (above, below) = (LastBefore(made), FirstFrom(made + 1));
        var (from, to) = (DocumentAt(above), DocumentAt(below));
        return to - from == below - above ? from + made - above : null;
    }

    /// <summary>The block of the document after which something stands that belongs before a block as made; null where nobody can tell.</summary>
    public int? GapAt(int position)
    {
        var (above, below) = (LastBefore(position), FirstFrom(position));
        var (from, to) = (DocumentAt(above), DocumentAt(below));
        var isBesideKnown = above == position - 1 || below == position;
        return to - from == 1 || (to - from == below - above && isBesideKnown) ? from + Math.Min(position - 1 - above, to - from - 1) : null;
    }

    public int ParagraphBefore(int position)
    {
        var above = LastBefore(position);
        return above >= 0 ? Document[InDocument[above]].Paragraphs[^1].Number : 0;
    }

    /// <summary>Each table of the document is one of the case's, and the other way round; where pages repeat each other nobody can tell which is which.</summary>
    public bool AreTablesCertain =>
        _tables.DistinctBy(each => each.Fresh).Count() == _tables.Count && _tables.DistinctBy(each => each.Document).Count() == _tables.Count;

    /// <summary>The row of the document, above or below a gap, that stands in the table of a row of now; −1 where there is none.</summary>
    public int RowBeside(int gap, int fresh) =>
        Fresh[fresh].Table == 0 ? -1
        : _tables.Contains((Fresh[fresh].Table, TableAt(gap))) ? gap
        : _tables.Contains((Fresh[fresh].Table, TableAt(gap + 1))) ? gap + 1
        : -1;

    /// <summary>How many rows a table has that the case makes now.</summary>
    public int RowsOf(int table) => Fresh.Count(each => each.Table == table);

    /// <summary>A paragraph, or a table, may stand after this block of the document: not between two rows.</summary>
    public bool MayPart(int gap) => TableAt(gap) == 0 || TableAt(gap) != TableAt(gap + 1);

    private int TableAt(int document) => document >= 0 && document < Document.Length ? Document[document].Table : 0;

    /// <summary>The text of one can go into the other: as many paragraphs, or a row of as many cells; and no fact is lost by it.</summary>
    public bool MayReplace(int document, int fresh)
    {
        var (old, now) = (Document[document], Fresh[fresh]);
        return old.IsPlain && now.IsPlain && old.Table > 0 == now.Table > 0 && old.Shape.SequenceEqual(now.Shape) && !MissingFact.IsIn(now.Text);
    }

    private int LastBefore(int position)
    {
        var made = position - 1;
        while (made >= 0 && InDocument[made] < 0)
        {
            made--;
        }

        return made;
    }

    private int FirstFrom(int position)
    {
        var made = position;
        while (made < InDocument.Length && InDocument[made] < 0)
        {
            made++;
        }

        return made;
    }

    private int DocumentAt(int made) => made < 0 ? -1 : made < InDocument.Length ? InDocument[made] : Document.Length;

    private static ImmutableArray<HashSet<string>> KeysOf(WrittenTrace written) =>
        [.. written.Blocks.Select(block => block.Tags.Select(written.KeyOf).ToHashSet(StringComparer.Ordinal))];

    // A file that does not say what its blocks were: each paragraph for itself, and nothing that a refresh may touch.
    private static ImmutableArray<TracedBlock> Singly(DocumentTrace trace) =>
        [.. trace.Paragraphs.Select(each => new TracedBlock([each]) { Numbers = each.Number..(each.Number + 1) })];
}
