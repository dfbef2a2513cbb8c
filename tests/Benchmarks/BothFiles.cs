using System.Text.Json;

namespace PiiDocs.Benchmarks;

/// <summary>What peers come to that make both files of a case: one fills the Word file, then another sets the pages, on one worker.</summary>
internal static class BothFiles
{
    private static readonly string[] Figures = ["steady", "perProcessorSecond"];

    /// <summary>Prints our lines as they are, and a line for each pair of a Word peer and a PDF peer.</summary>
    public static int Print(string ours, string word, string pdf)
    {
        foreach (var line in File.ReadLines(ours))
        {
            Console.WriteLine(line);
        }

        foreach (var first in Read(word))
        {
            foreach (var second in Read(pdf))
            {
                Console.WriteLine(JsonSerializer.Serialize(Pair(first, second)));
            }
        }

        return 0;
    }

    private static Dictionary<string, object> Pair(JsonElement first, JsonElement second)
    {
        var pair = new Dictionary<string, object> { ["tool"] = $"{first.GetProperty("tool")} + {second.GetProperty("tool")}" };
        foreach (var figure in Figures)
        {
            if (first.TryGetProperty(figure, out var a) && second.TryGetProperty(figure, out var b))
            {
                pair[figure] = 1 / ((1 / a.GetDouble()) + (1 / b.GetDouble()));
            }
        }

        return pair;
    }

    private static List<JsonElement> Read(string path) => [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)];
}
