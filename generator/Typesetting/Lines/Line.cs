using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Lines;

/// <summary>A line of a paragraph: which clusters stand on it, and how wide they are by nature.</summary>
/// <param name="Start">Index of the first cluster.</param>
/// <param name="End">After the last one.</param>
/// <param name="Width">With all gaps, the mark at the end already narrowed, without spaces at the end.</param>
/// <param name="Lead">Where the first cluster stands; negative for an opening mark that lost its left half.</param>
/// <param name="IsLast">Ends the paragraph or a forced line: never stretched.</param>
internal readonly record struct Line(int Start, int End, Length Width, Length Lead, bool IsLast);

/// <summary>The room a paragraph has.</summary>
/// <param name="Width">Of every line.</param>
/// <param name="FirstIndent">Where the first line begins; less than <paramref name="LaterIndent"/> where it hangs out.</param>
/// <param name="LaterIndent">Where the other lines begin.</param>
internal readonly record struct Measure(Length Width, Length FirstIndent, Length LaterIndent)
{
    public Length Indent(bool isFirst) => isFirst ? FirstIndent : LaterIndent;

    public Length Room(bool isFirst) => Width - Indent(isFirst);
}
