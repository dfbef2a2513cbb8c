using System.Text.RegularExpressions;
using System.Xml.Linq;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>What parts of a file of other origin are that no style tells: known by how they are set and where they stand.</summary>
internal static partial class ForeignLooks
{
    /// <summary>The alignment set by hand; null where there is none, or one that says little.</summary>
    public static TextAlignment? AlignmentOf(XElement? properties) => Xml.Value(properties?.Element(Xml.W + "jc"), "val") switch
    {
        "left" or "start" => TextAlignment.Left,
        "center" => TextAlignment.Centre,
        "right" or "end" => TextAlignment.Right,
        _ => null,
    };

    /// <summary>A line in the middle above all text is a title; a date at the right, and the line above it, end a letter.</summary>
    /// <param name="paragraph">In body text.</param>
    /// <param name="isAbove">Whether no text but titles stands before it.</param>
    /// <returns>The style; null for a paragraph like others.</returns>
    public static string? StyleOf(XElement paragraph, bool isAbove) => AlignmentOf(paragraph.Element(Xml.W + "pPr")) switch
    {
        TextAlignment.Centre when isAbove && TextOf(paragraph).Length > 0 => "title",
        TextAlignment.Right when IsDate(paragraph) => "date",
        TextAlignment.Right when TextOf(paragraph).Length > 0 && paragraph.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name == Xml.W + "p" && IsDate(next) => "signature",
        _ => null,
    };

    /// <summary>Whether a row is the head of its table: bold or centred in every cell that says anything.</summary>
    public static bool IsHeader(XElement row)
    {
        var said = row.Elements(Xml.W + "tc").SelectMany(cell => cell.Elements(Xml.W + "p")).Where(each => TextOf(each).Length > 0).ToList();
        return said.Count > 0
            && (said.All(each => AlignmentOf(each.Element(Xml.W + "pPr")) == TextAlignment.Centre)
                || said.SelectMany(each => each.Descendants(Xml.W + "r")).All(run => Xml.IsOn(run.Element(Xml.W + "rPr")?.Element(Xml.W + "b"))));
    }

    private static bool IsDate(XElement paragraph) =>
        AlignmentOf(paragraph.Element(Xml.W + "pPr")) == TextAlignment.Right && DatePattern().IsMatch(TextOf(paragraph));

    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants(Xml.W + "t").Select(each => each.Value)).Trim();

    [GeneratedRegex("^[0-9〇○零一二三四五六七八九]{4}年[0-9〇一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
