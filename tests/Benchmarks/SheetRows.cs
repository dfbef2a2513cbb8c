using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>The variations as rows of a sheet that a batch lays over case 000: a column for each value in which one differs.</summary>
internal static class SheetRows
{
    public static int Write(string path, int count)
    {
        var sample = Values(Variations.Sample);
        var columns = Values(Variations.Yaml(1)).Where(each => sample[each.Key] != each.Value).Select(each => each.Key).ToList();
        using var sheet = new StreamWriter(path);
        sheet.WriteLine(string.Join(',', columns.Prepend("案件编号")));
        for (var n = 0; n < count; n++)
        {
            var values = Values(Variations.Yaml(n));
            sheet.WriteLine(string.Join(',', columns.Select(column => Quoted(values[column])).Prepend($"{n:D5}")));
        }

        return 0;
    }

    // The texts of a list are the lines of one cell.
    private static Dictionary<string, string> Values(SourceText text) =>
        CaseNodes.Leaves(CaseReader.Read(text, new())!)
            .GroupBy(leaf => leaf.Path.Value is [.., ']'] path ? path[..path.LastIndexOf('[')] : leaf.Path.Value, CaseNodes.TextOf)
            .ToDictionary(each => each.Key, each => string.Join('\n', each));

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
