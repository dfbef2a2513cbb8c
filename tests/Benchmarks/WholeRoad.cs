using System.Diagnostics;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Cases in, files on disk, one worker.</summary>
internal static class WholeRoad
{
    /// <param name="folder">Where the files go.</param>
    /// <param name="count">How many variations.</param>
    /// <param name="caseFiles">
    /// <c>yaml</c> or <c>json</c>: how the cases are written, which are read and checked by schema and law while the clock runs;
    /// <c>parsed</c>: read and checked before, the work that tools do that only fill in values; <c>finished</c>: the text made before,
    /// the work of those that only set pages.
    /// </param>
    /// <param name="formats"><c>docx</c>, <c>pdf</c> or <c>docx,pdf</c>.</param>
    /// <param name="sample">The case they are variations of.</param>
    public static int Run(string folder, int count, string caseFiles, string formats, SourceText sample)
    {
        var catalog = Variations.Catalog();
        var typesetter = Variations.Typesetter();
        var generator = new DocumentGenerator(catalog, typesetter, TimeProvider.System);
        var pages = new PageMaker(typesetter);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        var texts = Enumerable.Range(0, count).Select(n => caseFiles == "yaml" ? Variations.Yaml(n, sample) : Variations.Json(n, sample)).ToList();
        var options = new GenerationOptions(Enum.Parse<OutputFormats>(formats, ignoreCase: true));
        Directory.CreateDirectory(folder);

        var run = new TimedRun(count);
        foreach (var (n, text) in texts.Index())
        {
            run.Begin(n);
            foreach (var file in caseFiles == "finished" ? [PagesOf(text)] : FilesOf(text))
            {
                File.WriteAllBytes(Path.Combine(folder, $"{n}{Path.GetExtension(file.Name)}"), file.Content.Span);
            }
        }

        run.Print($"PiiDocs, {caseFiles} → {formats}");
        return 0;

        IEnumerable<GeneratedFile> FilesOf(SourceText text)
        {
            var input = caseFiles == "parsed" ? run.Outside(() => Variations.Read(catalog, text)) : Variations.Read(catalog, text);
            return generator.Generate(type, input, options, CancellationToken.None).Files;
        }

        GeneratedFile PagesOf(SourceText text)
        {
            var document = run.Outside(() =>
                generator.Generate(type, Variations.Read(catalog, text), new(OutputFormats.Text), CancellationToken.None).Document!);
            return pages.Make(document, "pages", options, new());
        }
    }
}

/// <summary>Documents a second over a whole run and over its second half, which is what "steady" means.</summary>
internal sealed class TimedRun(int count)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly long _allocated = GC.GetTotalAllocatedBytes();
    private TimeSpan _middle;
    private TimeSpan _middleProcessor;
    private TimeSpan _outside;

    public void Begin(int n)
    {
        if (n == count / 2)
        {
            (_middle, _middleProcessor) = (_watch.Elapsed, Processor);
        }
    }

    /// <summary>Does something while the clocks stand still.</summary>
    public T Outside<T>(Func<T> work)
    {
        _watch.Stop();
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        _outside += Environment.CpuUsage.TotalTime - before;
        _watch.Start();
        return result;
    }

    private TimeSpan Processor => Environment.CpuUsage.TotalTime - _outside;

    public void Print(string tool)
    {
        var (whole, processor) = (_watch.Elapsed, Processor);
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
