using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Puts paragraphs and rows into a file, takes them out, and words them otherwise; all others keep their XML.</summary>
/// <param name="document">The blocks of the file.</param>
/// <param name="fresh">Those of the file as the case makes it now.</param>
/// <param name="import">Makes copies that fit.</param>
/// <param name="marks">Null for changes that nobody is to review.</param>
internal sealed class BlockWriter(ImmutableArray<FoundBlock> document, ImmutableArray<FoundBlock> fresh, BlockImport import, ChangeMarks? marks)
{
    // What was last put in after a block of the file: the next comes after it.
    private readonly Dictionary<int, XElement> _tails = [];

    private XElement? _newTable;

    public void Apply(IReadOnlyList<BlockChange> changes)
    {
        foreach (var change in changes.Where(each => each.Kind == BlockChangeKind.Insert))
        {
            Insert(change);
        }

        foreach (var change in changes.Where(each => each.Kind == BlockChangeKind.Rewrite))
        {
            new BlockRewriter(import, marks).Rewrite(document[change.Document].Element, fresh[change.Fresh].Element, change.Kept);
        }

        // From the end: a table that goes is gone before what stood above it.
        foreach (var change in changes.Where(each => each.Kind == BlockChangeKind.Remove).Reverse())
        {
            Remove(document[change.Document].Element);
        }
    }

    private void Insert(BlockChange change)
    {
        var source = fresh[change.Fresh];
        if (change.Beside >= 0)
        {
            var neighbour = document[change.Beside].Element;
            var row = import.Copy(source.Element);
            BlockImport.Fit(row, neighbour);
            Place(row, change.Document, neighbour, goesBefore: change.Beside > change.Document);
        }
        else if (source.Top != _newTable)
        {
            var isTable = source.Top != source.Element;
            _newTable = isTable ? source.Top : null;
            PlaceTop(source.Top, change.Document);
            if (isTable && source.Top.ElementsAfterSelf().FirstOrDefault() is { Value: "" } separator && separator.Name == Xml.W + "p")
            {
                PlaceTop(separator, change.Document);
            }
        }
    }

    private void PlaceTop(XElement top, int after) =>
        Place(import.Copy(top), after, document[Math.Max(0, after)].Top, goesBefore: after < 0);

    private void Place(XElement copy, int after, XElement anchor, bool goesBefore)
    {
        if (marks is not null)
        {
            MarkInserted(copy);
        }

        if (_tails.TryGetValue(after, out var tail) && tail.Parent == anchor.Parent)
        {
            tail.AddAfterSelf(copy);
        }
        else if (goesBefore)
        {
            anchor.AddBeforeSelf(copy);
        }
        else
        {
            anchor.AddAfterSelf(copy);
        }

        _tails[after] = copy;
    }

    private void MarkInserted(XElement copy)
    {
        foreach (var row in copy.DescendantsAndSelf(Xml.W + "tr"))
        {
            marks!.MarkRow(row, "ins");
        }

        foreach (var paragraph in copy.DescendantsAndSelf(Xml.W + "p"))
        {
            marks!.MarkEnd(paragraph, "ins");
        }

        copy.Descendants(Xml.W + "r").ToList().ForEach(marks!.Insert);
    }

    private void Remove(XElement element)
    {
        if (marks is not null)
        {
            MarkDeleted(element);
            return;
        }

        var table = element.Parent!;
        if (element.Name == Xml.W + "p" && PartsTables(element))
        {
            element.Elements().Where(each => each.Name != Xml.W + "pPr").Remove();
            return;
        }

        element.Remove();
        if (table.Name == Xml.W + "tbl" && !table.Elements(Xml.W + "tr").Any())
        {
            table.Remove();
        }
    }

    // Without it two tables would be one, or the file end in a table.
    private static bool PartsTables(XElement paragraph) =>
        paragraph.ElementsBeforeSelf().LastOrDefault()?.Name == Xml.W + "tbl" && paragraph.ElementsAfterSelf().FirstOrDefault()?.Name != Xml.W + "p";

    // Controls go at once: who rejects the change gets the text back, and no field that the case no longer has.
    private void MarkDeleted(XElement element)
    {
        if (element.Name == Xml.W + "tr")
        {
            marks!.MarkRow(element, "del");
        }

        foreach (var paragraph in element.DescendantsAndSelf(Xml.W + "p").ToList())
        {
            marks!.MarkEnd(paragraph, "del");
            BlockRewriter.Unwrap(paragraph.Descendants(Xml.W + "sdt"));
            paragraph.Elements(Xml.W + "r").ToList().ForEach(marks.Delete);
        }
    }
}
