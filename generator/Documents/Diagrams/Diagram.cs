using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>Boxes joined by lines: who is who and what passed between them. Where they stand, <see cref="DiagramLayout"/> says.</summary>
/// <param name="Nodes">At least one; their ids differ.</param>
/// <param name="Edges">Between nodes that are there.</param>
public sealed record Diagram(ImmutableArray<DiagramNode> Nodes, ImmutableArray<DiagramEdge> Edges) : Block
{
    /// <summary>The whole diagram in words: for those who cannot see it, and where nothing can be drawn.</summary>
    public string Description => DiagramDescription.Of(this);
}

/// <param name="Id">By which edges name it.</param>
/// <param name="IsDashed">Drawn with a dashed border.</param>
/// <param name="Label">Text runs, and line breaks where the author wants them.</param>
public sealed record DiagramNode(string Id, NodeShape Shape, bool IsDashed, ImmutableArray<Inline> Label);

/// <param name="From">Id of the node it leaves.</param>
/// <param name="To">Id of the node its arrow points at.</param>
/// <param name="IsDashed">Drawn as a dashed line.</param>
/// <param name="Label">May be empty.</param>
public sealed record DiagramEdge(string From, string To, bool IsDashed, ImmutableArray<Inline> Label);

/// <summary>What a node stands for; drawn with an outline of its own.</summary>
public enum NodeShape
{
    /// <summary>A plain box.</summary>
    Person,

    /// <summary>A box with a double border.</summary>
    Organisation,

    /// <summary>A box with cut corners.</summary>
    Platform,

    /// <summary>A slanted box.</summary>
    Account,
}
