using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Documents that are fit for publication pass: at most one false alarm in ten pages.</summary>
public sealed partial class FalseAlarmTests
{
    private const double AlarmsPerPage = 0.1;
    private const int CharactersPerPage = 600;

    [Fact]
    public void Approved_texts_without_identifiers_are_clean()
    {
        var texts = Directory.EnumerateFiles(Repository.PathTo("templates"), "*.txt", SearchOption.AllDirectories)
            .Where(path => path.Contains("approved", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: Masked(File.ReadAllText(path))))
            .ToList();
        var pages = texts.Sum(each => (double)each.Text.Length / CharactersPerPage);

        var alarms = (from each in texts
                      from hit in Planted.Blocking(each.Text, Planted.Profile)
                      select $"{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(each.Path)))} {hit.Rule} {hit.Place.Unit.Number} {hit.Masked}").ToList();

        Assert.True(pages > 50, $"{pages} pages are too few to judge by");
        Assert.True(alarms.Count <= pages * AlarmsPerPage, $"{alarms.Count} alarms in {pages:F0} pages: {string.Join("; ", alarms.Take(40))}");
    }

    [Fact]
    public void Legal_data_files_are_clean()
    {
        var alarms = from path in Directory.EnumerateFiles(Repository.PathTo("templates", "_law"), "*.yaml")
                     from hit in Planted.Blocking(File.ReadAllText(path), Planted.Profile)
                     select $"{Path.GetFileName(path)} {hit.Rule} {hit.Place.Unit.Number} {hit.Masked}";

        Assert.Empty(alarms);
    }

    /// <summary>As a publication masks: numbers, addresses below the district, days of birth, telephones of persons.</summary>
    private static string Masked(string text)
    {
        text = Identity().Replace(text, "9900001990********");
        text = Birth().Replace(text, "$1年××月××日出生");
        text = Telephone().Replace(text, "12309");
        return Address().Replace(Credit().Replace(text, "××"), "$1");
    }

    [GeneratedRegex("99[0-9]{15}[0-9X]")]
    private static partial Regex Identity();

    [GeneratedRegex("([0-9]{4})年[0-9]{1,2}月[0-9]{1,2}日出生")]
    private static partial Regex Birth();

    [GeneratedRegex("000-?[0-9]{8}")]
    private static partial Regex Telephone();

    [GeneratedRegex("9[0-9A-Z]{17}")]
    private static partial Regex Credit();

    [GeneratedRegex("([区县市])示例路[0-9]+(?:弄[0-9]+)?号(?:[0-9]+室)?")]
    private static partial Regex Address();
}
