using System.Collections;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>Every document type and every sample case that bears it: what the theories of this project walk.</summary>
public sealed class SampleDocuments : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() =>
        (from path in Directory.EnumerateFiles(Repository.PathTo("templates", "_cases"), "*.yaml").Order(StringComparer.Ordinal)
         let name = Path.GetFileNameWithoutExtension(path)
         let input = Office.Sample(name)
         from document in input.BorneDocuments
         where Office.Catalog.Folder.TypeIds.Contains(document.Name, StringComparer.Ordinal)
         select new object[] { document.Name, name }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Every document type.</summary>
public sealed class DocumentTypes : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() =>
        Office.Catalog.Folder.TypeIds.Select(id => new object[] { id }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
