using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>The outline beside the pages: headings, nested by level (PDF 1.7, 12.3.3).</summary>
internal sealed class Bookmarks(PdfFile file, ImmutableArray<StructureElement> elements)
{
    private readonly Dictionary<int, Place> _places = [];

    /// <summary>Notes where an element is first drawn.</summary>
    public void Note(int element, PdfReference page, Length top)
    {
        if (elements[element].OutlineTitle is not null)
        {
            _places.TryAdd(element, new(page, top));
        }
    }

    /// <summary>Writes the outline; null where there is nothing to list.</summary>
    public PdfReference? Write()
    {
        var root = new Node(-1, 0);
        var open = new Stack<Node>([root]);
        foreach (var element in _places.Keys.Order())
        {
            var node = new Node(element, Math.Max(1, elements[element].Level));
            while (open.Peek().Level >= node.Level)
            {
                open.Pop();
            }

            open.Peek().Children.Add(node);
            open.Push(node);
        }

        return root.Children.Count == 0 ? null : WriteRoot(root);
    }

    private PdfReference WriteRoot(Node root)
    {
        var reference = file.Reserve();
        var (first, last) = WriteChildren(root, reference);
        file.Add(reference, output => output.Text($"<</Type/Outlines/First {first}/Last {last}/Count {CountOf(root)}>>"));
        return reference;
    }

    private (PdfReference First, PdfReference Last) WriteChildren(Node parent, PdfReference parentReference)
    {
        PdfReference[] references = [.. parent.Children.Select(_ => file.Reserve())];
        for (var i = 0; i < references.Length; i++)
        {
            var child = parent.Children[i];
            var links = $"/Parent {parentReference.Number} 0 R"
                + (i > 0 ? $"/Prev {references[i - 1].Number} 0 R" : "")
                + (i + 1 < references.Length ? $"/Next {references[i + 1].Number} 0 R" : "");
            if (child.Children.Count > 0)
            {
                var (first, last) = WriteChildren(child, references[i]);
                links += $"/First {first.Number} 0 R/Last {last.Number} 0 R/Count {CountOf(child)}";
            }

            file.Add(references[i], output => WriteItem(output, child, links));
        }

        return (references[0], references[^1]);
    }

    private void WriteItem(PdfBuffer output, Node node, string links)
    {
        var place = _places[node.Element];
        output.Text("<</Title ");
        output.TextString(elements[node.Element].OutlineTitle);
        output.Text($"{links}/Dest[{place.Page}/XYZ 0 {place.Top} null]>>");
    }

    private static int CountOf(Node node) => node.Children.Sum(child => 1 + CountOf(child));

    private readonly record struct Place(PdfReference Page, Length Top);

    private sealed record Node(int Element, int Level)
    {
        public List<Node> Children { get; } = [];
    }
}
