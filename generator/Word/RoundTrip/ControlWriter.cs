using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Puts new text into controls and leaves everything else in them as it is: marks, comments, the look of the first run.</summary>
/// <param name="marks">Null for changes that nobody is to review.</param>
internal sealed class ControlWriter(ChangeMarks? marks)
{
    private static readonly HashSet<string> TextParts =
        new(StringComparer.Ordinal) { "rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak" };

    public void Write(FoundControl control, string text)
    {
        var runs = control.Elements.SelectMany(RunsOf).ToList();
        var properties = runs.Select(run => run.Element(Xml.W + "rPr")).FirstOrDefault();
        var added = TextRuns.Of(text, properties);
        if (runs.Count == 0)
        {
            PlaceOf(control.Elements[0]).Add(Inserted(added));
        }
        else
        {
            runs[0].AddBeforeSelf(Inserted(added));
        }

        foreach (var run in runs)
        {
            TakeAway(run);
        }

        foreach (var piece in control.Elements.Skip(1).Where(piece => !piece.Descendants(Xml.W + "r").Any()))
        {
            piece.Remove();
        }

        control.Elements[0].Element(Xml.W + "sdtPr")?.Element(Xml.W + "showingPlcHdr")?.Remove();
    }

    // A run of nothing but text; what a comment or a note hangs on stays.
    private static IEnumerable<XElement> RunsOf(XElement control) =>
        control.Element(Xml.W + "sdtContent")?.Descendants(Xml.W + "r")
            .Where(IsText) ?? [];

    /// <summary>A run holds text and nothing else.</summary>
    public static bool IsText(XElement run) => run.Elements().All(each => TextParts.Contains(each.Name.LocalName));

    private static XElement PlaceOf(XElement control)
    {
        var content = control.Element(Xml.W + "sdtContent")!;
        return content.Descendants(Xml.W + "p").FirstOrDefault() ?? content;
    }

    private object Inserted(IEnumerable<XElement> runs) => marks is null ? runs : marks.Inserted(runs);

    private void TakeAway(XElement run)
    {
        if (marks is null)
        {
            run.Remove();
        }
        else
        {
            marks.Delete(run);
        }
    }
}
