using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word;

/// <summary>What reviewers left in a .docx that a finished text does not have.</summary>
/// <param name="Comments">How many comments.</param>
/// <param name="Changes">The paragraphs with tracked changes that nobody has accepted or refused.</param>
public sealed record ReviewMarks(int Comments, ImmutableArray<SourceLocation> Changes)
{
    /// <summary>Looks through a file; null, with diagnostics, where it is none.</summary>
    /// <param name="input">The file; must be seekable.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="limits">How much of it is taken in.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static ReviewMarks? Find(Stream input, string path, DocxLimits limits, DiagnosticBag diagnostics)
    {
        using var package = DocxPackage.Open(input, new(new(path, ""), default), limits, diagnostics);
        if (package?.Load(package.Main)?.Element(Xml.W + "body") is not { } body)
        {
            return null;
        }

        var comments = package.TargetsOf(package.Main, "comments")
            .Sum(part => package.Load(part)?.Elements(Xml.W + "comment").Count() ?? 0);
        var paragraphs = body.Descendants(Xml.W + "p").ToList();
        var places = new ParagraphPlaces(path, paragraphs.Count);
        var changed = paragraphs.Index().Where(each => each.Item.Descendants().Any(IsChange)).Select(each => places.At(each.Index + 1)).ToImmutableArray();
        return new(comments, changed.IsEmpty && body.Descendants().Any(IsChange) ? [places.At(1)] : changed);
    }

    private static bool IsChange(XElement element) =>
        element.Name.Namespace == Xml.W && element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo";
}
