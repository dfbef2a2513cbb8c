using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PiiDocs.Core;

/// <summary>A value of a case, a schema or a style sheet: JSON's kinds, each knowing its path and place.</summary>
public abstract record DataNode
{
    private protected DataNode()
    {
    }

    public FieldPath Path { get; init; } = FieldPath.Root;

    /// <summary>Null only for values that no file holds (a default, a test).</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>A string, as written.</summary>
public sealed record DataText(string Value) : DataNode;

/// <summary>A number; decimal, because sums of money must be exact.</summary>
/// <param name="Value">The number.</param>
/// <param name="Written">As the file has it (<c>0012</c>, <c>1.50</c>), for messages and for fields that are really text.</param>
public sealed record DataNumber(decimal Value, string Written) : DataNode;

public sealed record DataFlag(bool Value) : DataNode;

public sealed record DataNull : DataNode;

public sealed record DataList(ImmutableArray<DataNode> Items) : DataNode;

/// <summary>Members in the order of the file; names are unique (a reader reports doubles and keeps the first).</summary>
public sealed record DataObject(ImmutableArray<DataMember> Members) : DataNode
{
    // Up to here looking through the names one by one is faster than a table of them.
    private const int FewMembers = 8;

    private Dictionary<string, DataNode>? _byName;

    /// <summary>In the order of the file; a copy with other members finds those, not the ones it was copied from.</summary>
    public ImmutableArray<DataMember> Members
    {
        get;
        init
        {
            field = value;
            _byName = null;
        }
    } = Members;

    public static DataObject Empty { get; } = new([]);

    public DataNode? Find(string name) => Find(name.AsSpan());

    /// <summary>The same for a name that is part of another text.</summary>
    public DataNode? Find(ReadOnlySpan<char> name)
    {
        if (Members.Length > FewMembers)
        {
            return ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var node) ? node : null;
        }

        foreach (var member in Members)
        {
            if (name.SequenceEqual(member.Name))
            {
                return member.Value;
            }
        }

        return null;
    }

    public bool TryFind(string name, [NotNullWhen(true)] out DataNode? value) => (value = Find(name.AsSpan())) is not null;

    private Dictionary<string, DataNode> ByName =>
        _byName ??= Members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
}

/// <param name="Name">The key.</param>
/// <param name="NameLocation">Where the key stands; null where no file holds it.</param>
/// <param name="Value">What it holds.</param>
public sealed record DataMember(string Name, SourceLocation? NameLocation, DataNode Value);
