using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Parts what an editor ran together: LibreOffice 7 saves two controls with nothing between them as one inside the other.</summary>
/// <remarks>The second stands in the first, empty, at the place where its text begins; the text follows it, in the first.</remarks>
internal static class MeltedControls
{
    /// <summary>Gives each control its own text again, and its own place beside the other.</summary>
    public static void Part(IReadOnlyList<FoundControl> controls)
    {
        // From the end: of several in one, each takes what the next has left.
        foreach (var control in controls.Reverse().Where(each => each is { Host: not null, Text.Length: 0 }))
        {
            var host = control.Host!;
            control.Text.Append(host.Text.ToString(control.HostOffset, host.Text.Length - control.HostOffset));
            host.Text.Length = control.HostOffset;
            var isParted = Separate(host.Elements[0], control.Elements[0]);
            control.IsEntangled = !isParted || !HoldsRunsOfText(control.Elements[0]);
            host.IsEntangled = !isParted || !HoldsRunsOfText(host.Elements[0]);
        }
    }

    // Where the second stands anywhere but at the first level of the other, nobody but a person may write over them.
    private static bool Separate(XElement host, XElement control)
    {
        if (control.Parent != host.Element(Xml.W + "sdtContent") || control.Element(Xml.W + "sdtContent") is not { } content)
        {
            return false;
        }

        var text = control.ElementsAfterSelf().ToList();
        text.Remove();
        content.Add(text);
        control.Remove();
        host.AddAfterSelf(control);
        return true;
    }

    private static bool HoldsRunsOfText(XElement control) =>
        control.Element(Xml.W + "sdtContent")!.Elements().All(each => each.Name == Xml.W + "r" && ControlWriter.IsText(each));
}
