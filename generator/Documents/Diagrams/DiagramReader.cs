using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads <c>:node id shape [dashed] label</c> and <c>:edge from to [dashed] label</c>; lines that follow each other are one diagram.</summary>
internal sealed class DiagramReader(TracedText text, DiagnosticBag diagnostics)
{
    private const string NodeName = "node";
    private const string EdgeName = "edge";
    private const string DashedWord = "dashed";

    // Nobody reads a diagram of more; and what draws it compares every line with every other.
    private const int MostNodes = 200;
    private const int MostEdges = 400;

    private static readonly (string Word, NodeShape Shape)[] Shapes =
    [
        ("person", NodeShape.Person),
        ("organisation", NodeShape.Organisation),
        ("platform", NodeShape.Platform),
        ("account", NodeShape.Account),
    ];

    private readonly InlineReader _inlines = new(text, diagnostics);
    private readonly List<DiagramNode> _nodes = [];
    private readonly List<(DiagramEdge Edge, SourceLocation? At)> _edges = [];
    private Origin? _origin;
    private bool _isTooLarge;

    /// <summary>Reads the line if it is part of a diagram.</summary>
    /// <param name="cursor">Behind the name.</param>
    public bool TryRead(string name, Origin origin, MarkupCursor cursor)
    {
        if (name is not (NodeName or EdgeName))
        {
            return false;
        }

        _origin ??= origin;
        var at = cursor.Locate(1);
        var first = ReadWord(ref cursor);
        var second = ReadWord(ref cursor);
        var isDashed = SkipWord(ref cursor, DashedWord);
        _inlines.Read(ref cursor, stopAtBar: false);
        _inlines.EndLine();
        var label = _inlines.Finish();
        if (_nodes.Count == MostNodes || _edges.Count == MostEdges)
        {
            _isTooLarge = true;
        }
        else if (name == EdgeName)
        {
            _edges.Add((new(first, second, isDashed, label), at));
        }
        else
        {
            AddNode(new(first, ShapeOf(second, at), isDashed, label), at);
        }

        return true;
    }

    /// <summary>The diagram read so far; null where there is none.</summary>
    public Diagram? Finish()
    {
        if (_origin is null)
        {
            return null;
        }

        if (_isTooLarge)
        {
            diagnostics.Add(DocumentErrors.DiagramTooLarge(_origin.Template, MostNodes, MostEdges));
        }

        var ids = _nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (edge, at) in _edges)
        {
            foreach (var missing in new[] { edge.From, edge.To }.Where(id => !ids.Contains(id)))
            {
                diagnostics.Add(DocumentErrors.UnknownNode(at, missing, NearestName.Find(missing, ids)));
            }
        }

        var edges = _edges.Select(each => each.Edge).Where(edge => ids.Contains(edge.From) && ids.Contains(edge.To));
        Diagram? diagram = _nodes.Count == 0 ? null : new([.. _nodes], [.. edges]) { Origin = _origin };
        _nodes.Clear();
        _edges.Clear();
        (_origin, _isTooLarge) = (null, false);
        return diagram;
    }

    // What every node names twice is named once: a person in two roles is still one box.
    private void AddNode(DiagramNode node, SourceLocation? at)
    {
        if (_nodes.Any(known => known.Id == node.Id))
        {
            diagnostics.Add(DocumentErrors.DoubleNode(at, node.Id));
            return;
        }

        _nodes.Add(node);
    }

    private NodeShape ShapeOf(string word, SourceLocation? at)
    {
        foreach (var (known, shape) in Shapes)
        {
            if (known == word)
            {
                return shape;
            }
        }

        diagnostics.Add(DocumentErrors.UnknownShape(at, word, [.. Shapes.Select(shape => shape.Word)]));
        return NodeShape.Person;
    }

    // A word ends at a space of the template: an id from the case may hold any character.
    private string ReadWord(ref MarkupCursor cursor)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        while (!cursor.AtEnd && cursor.Mark is not (' ' or '\t'))
        {
            cursor.Move(1);
        }

        return text.Text[start..cursor.Position];
    }

    private bool SkipWord(ref MarkupCursor cursor, string word)
    {
        var ahead = cursor;
        ahead.SkipSpaces();
        if (ahead.Mark != word[0] || ReadWord(ref ahead) != word)
        {
            return false;
        }

        cursor = ahead;
        return true;
    }
}
