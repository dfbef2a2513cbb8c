using System.Text.Json;

namespace PiiDocs.Benchmarks;

/// <summary>Medians of several runs, and how many times faster ours is than each peer.</summary>
internal static class Ratios
{
    public static int Print(string path)
    {
        var runs = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Print(runs, "steady", "documents a second, steady");

        // What a machine shared with others does not change: by the processor's own time.
        Print(runs, "perProcessorSecond", "documents a second of processor time, steady");
        return 0;
    }

    private static void Print(List<JsonElement> all, string figure, string title)
    {
        var medians =
            (from run in all
             where run.TryGetProperty(figure, out _)
             group run.GetProperty(figure).GetDouble() by run.GetProperty("tool").GetString()! into runs
             select (Tool: runs.Key, Value: Median(runs))).ToList();
        var ours = medians.Where(each => each.Tool.StartsWith("PiiDocs", StringComparison.Ordinal)).ToList();

        Console.WriteLine($"| tool | {title} |{string.Concat(ours.Select(each => $" {each.Tool} is |"))}");
        Console.WriteLine($"| --- | ---: |{string.Concat(ours.Select(_ => " ---: |"))}");
        foreach (var (tool, value) in medians)
        {
            Console.WriteLine($"| {tool} | {value:F1} |{string.Concat(ours.Select(each => $" {each.Value / value:F1}× |"))}");
        }

        Console.WriteLine();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
