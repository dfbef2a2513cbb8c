using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Gathers the members of one object; a name that stands twice is reported and its first value kept.</summary>
internal sealed class MemberList(FieldPath owner, DiagnosticBag diagnostics)
{
    // Up to here looking through the names one by one is faster than a table of them.
    private const int FewNames = 12;

    private readonly ImmutableArray<DataMember>.Builder _members = ImmutableArray.CreateBuilder<DataMember>();
    private Dictionary<string, DataMember>? _byName;

    public void Add(string name, SourceLocation at, DataNode value)
    {
        if (!TryAdd(name, at, value))
        {
            diagnostics.Add(CaseErrors.DoubleName(at, owner.Member(name), name, Find(name)!.NameLocation));
        }
    }

    /// <summary>False, and nothing reported, where the name is there already.</summary>
    public bool TryAdd(string name, SourceLocation at, DataNode value)
    {
        if (Find(name) is not null)
        {
            return false;
        }

        var member = new DataMember(name, at, value);
        _members.Add(member);
        _byName?.Add(name, member);
        return true;
    }

    public ImmutableArray<DataMember> ToImmutable() => _members.DrainToImmutable();

    private DataMember? Find(string name)
    {
        if (_members.Count <= FewNames)
        {
            for (var i = 0; i < _members.Count; i++)
            {
                if (_members[i].Name == name)
                {
                    return _members[i];
                }
            }

            return null;
        }

        _byName ??= _members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        return _byName.GetValueOrDefault(name);
    }
}
