using System.Collections.Immutable;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>The controls in the blocks of a document: which of them a refresh may take out or put in.</summary>
internal sealed class BlockControls
{
    private readonly DocumentTrace _returned;
    private readonly DocumentTrace _fresh;
    private readonly ShiftedLists _shifted;
    private readonly bool _mayWrite;
    private readonly ILookup<int, TracedControl> _byParagraph;
    private readonly ILookup<int, TracedControl> _freshByParagraph;
    private readonly Dictionary<(string Tag, int Occurrence), ControlComparison> _compared;
    private readonly HashSet<(string Tag, int Occurrence)> _takenOut = [];

    public BlockControls(DocumentTrace returned, DocumentTrace fresh, ImmutableArray<ControlComparison> controls, bool isCertain)
    {
        (_returned, _fresh) = (returned, fresh);
        _mayWrite = isCertain && !returned.Written.Blocks.IsEmpty && fresh.Blocks.Length == fresh.Written.Blocks.Length;
        _shifted = ShiftedLists.Of(returned.Written, fresh.Written, controls);
        _byParagraph = returned.Controls.ToLookup(each => each.Paragraph);
        _freshByParagraph = fresh.Controls.ToLookup(each => each.Paragraph);
        _compared = controls.Where(each => each.InDocument is not null).ToDictionary(each => (each.Tag, each.Occurrence));
    }

    public bool IsTakenOut(ControlComparison control) => control.InDocument is not null && _takenOut.Contains((control.Tag, control.Occurrence));

    /// <summary>Nothing of the block belongs to a list that nobody can sort out.</summary>
    public bool MayInsert(int fresh) => _mayWrite && !_fresh.Written.Blocks[fresh].Tags.Any(tag => IsShifted(_fresh.Written, tag));

    /// <summary>Which controls of a block stand in the one that takes its place, paragraph by paragraph.</summary>
    public ImmutableArray<(int Made, int Fresh)> Kept(int document, int fresh) =>
        _mayWrite
            ? [.. Alignment.Of(Keys(_returned, document), Keys(_fresh, fresh)).Index().Where(each => each.Item >= 0)]
            : [];

    /// <summary>Whether the controls of a block that the case would no longer have may go; what the block keeps stays whatever it shows.</summary>
    /// <param name="made">The block as it was made.</param>
    /// <param name="document">The same in the document.</param>
    /// <param name="kept">Indexes of the controls that stay.</param>
    public bool MayTakeOut(int made, int document, IEnumerable<int> kept)
    {
        if (!_mayWrite)
        {
            return false;
        }

        var tags = _returned.Written.Blocks[made].Tags;
        var found = In(_returned, document, _byParagraph).ToList();
        var going = found.Where((_, index) => !kept.Contains(index)).ToList();
        var isSafe = found.Count == tags.Length && going.TrueForAll(IsUntouched) && !tags.Any(tag => IsShifted(_returned.Written, tag));
        if (isSafe)
        {
            _takenOut.UnionWith(going.Select(each => (each.Tag, each.Occurrence)));
        }

        return isSafe;
    }

    private List<string> Keys(DocumentTrace trace, int block) =>
    [
        .. In(trace, block, trace == _fresh ? _freshByParagraph : _byParagraph)
            .Select(control => $"{control.Paragraph - trace.Blocks[block].Numbers.Start.Value}\n{trace.Written.KeyOf(control.Tag)}"),
    ];

    private static IEnumerable<TracedControl> In(DocumentTrace trace, int block, ILookup<int, TracedControl> byParagraph)
    {
        var numbers = trace.Blocks[block].Numbers;
        return Enumerable.Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value).SelectMany(number => byParagraph[number]);
    }

    private bool IsUntouched(TracedControl control) =>
        !control.IsEntangled && _compared.TryGetValue((control.Tag, control.Occurrence), out var compared)
        && compared.Generated is not null && compared.Generated == control.Text;

    private bool IsShifted(WrittenTrace written, string tag) => written.Find(tag)?.Fields.Any(_shifted.Holds) == true;
}
