namespace PiiDocs.Word.RoundTrip;

/// <summary>Parts what an editor ran together: LibreOffice 7 saves two controls with nothing between them as one inside the other.</summary>
/// <remarks>
/// The second stands in the first, empty, at the place where its text begins; the text follows it, in the first. In the file they
/// stay so, and nobody but a person may write over them.
/// </remarks>
internal static class MeltedControls
{
    /// <summary>Gives each control its own text again.</summary>
    public static void Part(IReadOnlyList<FoundControl> controls)
    {
        // From the end: of several in one, each takes what the next has left.
        foreach (var control in controls.Reverse().Where(each => each is { Host: not null, Text.Length: 0 }))
        {
            var host = control.Host!;
            control.Text.Append(host.Text.ToString(control.HostOffset, host.Text.Length - control.HostOffset));
            host.Text.Length = control.HostOffset;
            control.IsEntangled = true;
        }
    }
}
