using System.Diagnostics;
using PiiDocs.Cases;
using PiiDocs.Documents;
using PiiDocs.Generation;
using PiiDocs.Law;
using PiiDocs.Pdf;
using PiiDocs.Templating;

namespace PiiDocs.Benchmarks;

/// <summary>What each stage of the road costs, in a minute: enough to see what to work on and whether it helped.</summary>
/// <remarks>
/// The best of many short batches, because on a shared machine everything slower than the best is somebody else's work.
/// BenchmarkDotNet (<c>micro</c>) measures the same stages with more care and more time.
/// </remarks>
internal static class Stages
{
    private const int Batches = 60;
    private const int Warm = 150;

    public static int Run(string filter)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var typesetter = Variations.Typesetter();
        var type = catalog.Find(Variations.TypeId, new())!;
        var (yaml, json) = (Variations.Yaml(0), Variations.Json(0));
        var input = Variations.Read(catalog, yaml);
        var view = CaseView.For(type.Id, input.Data);
        var rendering = new RenderOptions(MissingMembers.Error, RenderLimits.Default, DateTime.UnixEpoch) { Constants = type.Constants };
        var text = type.Template.Render(view, rendering, new(), default);
        var document = generator.Generate(type, input, new(OutputFormats.None), default).Document!;
        var printed = DocumentPrinter.Print(document);
        var pages = typesetter.Layout(document, new());

        foreach (var (name, stage) in (IEnumerable<(string Name, Action Stage)>)
        [
            ("case from YAML", () => CaseReader.Read(yaml, new())),
            ("case from JSON", () => CaseReader.Read(json, new())),
            ("schema check", () => catalog.Schema.Check(input.Data, new())),
            ("law checks over the case", () => LegalChecks.Run(catalog.Law, input.Data, new())),
            ("template", () => type.Template.Render(CaseView.For(type.Id, input.Data), rendering, new(), default)),
            ("markup", () => MarkupReader.Read(text, type.Styles, new())),
            ("document as text", () => DocumentPrinter.Print(document)),
            ("elements in the text", () => _ = ElementCheck.Problems(type, printed, document.Info.Date, new(view)).Count()),
            ("law checks over the text", () => LegalChecks.RunOverText(catalog.Law, input.Data, (type.Id, printed), new())),
            ("document, all of that", () => generator.Generate(type, input, new(OutputFormats.None), default)),
            ("docx", () => type.Word.Value.Write(document, new() { LabelOf = catalog.Schema.LabelOf }, new MemoryStream(32 * 1024))),
            ("pages", () => typesetter.Layout(document, new())),
            ("pdf", () => PdfWriter.Write(pages, new(), new MemoryStream(256 * 1024), new())),
            .. LegalChecks.Names.Order().Select(check => ($"  law check {check}", (Action)(() => LegalChecks.Run(catalog.Law, [check], input.Data, new())))),
        ])
        {
            if (name.Contains(filter, StringComparison.Ordinal))
            {
                Print(name, stage);
            }
        }

        return 0;
    }

    private static void Print(string name, Action stage)
    {
        for (var i = 0; i < Warm; i++)
        {
            stage();
            if (i % 30 == 0)
            {
                Thread.Sleep(120); // The optimising compiler waits for a pause of a tenth of a second.
            }
        }

        var count = Math.Max(1, (int)(TimeSpan.FromMilliseconds(10) / TimeOf(stage, 5)));
        var best = Enumerable.Range(0, Batches).Min(_ => TimeOf(stage, count));
        var before = GC.GetAllocatedBytesForCurrentThread();
        stage();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"{name,-26} {best.TotalMicroseconds,8:F0} µs {allocated / 1024,8} kB");
    }

    private static TimeSpan TimeOf(Action stage, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            stage();
        }

        return watch.Elapsed / count;
    }
}
