using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Word;

/// <summary>Leads from the content controls of a file back to the fields of the case.</summary>
internal sealed class DocxFields
{
    private static readonly XNamespace Ours = WordNames.Fields;

    private readonly Dictionary<string, WrittenControl> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, string> _untagged;

    /// <param name="part">Our custom XML part; null where the file has none.</param>
    /// <param name="body">The body whose controls are asked for.</param>
    public DocxFields(XElement? part, XElement body)
    {
        var numbers = Words(part, "controls").Select(Number).ToList();
        var counts = numbers.CountBy(number => number).ToDictionary();
        var controls = EntriesOf(part).Select((entry, index) => Read(entry, counts.GetValueOrDefault(index))).ToList();
        foreach (var control in controls)
        {
            _byTag.TryAdd(control.Tag, control);
        }

        Written = part is null ? WrittenTrace.None : new([.. _byTag.Values], [.. Words(part, "paragraphs")])
        {
            Blocks = BlocksOf(part, [.. numbers.Select(number => controls.ElementAtOrDefault(number)?.Tag ?? "")]),
            Figures = [.. part.Elements(Ours + WordNames.FigureElement).Select(figure => string.Join('\n', figure.Elements().Select(line => line.Value)))],
        };
        var written = numbers.Where(number => number >= 0 && number < controls.Count).Select(number => controls[number]).ToList();
        _untagged = UntaggedControls.Match(body, written);
    }

    /// <summary>What the file was when it was made.</summary>
    public WrittenTrace Written { get; }

    /// <summary>The entries of our part, in order.</summary>
    public static IEnumerable<XElement> EntriesOf(XElement? part) =>
        part?.Elements().Where(each => each.Name == Ours + WordNames.FieldElement || each.Name == Ours + WordNames.DerivedElement) ?? [];

    /// <summary>The hashes of an entry; see <see cref="WrittenControl.Hashes"/>.</summary>
    public static ImmutableArray<string> HashesOf(XElement entry) => Words(entry, "hash") is { Length: > 0 } hashes ? [.. hashes] : [""];

    /// <summary>The tag of a control of ours, also where an editor dropped it; null where the control is not ours.</summary>
    public string? TagOf(XElement control) =>
        OwnTagOf(control) is { } tag
            ? tag.StartsWith(WordNames.TagPrefix, StringComparison.Ordinal) ? tag : null
            : _untagged.GetValueOrDefault(control);

    /// <summary>What stands in a control of ours.</summary>
    /// <param name="control">The control.</param>
    /// <param name="isLost">It is ours and leads nowhere any more.</param>
    public Origin? OriginOf(XElement control, out bool isLost)
    {
        isLost = false;
        if (TagOf(control) is not { } tag)
        {
            return null;
        }

        if (_byTag.TryGetValue(tag, out var known))
        {
            return new(null, known.Fields, Verbatim: !known.IsDerived);
        }

        // Where the part that leads from tags to paths got lost, a short tag is the path all the same.
        var name = tag[WordNames.TagPrefix.Length..];
        isLost = name.Length == 0 || name[0] is '#' or '~';
        return isLost ? null : new(null, [FieldPath.Root.Member(name)], Verbatim: true);
    }

    public static string? OwnTagOf(XElement control) =>
        Xml.Value(control.Element(Xml.W + "sdtPr")?.Element(Xml.W + "tag"), "val");

    private static WrittenControl Read(XElement entry, int count)
    {
        var tag = (string?)entry.Attribute("tag") ?? "";
        return new(tag, (string?)entry.Attribute("key") ?? tag, FieldsOf((string?)entry.Attribute("path") ?? ""), HashesOf(entry))
        {
            IsDerived = entry.Name.LocalName == WordNames.DerivedElement,
            Length = Math.Max(0, Number((string?)entry.Attribute("length") ?? "")),
            Count = count,
        };
    }

    // Where the lists do not fit together, another program wrote them, and nothing can be said about blocks.
    private static ImmutableArray<WrittenBlock> BlocksOf(XElement part, List<string> tags)
    {
        var hashes = Words(part, "paragraphs");
        var counts = Words(part, "blocks").Select(BlockCounts.Read).ToList();
        if (tags.Contains("") || counts.Exists(each => each.Paragraphs < 1 || each.Controls < 0)
            || counts.Sum(each => (long)each.Paragraphs) != hashes.Length || counts.Sum(each => (long)each.Controls) != tags.Count)
        {
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<WrittenBlock>(counts.Count);
        var (paragraph, control) = (0, 0);
        foreach (var (paragraphs, controls) in counts)
        {
            blocks.Add(new([.. hashes.AsSpan(paragraph, paragraphs)], [.. tags.GetRange(control, controls)]));
            (paragraph, control) = (paragraph + paragraphs, control + controls);
        }

        return blocks.MoveToImmutable();
    }

    // A name may hold a space; the next path begins with $ all the same.
    private static ImmutableArray<FieldPath> FieldsOf(string paths) =>
        [.. paths.Split(WordNames.FieldSeparator + "$").Select((path, index) => new FieldPath(index == 0 ? path : "$" + path))];

    private static string[] Words(XElement? element, string attribute) =>
        ((string?)element?.Attribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
