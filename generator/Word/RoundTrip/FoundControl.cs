using System.Text;
using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>A control of ours in a file, with its place in the XML; one that an editor split counts once.</summary>
/// <param name="tag">Its tag.</param>
/// <param name="element">The control.</param>
/// <param name="paragraph">The number of its paragraph; 0 outside the body.</param>
internal sealed class FoundControl(string tag, XElement element, int paragraph)
{
    public string Tag { get; } = tag;

    /// <summary>The control, and the other pieces where an editor split it.</summary>
    public List<XElement> Elements { get; } = [element];

    public StringBuilder Text { get; } = new();

    public int Paragraph { get; } = paragraph;

    /// <summary>Which of the controls of this tag, pieces counted.</summary>
    public int Occurrence { get; init; }

    /// <summary>It holds what is not text, or text of more than one paragraph.</summary>
    public bool IsEntangled { get; set; }

    /// <summary>The control of ours in which this one begins; null where it stands by itself.</summary>
    public FoundControl? Host { get; init; }

    /// <summary>How much of the host's text stands before it.</summary>
    public int HostOffset { get; init; }

    /// <summary>The control of the same tag that ended right before this one began; null where there is none.</summary>
    public FoundControl? Before { get; init; }

    /// <summary>It and the one before stand in different paragraphs.</summary>
    public bool BeginsParagraph { get; init; }
}
