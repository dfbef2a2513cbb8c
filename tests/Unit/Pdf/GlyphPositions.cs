using System.Globalization;
using System.Text.RegularExpressions;

namespace PiiDocs.Unit.Pdf;

/// <summary>Follows the text operators of a content stream, as a viewer does, and tells where each glyph stands.</summary>
internal static partial class GlyphPositions
{
    /// <summary>The horizontal positions of all glyphs, in points. The page has one font of TestFont's widths.</summary>
    public static List<double> Read(string content, PdfReading file)
    {
        var widths = WidthsOf(file);
        var positions = new List<double>();
        var (line, pen, size, spacing) = (0.0, 0.0, 0.0, 0.0);
        foreach (Match part in Token().Matches(content))
        {
            if (part.Groups["td"].Success)
            {
                line = part.Index < content.IndexOf("Td", StringComparison.Ordinal) ? Number(part, "td") : line + Number(part, "td");
                pen = line;
            }
            else if (part.Groups["tf"].Success)
            {
                size = Number(part, "tf");
            }
            else if (part.Groups["tc"].Success)
            {
                spacing = Number(part, "tc");
            }
            else if (part.Groups["move"].Success)
            {
                pen -= Number(part, "move") / 1000 * size;
            }
            else
            {
                foreach (var code in part.Groups["text"].Value.Chunk(2))
                {
                    positions.Add(pen);
                    pen += (widths.GetValueOrDefault((code[0] << 8) | code[1], 1000) / 1000.0 * size) + spacing;
                }
            }
        }

        return positions;
    }

    private static Dictionary<int, int> WidthsOf(PdfReading file)
    {
        var runs = Regex.Matches(Regex.Match(file.ObjectWith("/CIDSystemInfo"), @"/W\[(.*?)\](?=[/>])").Groups[1].Value, @"(\d+)\[([\d ]*)\]");
        return (from Match run in runs
                from each in run.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((width, i) => (width, i))
                select (Code: int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture) + each.i, Width: int.Parse(each.width, CultureInfo.InvariantCulture)))
            .ToDictionary(each => each.Code, each => each.Width);
    }

    private static double Number(Match part, string group) => double.Parse(part.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<td>[-.\d]+) [-.\d]+ Td|/F0 (?<tf>[.\d]+) Tf|(?<tc>[-.\d]+) Tc|\((?<text>[^)]*)\)|(?<move>-?\d+)(?=\()")]
    private static partial Regex Token();
}
