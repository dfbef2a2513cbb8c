using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Whether memory stays flat over many documents: the working set and the heap, ten times along the way.</summary>
internal static class MemoryRun
{
    public static int Run(int count)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        Console.WriteLine("| documents | working set, MB | live heap, MB |");
        Console.WriteLine("| ---: | ---: | ---: |");
        for (var n = 1; n <= count; n++)
        {
            var input = Variations.Read(catalog, Variations.Yaml(n));
            generator.Generate(type, input, new(OutputFormats.Docx | OutputFormats.Pdf), CancellationToken.None);
            if (n % Math.Max(1, count / 10) == 0)
            {
                Console.WriteLine($"| {n} | {Environment.WorkingSet / 1048576} | {GC.GetTotalMemory(forceFullCollection: true) / 1048576} |");
            }
        }

        return 0;
    }
}
