namespace PiiDocs.Documents;

/// <summary>A place in a row: a node, or the passage of a line that goes on to a further row.</summary>
/// <param name="node">Index of the node; -1 for a passage.</param>
internal sealed class DiagramSlot(int node)
{
    public int Node => node;

    public bool IsPassage => node < 0;

    public int Row { get; set; }

    /// <summary>Place in the row, from the left.</summary>
    public int Order { get; set; }

    /// <summary>Of its middle.</summary>
    public Length Centre { get; set; }

    public Length Width { get; set; }

    public List<DiagramSlot> Above { get; } = [];

    public List<DiagramSlot> Below { get; } = [];
}

/// <param name="Edge">Index of the edge.</param>
/// <param name="Slots">From the upper end to the lower one, through every row between.</param>
/// <param name="PointsUp">The arrow is at the upper end.</param>
internal sealed record DiagramPath(int Edge, List<DiagramSlot> Slots, bool PointsUp);

/// <summary>Deals the nodes out to rows, so that every line goes down at least one row.</summary>
internal sealed class DiagramRows
{
    private readonly Diagram _diagram;
    private readonly DiagramSlot[] _slots;
    private readonly Dictionary<string, int> _indexes;

    /// <param name="mostInRow">Nodes a row has room for.</param>
    public DiagramRows(Diagram diagram, int mostInRow)
    {
        _diagram = diagram;
        _slots = [.. diagram.Nodes.Select((_, index) => new DiagramSlot(index))];
        _indexes = diagram.Nodes.Select((node, index) => (node.Id, index))
            .ToDictionary(each => each.Id, each => each.index, StringComparer.Ordinal);
        Rows = Deal(Ranks(), mostInRow);
        Paths = [.. Enumerable.Range(0, diagram.Edges.Length).Where(edge => !IsLoop(edge)).Select(PathOf)];
    }

    public List<List<DiagramSlot>> Rows { get; }

    public List<DiagramPath> Paths { get; }

    private bool IsLoop(int edge) => _diagram.Edges[edge].From == _diagram.Edges[edge].To;

    private (int From, int To) EndsOf(int edge) => (_indexes[_diagram.Edges[edge].From], _indexes[_diagram.Edges[edge].To]);

    // Longest way from a node nothing leads to; a line that would close a circle is taken the other way round.
    private int[] Ranks()
    {
        var next = new List<int>[_slots.Length];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = [];
        }

        for (var edge = 0; edge < _diagram.Edges.Length; edge++)
        {
            var (from, to) = EndsOf(edge);
            if (from != to)
            {
                next[from].Add(to);
            }
        }

        var ranks = new int[_slots.Length];
        foreach (var node in TopologicalOrder(next))
        {
            foreach (var below in next[node])
            {
                ranks[below] = Math.Max(ranks[below], ranks[node] + 1);
            }
        }

        return ranks;
    }

    private static List<int> TopologicalOrder(List<int>[] next)
    {
        var state = new int[next.Length];
        var order = new List<int>();
        for (var node = 0; node < next.Length; node++)
        {
            Visit(node, next, state, order);
        }

        order.Reverse();
        return order;
    }

    private static void Visit(int root, List<int>[] next, int[] state, List<int> order)
    {
        const int Open = 1;
        const int Done = 2;
        if (state[root] == Done)
        {
            return;
        }

        state[root] = Open;
        foreach (var below in next[root].ToList())
        {
            if (state[below] == Open)
            {
                next[root].Remove(below);
                next[below].Add(root);
            }
            else
            {
                Visit(below, next, state, order);
            }
        }

        state[root] = Done;
        order.Add(root);
    }

    private List<List<DiagramSlot>> Deal(int[] ranks, int mostInRow)
    {
        var rows = new List<List<DiagramSlot>>();
        foreach (var rank in _slots.GroupBy(slot => ranks[slot.Node]).OrderBy(rank => rank.Key))
        {
            foreach (var row in rank.Chunk(EvenShare(rank.Count(), mostInRow)))
            {
                foreach (var slot in row)
                {
                    slot.Row = rows.Count;
                }

                rows.Add([.. row]);
            }
        }

        return rows;
    }

    private static int EvenShare(int count, int most)
    {
        var rows = (count + most - 1) / most;
        return (count + rows - 1) / rows;
    }

    private DiagramPath PathOf(int edge)
    {
        var (from, to) = EndsOf(edge);
        var pointsUp = _slots[from].Row > _slots[to].Row;
        var (upper, lower) = pointsUp ? (_slots[to], _slots[from]) : (_slots[from], _slots[to]);
        var slots = new List<DiagramSlot> { upper };
        for (var row = upper.Row + 1; row < lower.Row; row++)
        {
            var passage = new DiagramSlot(-1) { Row = row };
            Rows[row].Add(passage);
            slots.Add(passage);
        }

        slots.Add(lower);
        for (var i = 1; i < slots.Count; i++)
        {
            slots[i - 1].Below.Add(slots[i]);
            slots[i].Above.Add(slots[i - 1]);
        }

        return new(edge, slots, pointsUp);
    }
}
