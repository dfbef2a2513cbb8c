using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Documents;

/// <summary>The style sheets that offices use, from <c>templates/_styles</c>.</summary>
internal static class StyleFiles
{
    private static readonly Lazy<StyleSheet> LazyProcuratorial = new(() => Read("procuratorial"));

    public static StyleSheet Procuratorial => LazyProcuratorial.Value;

    public static StyleSheet Read(string name)
    {
        var path = Repository.PathTo("templates", "_styles", name + ".yaml");
        return Parse(File.ReadAllText(path));
    }

    public static StyleSheet Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        var data = CaseReader.Read(new("sheet.yaml", text), diagnostics);
        var sheet = data is null ? null : StyleSheetReader.Read(data, diagnostics);
        Assert.Empty(diagnostics.Items);
        return Assert.IsType<StyleSheet>(sheet);
    }
}
