using System.Collections.Concurrent;
using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Pages;

/// <summary>Every document of every sample case, made once: .docx, .pdf and .txt.</summary>
public sealed class SampleFiles : IDisposable
{
    private readonly ConcurrentDictionary<string, PdfObjects> _objects = new(StringComparer.Ordinal);

    public SampleFiles()
    {
        var cases = Directory.GetFiles(Repository.PathTo("templates", "_cases"), "*.yaml").Order(StringComparer.Ordinal);
        foreach (var path in cases)
        {
            var made = CommandLine.PiiDocs("make", path, "--format", "docx,pdf,txt", "-o", Folder, "--json");
            Assert.True(made.Code == 0, made.Error + made.Out);
            Documents.AddRange(
                from file in JsonDocument.Parse(made.Out).RootElement.GetProperty("files").EnumerateArray()
                let pdf = Path.GetFullPath(file.GetProperty("path").GetString()!, Repository.Root)
                where pdf.EndsWith(".pdf", StringComparison.Ordinal)
                select new SampleFile(path, file.GetProperty("type").GetString()!, pdf));
        }

        Assert.NotEmpty(Documents);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("piidocs-pages-").FullName;

    internal List<SampleFile> Documents { get; } = [];

    /// <summary>The objects of its PDF file, read once.</summary>
    internal PdfObjects Objects(SampleFile document) => _objects.GetOrAdd(document.Pdf, PdfObjects.Read);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <param name="Case">The case file.</param>
/// <param name="Type">The document's type.</param>
/// <param name="Pdf">Where it is; the .docx and the .txt lie beside it.</param>
internal sealed record SampleFile(string Case, string Type, string Pdf)
{
    public string Name => $"{Type} of {Path.GetFileNameWithoutExtension(Case)}";

    public string Docx => Path.ChangeExtension(Pdf, ".docx");

    public string Text => Path.ChangeExtension(Pdf, ".txt");
}
