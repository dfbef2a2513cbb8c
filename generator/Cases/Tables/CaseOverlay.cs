using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>Lays one case over another: its own values win, lists as a whole.</summary>
public static class CaseOverlay
{
    public static DataObject Over(DataObject common, DataObject own) =>
        BranchOf(own).ObjectOver(common, FieldPath.Root, own.Location ?? common.Location!.Value);

    internal static CaseBranch BranchOf(DataObject data)
    {
        var branch = new CaseBranch();
        foreach (var member in data.Members)
        {
            branch.Set(member.Name, member.Value is DataObject inner ? BranchOf(inner) : member.Value);
        }

        return branch;
    }
}
