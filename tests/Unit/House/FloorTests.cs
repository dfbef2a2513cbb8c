using System.Xml.Linq;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.House;

/// <summary>References go down only, and only along the lines of the table.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, string[]> Floors = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Cases"] = ["Core"],
        ["Templating"] = ["Core"],
        ["Documents"] = ["Core"],
        ["Law"] = ["Core"],
        ["Word"] = ["Documents"],
        ["Typesetting"] = ["Documents"],
        ["Pdf"] = ["Typesetting"],
        ["Privacy"] = ["Documents"],
        ["Web"] = ["Documents"],
        ["Registers"] = ["Core"],
        ["Sheets"] = ["Core"],
        ["Addin"] = ["Core"],
        ["Generation"] = ["Cases", "Templating", "Law", "Word", "Web", "Privacy", "Pdf", "Registers", "Sheets"],
        ["Cli"] = ["Generation", "Addin"],
        ["Server"] = ["Generation", "Addin"],
    };

    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Cases"] = ["CsvHelper", "ExcelDataReader", "YamlDotNet"],
        ["Law"] = ["Humanizer.Core", "Humanizer.Core.zh-CN"],
        ["Registers"] = ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
        ["Server"] = ["Microsoft.AspNetCore.OpenApi"],
        ["Word"] = ["DocumentFormat.OpenXml"],
        ["Cli"] = ["Humanizer.Core", "Humanizer.Core.zh-CN", "Spectre.Console", "System.CommandLine"],
    };

    [Fact]
    public void Every_project_stands_on_a_floor() =>
        Assert.Equal(Floors.Keys.Order(StringComparer.Ordinal), Projects().Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_reference_only_the_floor_below() =>
        Assert.All(Projects(), project =>
            Assert.Equal(Floors[NameOf(project)].Order(StringComparer.Ordinal), References(project, "ProjectReference").Order(StringComparer.Ordinal)));

    [Fact]
    public void Packages_are_used_only_where_allowed() =>
        Assert.All(Projects(), project =>
            Assert.Equal(
                Packages.GetValueOrDefault(NameOf(project), []).Order(StringComparer.Ordinal),
                References(project, "PackageReference").Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(Repository.PathTo("generator"), "*.csproj", SearchOption.AllDirectories);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static IEnumerable<string> References(string project, string kind) =>
        from reference in XDocument.Load(project).Descendants(kind)
        let target = reference.Attribute("Include")!.Value
        select target.EndsWith(".csproj", StringComparison.Ordinal) ? NameOf(target) : target;
}
