using System.Collections.Immutable;
using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Words a block otherwise where it stands: controls that stay keep what they show, text that is the same keeps its runs.</summary>
/// <param name="import">Makes copies that fit.</param>
/// <param name="marks">Null for changes that nobody is to review.</param>
internal sealed class BlockRewriter(BlockImport import, ChangeMarks? marks)
{
    /// <param name="block">The paragraph or row.</param>
    /// <param name="wanted">As it should be worded; of the same shape.</param>
    /// <param name="kept">Which of its controls are those of the wanted block.</param>
    public void Rewrite(XElement block, XElement wanted, ImmutableArray<(int Made, int Fresh)> kept)
    {
        var (old, now) = (Paragraphs(block), Paragraphs(wanted));
        var (oldControls, newControls) = (0, 0);
        foreach (var (paragraph, other) in old.Zip(now))
        {
            var (pieces, otherPieces) = (Pieces(paragraph), Pieces(other));
            var (count, otherCount) = (pieces.Count(IsControl), otherPieces.Count(IsControl));
            var here = kept.Where(each => each.Made >= oldControls && each.Made < oldControls + count)
                .Select(each => (each.Made - oldControls, each.Fresh - newControls)).ToList();
            Rewrite(paragraph, pieces, otherPieces, here);
            (oldControls, newControls) = (oldControls + count, newControls + otherCount);
        }
    }

    /// <summary>Leaves of controls what they show.</summary>
    public static void Unwrap(IEnumerable<XElement> controls)
    {
        foreach (var control in controls.ToList())
        {
            var shown = control.Element(Xml.W + "sdtContent")!.Elements().ToList();
            shown.Remove();
            control.AddAfterSelf(shown);
            control.Remove();
        }
    }

    // From one control that stays to the next, the text between is as it was or is replaced.
    private void Rewrite(XElement paragraph, List<Piece> pieces, List<Piece> wanted, List<(int Made, int Fresh)> kept)
    {
        var (from, fromWanted) = (0, 0);
        foreach (var (made, fresh) in kept)
        {
            var (to, toWanted) = (IndexOfControl(pieces, made), IndexOfControl(wanted, fresh));
            Replace(paragraph, pieces[from..to], wanted[fromWanted..toWanted], pieces[to].Nodes[0]);
            (from, fromWanted) = (to + 1, toWanted + 1);
        }

        Replace(paragraph, pieces[from..], wanted[fromWanted..], before: null);
    }

    private void Replace(XElement paragraph, List<Piece> pieces, List<Piece> wanted, XElement? before)
    {
        if (pieces.Count == wanted.Count && pieces.Zip(wanted).All(each => each is { First.IsControl: false, Second.IsControl: false } && each.First.Text == each.Second.Text))
        {
            return;
        }

        foreach (var node in wanted.SelectMany(each => each.Nodes))
        {
            var copy = Tracked(import.Copy(node));
            if (before is null)
            {
                paragraph.Add(copy);
            }
            else
            {
                before.AddBeforeSelf(copy);
            }
        }

        foreach (var node in pieces.SelectMany(each => each.Nodes))
        {
            Take(node);
        }
    }

    private XElement Tracked(XElement copy)
    {
        if (marks is null)
        {
            return copy;
        }

        if (copy.Name == Xml.W + "r")
        {
            return marks.Inserted(copy);
        }

        copy.Descendants(Xml.W + "r").ToList().ForEach(marks.Insert);
        return copy;
    }

    private void Take(XElement node)
    {
        if (marks is null)
        {
            node.Remove();
            return;
        }

        List<XElement> runs = [.. node.DescendantsAndSelf(Xml.W + "r")];
        if (node.Name == Xml.W + "sdt")
        {
            Unwrap([node]);
        }

        runs.ForEach(marks.Delete);
    }

    private static List<XElement> Paragraphs(XElement block) => [.. block.DescendantsAndSelf(Xml.W + "p")];

    private static bool IsControl(Piece piece) => piece.IsControl;

    private static int IndexOfControl(List<Piece> pieces, int number)
    {
        var index = pieces.FindIndex(IsControl);
        for (; number > 0; number--)
        {
            index = pieces.FindIndex(index + 1, IsControl);
        }

        return index;
    }

    // Runs beside each other are one piece, however an editor cut them.
    private static List<Piece> Pieces(XElement paragraph)
    {
        var pieces = new List<Piece>();
        foreach (var node in paragraph.Elements().Where(each => each.Name == Xml.W + "r" || each.Name == Xml.W + "sdt"))
        {
            var isControl = node.Name == Xml.W + "sdt";
            if (isControl || pieces.Count == 0 || pieces[^1].IsControl)
            {
                pieces.Add(new([node], isControl));
            }
            else
            {
                pieces[^1].Nodes.Add(node);
            }
        }

        return pieces;
    }

    private sealed record Piece(List<XElement> Nodes, bool IsControl)
    {
        public string Text => string.Concat(Nodes.Elements().Select(each => each.Name.LocalName switch
        {
            "t" => InlineCollector.TextOf(each),
            "tab" => "\t",
            "br" or "cr" => "\n",
            _ => "",
        }));
    }
}
