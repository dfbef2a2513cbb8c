using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Law;

/// <summary>The law files of the checkout, and small ones written in a test.</summary>
internal static class LawFiles
{
    private static readonly Lazy<LawLibrary> Read = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var library = LawLibrary.Read(Parsed(diagnostics), diagnostics);
        Assert.Empty(diagnostics.Items);
        return library;
    });

    /// <summary>The law of <c>templates/_law</c>.</summary>
    public static LawLibrary Library => Read.Value;

    /// <summary>Each file of <c>templates/_law</c>, by name.</summary>
    public static Dictionary<string, DataObject> Parsed(DiagnosticBag diagnostics) =>
        LawLibrary.FileNames.ToDictionary(
            name => name,
            name => CaseReader.Read(Source(name), diagnostics) ?? DataObject.Empty,
            StringComparer.Ordinal);

    public static DataObject Yaml(string text)
    {
        var diagnostics = new DiagnosticBag();
        var data = CaseReader.Read(new("test.yaml", text), diagnostics);
        Assert.Empty(diagnostics.Items);
        return data!;
    }

    private static SourceText Source(string name)
    {
        var path = Repository.PathTo("templates", "_law", name + ".yaml");
        return new(path, File.ReadAllText(path));
    }
}
