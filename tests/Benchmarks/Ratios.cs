using System.Text.Json;

namespace PiiDocs.Benchmarks;

/// <summary>Medians of several runs, and how many times faster ours is than each peer.</summary>
internal static class Ratios
{
    public static int Print(string path)
    {
        var medians =
            (from line in File.ReadLines(path)
             let run = JsonDocument.Parse(line).RootElement
             group run.GetProperty("steady").GetDouble() by run.GetProperty("tool").GetString() into runs
             select (Tool: runs.Key, Steady: Median(runs))).ToList();
        var ours = medians.Where(each => each.Tool!.StartsWith("PiiDocs", StringComparison.Ordinal)).ToList();

        Console.WriteLine($"| tool | documents a second, steady |{string.Concat(ours.Select(each => $" {each.Tool} is |"))}");
        Console.WriteLine($"| --- | ---: |{string.Concat(ours.Select(_ => " ---: |"))}");
        foreach (var (tool, steady) in medians)
        {
            Console.WriteLine($"| {tool} | {steady:F1} |{string.Concat(ours.Select(each => $" {each.Steady / steady:F1}× |"))}");
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
