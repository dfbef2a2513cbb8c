using System.Text.RegularExpressions;
using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Templating;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Law;

/// <summary>What the author's guide says of the legal functions is what they do.</summary>
public sealed partial class AuthorsGuideTests
{
    private static readonly ScribanEngine Engine = new(LegalFunctions.Create(LawFiles.Library), _ => null);

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (Match match in Example().Matches(Guide()))
        {
            examples.Add(match.Groups["template"].Value, match.Groups["result"].Value);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_the_result_beside_it(string template, string result)
    {
        var diagnostics = new DiagnosticBag();
        var options = new RenderOptions(MissingMembers.Error, RenderLimits.Default, new(2024, 10, 28));
        var text = Engine.Parse(new("guide", template), diagnostics).Render(DataObject.Empty, options, diagnostics, CancellationToken.None);

        Assert.Empty(diagnostics.Items);
        Assert.Equal(result.Replace('⏎', '\n'), text.Text);
    }

    [Fact]
    public void Every_function_has_an_example() =>
        Assert.Empty(
            from function in LegalFunctions.Create(LawFiles.Library)
            where !Guide().Contains($"`{function.Name}", StringComparison.Ordinal)
            select function.Name);

    [Fact]
    public void Every_topic_of_citation_is_listed_and_every_listed_one_exists()
    {
        var guide = Guide();
        var section = guide[guide.IndexOf("### Topics of `legal.cite`", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
        var listed = TopicName().Matches(section).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(LawFiles.Library.TopicNames, listed.Order(StringComparer.Ordinal));
    }

    private static string Guide() => File.ReadAllText(Repository.PathTo("templates", "README.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("\\| `(?<template>\\{\\{ legal\\.[^`]*\\}\\})` \\| (?<result>[^|\n]*?) \\|", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex("`(?<name>[a-z0-9_]+)`(?! and|,? the| by)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TopicName();
}
