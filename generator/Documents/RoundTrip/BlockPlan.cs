using System.Collections.Immutable;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>What a refresh would do to the paragraphs and rows of a document: put in, take out, word otherwise; and what it must leave.</summary>
/// <remarks>
/// Blocks are compared three ways by the hashes of their skeletons: as they were made, as the document has them, as the case
/// would make them now. A change is made only where the blocks it concerns are word for word as they were made, and where
/// their place in the document is beyond doubt.
/// </remarks>
public sealed class BlockPlan
{
    private readonly BlockSequences _blocks;
    private readonly BlockControls _controls;
    private readonly List<BlockChange> _changes = [];
    private readonly List<MergedBlock> _merged = [];

    private BlockPlan(BlockSequences blocks, BlockControls controls)
    {
        (_blocks, _controls) = (blocks, controls);
        var next = 0;
        foreach (var hunk in blocks.Differing)
        {
            AddSame(next, hunk.BeforeStart);
            Add(hunk);
            next = hunk.BeforeStart + hunk.Before.Count;
        }

        AddSame(next, blocks.Made.Count);
    }

    /// <summary>Every block that the case would now have otherwise, in the order of the case.</summary>
    public IReadOnlyList<BlockChange> Changes => _changes;

    /// <summary>The blocks of the document after the refresh.</summary>
    public IReadOnlyList<MergedBlock> Merged => _merged;

    /// <param name="returned">The file as it came back.</param>
    /// <param name="fresh">The file as the case would make it now.</param>
    /// <param name="controls">How their controls stand.</param>
    /// <param name="isSameTemplate">Both were made by the same template; of another one, wording is for a person.</param>
    public static BlockPlan Of(DocumentTrace returned, DocumentTrace fresh, ImmutableArray<ControlComparison> controls, bool isSameTemplate)
    {
        var blocks = new BlockSequences(returned, fresh);
        return new(blocks, new(returned, fresh, controls, isSameTemplate && blocks.AreTablesCertain));
    }

    /// <summary>The control leaves the document with its paragraph.</summary>
    public bool TakesOut(ControlComparison control) => _controls.IsTakenOut(control);

    private void AddSame(int from, int to)
    {
        for (var made = from; made < to; made++)
        {
            _merged.Add(new(made, _blocks.InCase[made], default));
        }
    }

    private void Add(Hunk hunk)
    {
        var before = hunk.Before.Select(each => each.Index).ToList();
        var now = hunk.Now.Where(_blocks.IsWanted).ToList();
        var position = hunk.BeforeStart;
        var pairs = BlockPairs.Find(before.Count, now.Count, (i, k) => _blocks.Likeness(before[i], now[k]));
        var newTables = pairs.Where(each => each.Before < 0).CountBy(each => _blocks.Fresh[now[each.Now]].Table)
            .Where(each => each.Key > 0 && each.Value == _blocks.RowsOf(each.Key)).Select(each => each.Key).ToHashSet();
        foreach (var (old, wanted) in pairs)
        {
            if (old < 0)
            {
                Insert(now[wanted], position, newTables.Contains(_blocks.Fresh[now[wanted]].Table));
                continue;
            }

            position = before[old] + 1;
            if (wanted < 0)
            {
                Remove(before[old]);
            }
            else
            {
                Rewrite(before[old], now[wanted]);
            }
        }
    }

    private void Insert(int fresh, int position, bool isOfNewTable)
    {
        var gap = _blocks.GapAt(position);
        var beside = gap is { } place ? _blocks.RowBeside(place, fresh) : -1;
        var hasPlace = gap is { } after && (_blocks.Fresh[fresh].Table == 0 || isOfNewTable ? _blocks.MayPart(after) : beside >= 0);
        var canBeMade = hasPlace && _blocks.Fresh[fresh].IsPlain && _controls.MayInsert(fresh);
        _changes.Add(new(BlockChangeKind.Insert, gap ?? -1, fresh)
        {
            CanBeMade = canBeMade,
            Beside = isOfNewTable ? -1 : beside,
            Paragraph = gap is >= 0 and var above ? _blocks.Document[above].Paragraphs[^1].Number : _blocks.ParagraphBefore(position),
            InCase = _blocks.Fresh[fresh].Text,
        });
        if (canBeMade)
        {
            _merged.Add(new(-1, fresh, []));
        }
    }

    private void Remove(int made)
    {
        // Who deleted the paragraph before the case did has saved the refresh the work.
        if (_blocks.PlaceOf(made) is not { } place)
        {
            return;
        }

        var canBeMade = _blocks.InDocument[made] >= 0 && _blocks.Document[place].IsPlain && _controls.MayTakeOut(made, place, []);
        _changes.Add(new(BlockChangeKind.Remove, place, -1)
        {
            CanBeMade = canBeMade,
            Paragraph = _blocks.Document[place].Paragraphs[^1].Number,
            Text = _blocks.Document[place].Text,
        });
        if (!canBeMade)
        {
            _merged.Add(new(made, -1, default));
        }
    }

    private void Rewrite(int made, int fresh)
    {
        if (_blocks.PlaceOf(made) is not { } place)
        {
            _changes.Add(new(BlockChangeKind.Insert, -1, fresh) { Paragraph = _blocks.ParagraphBefore(made), InCase = _blocks.Fresh[fresh].Text });
            _merged.Add(new(made, -1, default));
            return;
        }

        var kept = _blocks.InDocument[made] >= 0 ? _controls.Kept(place, fresh) : [];
        var canBeMade = _blocks.InDocument[made] >= 0 && _blocks.MayReplace(place, fresh)
            && _controls.MayInsert(fresh) && _controls.MayTakeOut(made, place, kept.Select(each => each.Made));
        _changes.Add(new(BlockChangeKind.Rewrite, place, fresh)
        {
            CanBeMade = canBeMade,
            Kept = kept,
            Paragraph = _blocks.Document[place].Paragraphs[^1].Number,
            Text = _blocks.Document[place].Text,
            InCase = _blocks.Fresh[fresh].Text,
        });
        _merged.Add(canBeMade ? new(made, fresh, kept) : new(made, -1, default));
    }
}
