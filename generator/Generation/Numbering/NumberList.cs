using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Generation.Numbering;

/// <summary>Reads a list of numbers given out elsewhere: one a line, <c>沪静检建〔2024〕3号,003</c>, or from one to another with 至.</summary>
public static class NumberList
{
    private const int LongestRange = 10_000;

    /// <summary>The numbers of the list, in order; lines that are none are reported, each with its line.</summary>
    public static IReadOnlyList<ImportedNumber> Read(SourceText list, NumberPatterns patterns, DiagnosticBag diagnostics)
    {
        var numbers = new List<ImportedNumber>();
        for (var start = 0; start < list.Text.Length;)
        {
            var end = list.Text.IndexOf('\n', start);
            end = end < 0 ? list.Text.Length : end;
            var line = list.Text[start..end].Trim('\r', '\uFEFF', ' ', '\t');
            if (line.Length > 0 && line[0] != '#')
            {
                var at = new SourceLocation(list, new(start, end - start));
                numbers.AddRange(ReadLine(line, at, patterns, diagnostics));
            }

            start = end + 1;
        }

        return numbers;
    }

    private static IEnumerable<ImportedNumber> ReadLine(string line, SourceLocation at, NumberPatterns patterns, DiagnosticBag diagnostics)
    {
        var parts = line.Split([',', '，', '\t'], 2, StringSplitOptions.TrimEntries);
        var ends = parts[0].Split('至', 2, StringSplitOptions.TrimEntries);
        var (first, last) = (patterns.Parse(ends[0]), patterns.Parse(ends[^1]));
        if (first is not { } from || last is not { } to)
        {
            diagnostics.Add(RegisterErrors.BadImport(new("不是 _numbering.yaml 所定样式的文号", "not a number of a form that _numbering.yaml knows"), at));
            return [];
        }

        if (from.Series != to.Series || to.Serial < from.Serial || to.Serial - from.Serial >= LongestRange)
        {
            diagnostics.Add(RegisterErrors.BadImport(new("起止文号不是同一序列，次序颠倒，或者超过一万个", "first and last are of different series, in the wrong order, or over ten thousand apart"), at));
            return [];
        }

        var caseId = parts.Length > 1 ? parts[1] : "";
        return Enumerable.Range(from.Serial, to.Serial - from.Serial + 1).Select(serial =>
            new ImportedNumber(from.Series, serial, Spell(patterns, from.Series, serial), caseId, from.Series.Series, at));
    }

    private static string Spell(NumberPatterns patterns, NumberSeries series, int serial) =>
        patterns.RequestFor(series, "", "")!.Pattern.Replace("{serial}", serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
