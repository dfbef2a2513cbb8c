using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>A newcomer adds a document type with two files and no C#.</summary>
public sealed class NewDocumentTypeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Two_files_make_a_document_type()
    {
        CopyTemplates();
        var target = Directory.CreateDirectory(Path.Combine(_folder, "working-letter")).FullName;
        File.WriteAllText(Path.Combine(target, "type.yaml"), """
            title: 工作函
            title_en: Working letter
            version: "1"
            style: official
            file_name: 工作函-{{ id }}
            needs: [office.name]
            """);
        File.WriteAllText(Path.Combine(target, "template.sbn"), "# 工作函\n\n{{ office.name }}就{{ matter.title }}致函。\n");
        var sample = Office.Sample("003-maternity-nanny");
        var documents = (DataObject)sample.Data.Find("documents")!;
        var bearing = sample with
        {
            Data = sample.Data with
            {
                Members = [.. sample.Data.Members.Select(member => member.Name == "documents"
                    ? member with { Value = documents with { Members = documents.Members.Add(new("working-letter", null, DataObject.Empty)) } }
                    : member)],
            },
        };

        var catalog = Office.Open(_folder);
        var type = catalog.Find("working-letter", new())!;
        var result = Office.GeneratorFor(catalog).Generate(type, bearing, new(OutputFormats.Docx), CancellationToken.None);

        Assert.Empty(result.Diagnostics);
        Assert.Equal("工作函-003.docx", Assert.Single(result.Files).Name);
        Assert.Contains("上海市静安区人民检察院就", DocumentPrinter.Print(result.Document!), StringComparison.Ordinal);
    }

    private void CopyTemplates()
    {
        foreach (var folder in (string[])["_case", "_types", "_styles", "_law", "_partials"])
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathTo("templates", folder)))
            {
                Directory.CreateDirectory(Path.Combine(_folder, folder));
                File.Copy(file, Path.Combine(_folder, folder, Path.GetFileName(file)));
            }
        }
    }
}
