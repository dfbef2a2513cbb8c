using System.Diagnostics;
using System.Text.Json;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Case text in, files on disk: everything a filing needs, one worker.</summary>
internal static class WholeRoad
{
    public static int Run(string folder, int count)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        var texts = Enumerable.Range(0, count).Select(Variations.CaseText).ToList();
        Directory.CreateDirectory(folder);

        var watch = Stopwatch.StartNew();
        var middle = TimeSpan.Zero;
        for (var n = 0; n < texts.Count; n++)
        {
            if (n == count / 2)
            {
                middle = watch.Elapsed;
            }

            var result = generator.Generate(type, Variations.Case(catalog, n), new(OutputFormats.Docx), CancellationToken.None);
            File.WriteAllBytes(Path.Combine(folder, $"{n}.docx"), result.Files.Single().Content.Span);
        }

        var whole = watch.Elapsed;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            tool = "PiiDocs",
            documents = count,
            perSecond = count / whole.TotalSeconds,
            steady = (count - (count / 2)) / (whole - middle).TotalSeconds,
            peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,
            allocatedKilobytesPerDocument = GC.GetTotalAllocatedBytes() / 1024 / count,
        }));
        return 0;
    }
}
