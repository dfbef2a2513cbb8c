using System.Globalization;
using PiiDocs.Cases;
using PiiDocs.Cases.Tables;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases.Tables;

/// <summary>Tables in a folder of their own, read with the project's own schema.</summary>
public abstract class TableTest : IDisposable
{
    private static readonly Lazy<CaseSchema> OwnSchema = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        var text = File.ReadAllText(Repository.PathTo("templates", "_case", "schema.json"));
        return CaseSchema.Compile(CaseReader.Read(new("schema.json", text), diagnostics)!, diagnostics)!;
    });

    private protected static CaseSchema Schema => OwnSchema.Value;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("piidocs-tables-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string PathTo(string name) => Path.Combine(Folder, name);

    private protected string Workbook(params (string Name, string Inside)[] sheets)
    {
        TestWorkbook.Write(PathTo("登记表.xlsx"), sheets);
        return "登记表.xlsx";
    }

    private protected string Text(string name, string text)
    {
        File.WriteAllText(PathTo(name), text);
        return name;
    }

    /// <summary>Everything the source gives: cases as <c>path=value</c> lines, and what was found, as messages show it.</summary>
    private protected TableReading Read(string name, DataObject? over = null)
    {
        var diagnostics = new DiagnosticBag();
        var cases = new List<(string Id, DataObject? Data)>();
        if (CaseTables.Open(PathTo(name), name, Schema, diagnostics) is { } source)
        {
            var atEnd = new DiagnosticBag();
            foreach (var each in source.Read(atEnd))
            {
                cases.Add((each.Id, each.Read(over, diagnostics)));
            }

            diagnostics.AddRange(atEnd.Items);
        }

        return new(cases, [.. diagnostics.Items]);
    }

    private protected sealed record TableReading(List<(string Id, DataObject? Data)> Cases, List<Diagnostic> Findings)
    {
        public IEnumerable<string> Places => Findings.Select(each => $"{each.Location}: {each.Code}");

        /// <summary>The value at a path: a text in quotes, a number or a flag as it is; empty where there is none.</summary>
        public string ValueOf(string id, string path) =>
            Find(Cases.First(each => each.Id == id).Data!, path) switch
            {
                DataText text => $"\"{text.Value}\"",
                DataNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
                DataFlag flag => flag.Value ? "true" : "false",
                DataList list => string.Join('|', list.Items.OfType<DataText>().Select(item => item.Value)),
                _ => "",
            };

        public DataNode? NodeAt(string id, string path) => Find(Cases.First(each => each.Id == id).Data!, path);

        private static DataNode? Find(DataNode node, string path) =>
            path.Split('.').Aggregate<string, DataNode?>(node, (at, step) =>
                int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? (at as DataList)?.Items.ElementAtOrDefault(index) : (at as DataObject)?.Find(step));
    }
}
