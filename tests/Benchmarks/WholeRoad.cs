using System.Diagnostics;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Case text in, files on disk: everything a filing needs, one worker.</summary>
internal static class WholeRoad
{
    /// <param name="folder">Where the files go.</param>
    /// <param name="count">How many variations.</param>
    /// <param name="caseFiles"><c>yaml</c> or <c>json</c>: how the cases are written.</param>
    /// <param name="formats"><c>docx</c>, <c>pdf</c> or <c>docx,pdf</c>.</param>
    public static int Run(string folder, int count, string caseFiles, string formats)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        var texts = Enumerable.Range(0, count).Select(n => caseFiles == "json" ? Variations.Json(n) : Variations.Yaml(n)).ToList();
        var options = new GenerationOptions(Enum.Parse<OutputFormats>(formats, ignoreCase: true));
        Directory.CreateDirectory(folder);

        var run = new TimedRun(count);
        foreach (var (n, text) in texts.Index())
        {
            run.Begin(n);
            var result = generator.Generate(type, Variations.Read(catalog, text), options, CancellationToken.None);
            foreach (var file in result.Files)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{n}{Path.GetExtension(file.Name)}"), file.Content.Span);
            }
        }

        run.Print($"PiiDocs, {caseFiles} → {formats}");
        return 0;
    }
}

/// <summary>Documents a second over a whole run and over its second half, which is what "steady" means.</summary>
internal sealed class TimedRun(int count)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly long _allocated = GC.GetTotalAllocatedBytes();
    private TimeSpan _middle;
    private TimeSpan _middleProcessor;

    public void Begin(int n)
    {
        if (n == count / 2)
        {
            (_middle, _middleProcessor) = (_watch.Elapsed, Environment.CpuUsage.TotalTime);
        }
    }

    public void Print(string tool)
    {
        var (whole, processor) = (_watch.Elapsed, Environment.CpuUsage.TotalTime);
        var half = count - (count / 2);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            tool,
            documents = count,
            perSecond = count / whole.TotalSeconds,
            steady = half / (whole - _middle).TotalSeconds,
            perProcessorSecond = half / (processor - _middleProcessor).TotalSeconds,
            peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,
            allocatedKilobytesPerDocument = (GC.GetTotalAllocatedBytes() - _allocated) / 1024 / count,
            collections = new[] { GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2) },
            pauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
        }));
    }
}
