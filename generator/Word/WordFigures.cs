using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>The pictures of one document: their parts, and what they were drawn from.</summary>
/// <remarks>
/// A picture cannot be read back, so our custom XML part keeps the markup of its diagram, and the hash of the picture:
/// one that somebody put in its place is not ours any more.
/// </remarks>
internal sealed class WordFigures(Document document, DocxOptions options)
{
    private readonly List<(PackagePart Part, string Hash, string Markup)> _figures = [];

    public ImmutableArray<PackagePart> Parts => [.. _figures.Select(figure => figure.Part)];

    /// <summary>Draws the diagram.</summary>
    /// <returns>The number of the picture, from 1.</returns>
    public int Add(Diagram diagram, DiagramDrawing drawing)
    {
        var picture = DiagramPicture.Draw(drawing, document.Styles);
        var part = PackagePart.Write(PartName(_figures.Count + 1), options.Compression, output => output.Write(picture));
        var markup = DocumentPrinter.Print(document with { Blocks = [diagram] });
        _figures.Add((part, HashOf(picture), markup));
        return _figures.Count;
    }

    public static string NameOf(int number) => $"{WordNames.FigurePrefix}{number}";

    public static string PartName(int number) => $"word/{TargetOf(number)}";

    public static string TargetOf(int number) => $"media/image{number}.emf";

    public static string HashOf(ReadOnlySpan<byte> picture) => ContentHash.Of(picture)[..16];

    /// <summary>Into our custom XML part.</summary>
    public void Write(PartWriter xml)
    {
        for (var i = 0; i < _figures.Count; i++)
        {
            xml.WriteStartElement(WordNames.FigureElement, WordNames.Fields);
            xml.WriteAttributeString("name", NameOf(i + 1));
            xml.WriteAttributeString("hash", _figures[i].Hash);
            foreach (var line in _figures[i].Markup.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                xml.WriteElementString("", "line", WordNames.Fields, WordText.Writable(line));
            }

            xml.WriteEndElement();
        }
    }
}
