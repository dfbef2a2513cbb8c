using System.Globalization;
using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Who writes tracked changes, and when.</summary>
/// <param name="Author">As Word shows it beside the change.</param>
/// <param name="At">The moment, as the clock of the office says; Word writes local time as if it were UTC.</param>
public sealed record TrackedBy(string Author, DateTimeOffset At);

/// <summary>Writes tracked changes, each with an id of its own.</summary>
/// <param name="by">Who, and when.</param>
/// <param name="nextId">An id that no tracked change of the file has yet.</param>
internal sealed class ChangeMarks(TrackedBy by, int nextId)
{
    private int _nextId = nextId;

    public XElement Inserted(params object?[] content) => Mark("ins", content);

    /// <param name="run">Stands where the change is to stand from now on.</param>
    public void Insert(XElement run) => run.ReplaceWith(Inserted(new XElement(run)));

    /// <inheritdoc cref="Insert"/>
    public void Delete(XElement run)
    {
        foreach (var text in run.Elements(Xml.W + "t"))
        {
            text.Name = Xml.W + "delText";
        }

        run.ReplaceWith(Mark("del", new XElement(run)));
    }

    /// <summary>The end of a paragraph is inserted or deleted with it.</summary>
    public void MarkEnd(XElement paragraph, string kind)
    {
        var properties = paragraph.Element(Xml.W + "pPr") ?? AddedFirst(paragraph, new(Xml.W + "pPr"));
        var mark = properties.Element(Xml.W + "rPr");
        if (mark is null)
        {
            properties.Add(mark = new(Xml.W + "rPr"));
        }

        mark.AddFirst(Mark(kind));
    }

    public void MarkRow(XElement row, string kind)
    {
        var properties = row.Element(Xml.W + "trPr");
        if (properties is null)
        {
            properties = new(Xml.W + "trPr");
            if (row.Element(Xml.W + "tblPrEx") is { } exceptions)
            {
                exceptions.AddAfterSelf(properties);
            }
            else
            {
                row.AddFirst(properties);
            }
        }

        properties.Add(Mark(kind));
    }

    private XElement Mark(string kind, params object?[] content) =>
        new(
            Xml.W + kind,
            new XAttribute(Xml.W + "id", _nextId++),
            new XAttribute(Xml.W + "author", by.Author),
            new XAttribute(Xml.W + "date", by.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            content);

    private static XElement AddedFirst(XElement parent, XElement child)
    {
        parent.AddFirst(child);
        return child;
    }
}
