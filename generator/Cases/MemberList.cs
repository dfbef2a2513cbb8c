using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Gathers the members of one object; a name that stands twice is reported and its first value kept.</summary>
internal sealed class MemberList(FieldPath owner, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<DataMember>.Builder _members = ImmutableArray.CreateBuilder<DataMember>();
    private readonly Dictionary<string, SourceLocation?> _firsts = new(StringComparer.Ordinal);

    public void Add(string name, SourceLocation at, DataNode value)
    {
        if (_firsts.TryAdd(name, at))
        {
            _members.Add(new(name, at, value));
            return;
        }

        diagnostics.Add(CaseErrors.DoubleName(at, owner.Member(name), name, _firsts[name]));
    }

    public ImmutableArray<DataMember> ToImmutable() => _members.ToImmutable();
}
