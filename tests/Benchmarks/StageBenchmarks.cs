using BenchmarkDotNet.Attributes;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Templating;
using PiiDocs.Unit.Support;

namespace PiiDocs.Benchmarks;

/// <summary>What each stage costs for the three-page indictment of case 000.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private TemplateCatalog _catalog = null!;
    private DocumentGenerator _generator = null!;
    private DocumentType _type = null!;
    private CaseInput _case = null!;
    private SourceText _caseText = null!;
    private SourceText _template = null!;

    [GlobalSetup]
    public void Open()
    {
        _catalog = Variations.Catalog();
        _generator = Variations.Generator(_catalog);
        _type = _catalog.Find(Variations.TypeId, new())!;
        _caseText = Variations.Yaml(0);
        _case = Variations.Read(_catalog, _caseText);
        _template = new("template.sbn", File.ReadAllText(Repository.PathTo("templates", Variations.TypeId, "template.sbn")));
    }

    [Benchmark]
    public object? ReadCase() => CaseReader.Read(_caseText, new());

    [Benchmark]
    public object ParseTemplate() => _catalog.Engine.Parse(_template, new());

    [Benchmark]
    public object Compose() => _generator.Generate(_type, _case, new(OutputFormats.None), CancellationToken.None);

    [Benchmark]
    public object ComposeAndWriteDocx() => _generator.Generate(_type, _case, new(OutputFormats.Docx), CancellationToken.None);

    [Benchmark]
    public object ComposeAndWritePdf() => _generator.Generate(_type, _case, new(OutputFormats.Pdf), CancellationToken.None);
}
