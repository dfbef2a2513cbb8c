using System.Diagnostics;
using PiiDocs.Core;
using YamlDotNet.Core;

namespace PiiDocs.Cases;

/// <summary>The values that <c>&amp;name</c> marks, and their copies where <c>*name</c> repeats them.</summary>
/// <remarks>A copy has its own path, and the place of the alias; the values inside it keep the place they are written at.</remarks>
internal sealed class YamlAnchors(DiagnosticBag diagnostics)
{
    // A file of nine lines can name a billion values; no case repeats more than a few hundred.
    private const int CopyLimit = 100_000;

    private readonly Dictionary<string, DataNode> _nodes = new(StringComparer.Ordinal);
    private int _copies;

    public void Keep(AnchorName name, DataNode node)
    {
        if (!name.IsEmpty)
        {
            _nodes[name.Value] = node;
        }
    }

    /// <summary>The value under the name; a null value, with a diagnostic, where there is none before this place.</summary>
    public DataNode Resolve(AnchorName name, YamlAliasPlace place, int depth)
    {
        if (_nodes.TryGetValue(name.Value, out var node))
        {
            return Copy(node, place, depth) with { Location = place.Location };
        }

        diagnostics.Add(CaseErrors.UnknownAlias(place.Location, place.Path));
        return new DataNull { Path = place.Path, Location = place.Location };
    }

    private DataNode Copy(DataNode node, YamlAliasPlace place, int depth)
    {
        if (++_copies > CopyLimit)
        {
            throw new UnreadableCaseException(CaseErrors.TooManyAliasValues(place.Location, CopyLimit));
        }

        if (depth >= CaseReader.DepthLimit)
        {
            throw new UnreadableCaseException(CaseErrors.TooDeep(place.Location, CaseReader.DepthLimit));
        }

        return node switch
        {
            DataObject from => new DataObject([.. from.Members.Select(member =>
                member with { Value = Copy(member.Value, place with { Path = place.Path.Member(member.Name) }, depth + 1) })])
            {
                Path = place.Path,
                Location = from.Location,
            },
            DataList from => new DataList([.. from.Items.Select((item, index) =>
                Copy(item, place with { Path = place.Path.Item(index) }, depth + 1))])
            {
                Path = place.Path,
                Location = from.Location,
            },
            DataText or DataNumber or DataFlag or DataNull => node with { Path = place.Path },
            _ => throw new UnreachableException($"no copy of {node.GetType().Name}"),
        };
    }
}

/// <param name="Path">Of the value that the alias stands for.</param>
/// <param name="Location">Of the alias itself.</param>
internal readonly record struct YamlAliasPlace(FieldPath Path, SourceLocation Location);
