using System.Globalization;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

/// <summary>A case of <c>templates/_cases</c>, with short ways to what a test asks about.</summary>
internal sealed class SampleCase
{
    private SampleCase(string name, DataObject root)
    {
        Name = name;
        Root = root;
    }

    public string Name { get; }

    public DataObject Root { get; }

    /// <summary>File names without ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathTo("templates", "_cases"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<SampleCase> All => Names.Select(Load);

    public static SampleCase Load(string name)
    {
        var diagnostics = new DiagnosticBag();
        var path = Repository.PathTo("templates", "_cases", $"{name}.yaml");
        var root = CaseReader.Read(CaseFile.Load(path, diagnostics)!, diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(name, root!);
    }

    /// <summary>The value at a dotted path; null where the case has none.</summary>
    public DataNode? Find(string path) => Find(Root, path);

    public static DataNode? Find(DataNode from, string path) =>
        path.Split('.').Aggregate<string, DataNode?>(from, (node, name) => (node as DataObject)?.Find(name));

    public DateOnly? DateAt(string path) => DateAt(Root, path);

    public static DateOnly? DateAt(DataNode from, string path) =>
        Find(from, path) is DataText text ? DateOnly.ParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public IEnumerable<DataObject> Objects(string path) => List(Root, path).Cast<DataObject>();

    public static IEnumerable<DataNode> List(DataNode from, string path) => Find(from, path) is DataList list ? list.Items : [];

    public static IEnumerable<string> Texts(DataNode from, string path) => List(from, path).Cast<DataText>().Select(item => item.Value);

    public static string? Text(DataNode from, string path) => (Find(from, path) as DataText)?.Value;

    public static decimal? Number(DataNode from, string path) => (Find(from, path) as DataNumber)?.Value;

    /// <summary>Every member of every object of the case, outermost first.</summary>
    public IEnumerable<DataMember> Members() => Members(Root);

    private static IEnumerable<DataMember> Members(DataNode node) => node switch
    {
        DataObject found => found.Members.SelectMany(member => Members(member.Value).Prepend(member)),
        DataList list => list.Items.SelectMany(Members),
        _ => [],
    };
}
