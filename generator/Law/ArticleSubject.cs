using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>What an article is about, and where it may be cited.</summary>
/// <param name="Article">As it is cited.</param>
/// <param name="Period">When the number meant this.</param>
/// <param name="About">What it says.</param>
internal sealed record ArticleSubject(ArticleNumber Article, LawPeriod Period, string About)
{
    /// <summary>Words one of which stands in whatever cites it; empty where the wording does not tell.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What must hold of the case.</summary>
    public ImmutableArray<CaseCondition> When { get; init; } = [];

    /// <summary>Topics that cite it.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    public bool Fits(CaseFacts facts, string context) =>
        When.All(condition => condition.Holds(facts))
        && (Words.IsEmpty || Words.Any(word => context.Contains(word, StringComparison.Ordinal)));
}

/// <summary>Provisions one of which the reasoning cannot do without.</summary>
/// <param name="At">The list it belongs in.</param>
/// <param name="About">What is then grounded.</param>
/// <param name="When">What must hold of the case.</param>
/// <param name="Any">Any of these that is in force will do.</param>
internal sealed record NeededProvision(
    string At,
    string About,
    ImmutableArray<CaseCondition> When,
    ImmutableArray<(Instrument Instrument, ArticleNumber Article)> Any)
{
    /// <summary>Only where the reasoning has one of these words; empty for always.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}

/// <summary>A condition on the facts: <c>liability.mode=joint</c>, <c>claims[].kind=stop|apologise</c>, <c>reasoning.civil</c>.</summary>
/// <param name="Path"><c>[]</c> stands for every item of a list.</param>
/// <param name="Values">One of them must be there; empty for anything.</param>
internal sealed record CaseCondition(string Path, ImmutableArray<string> Values)
{
    public static CaseCondition Parse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new(text, []) : new(text[..at], [.. text[(at + 1)..].Split('|')]);
    }

    public bool Holds(CaseFacts facts) => Found(facts.Data, Path.Split('.'), 0).Any(node => Values.IsEmpty || Values.Contains(Written(node)));

    private static IEnumerable<DataNode> Found(DataNode node, string[] steps, int next)
    {
        if (next == steps.Length)
        {
            return [node];
        }

        var isList = steps[next].EndsWith("[]", StringComparison.Ordinal);
        var child = (node as DataObject)?.Find(isList ? steps[next][..^2] : steps[next]);
        return child switch
        {
            null or DataNull => [],
            DataList list when isList => list.Items.SelectMany(item => Found(item, steps, next + 1)),
            _ => Found(child, steps, next + 1),
        };
    }

    private static string Written(DataNode node) => node switch
    {
        DataText text => text.Value,
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        _ => "",
    };
}
