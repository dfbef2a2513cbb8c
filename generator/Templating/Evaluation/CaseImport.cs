using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Makes a case what the public library makes of JSON: objects and arrays that a template may change.</summary>
internal static class CaseImport
{
    public static ScriptObject ToScript(DataObject data)
    {
        var made = new ScriptObject();
        foreach (var member in data.Members)
        {
            made.Set(member.Name, Import(member.Value));
        }

        return made;
    }

    /// <summary>Constants of the template: words of its own, which come from no field.</summary>
    public static ScriptObject ToConstants(DataObject data)
    {
        var made = new ScriptObject { IsSealed = true };
        foreach (var member in data.Members)
        {
            made.Set(member.Name, ToConstant(member.Value));
        }

        return made;
    }

    private static TracedValue ToConstant(DataNode node) => node switch
    {
        DataObject data => new(ToConstants(data)),
        DataList list => new(new ScriptArray(list.Items.Select(ToConstant))),
        _ => new(TracedValue.Of(node).Value),
    };

    private static TracedValue Import(DataNode node) => node switch
    {
        DataObject data => new(ToScript(data), node),
        DataList list => new(new ScriptArray(list.Items.Select(Import)), node),
        _ => TracedValue.Of(node),
    };
}
