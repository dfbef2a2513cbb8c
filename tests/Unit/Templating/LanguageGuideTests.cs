using System.Text.RegularExpressions;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Templating;

/// <summary>What the author's guide says of the language is what the engine does.</summary>
public sealed partial class LanguageGuideTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (Match match in Example().Matches(Section()))
        {
            examples.Add(match.Groups["template"].Value.Replace("\\|", "|", StringComparison.Ordinal), match.Groups["result"].Value);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_the_result_beside_it(string template, string result)
    {
        var rendered = Rendered.From(template);

        Assert.Empty(rendered.Diagnostics);
        Assert.Equal(result, rendered.Text.Trim());
    }

    [Fact]
    public void The_section_has_its_examples() => Assert.True(Example().Count(Section()) > 15);

    private static string Section()
    {
        var guide = File.ReadAllText(Repository.PathTo("templates", "README.md")).ReplaceLineEndings("\n");
        var start = guide.IndexOf("\n## The language\n", StringComparison.Ordinal);
        return guide[start..guide.IndexOf("\n## ", start + 5, StringComparison.Ordinal)];
    }

    [GeneratedRegex("\\| `(?<template>\\{[^`]*\\})` \\| (?<result>[^|\n]*) \\|\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
