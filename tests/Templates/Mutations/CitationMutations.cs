using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>Slips in citations: the neighbouring article, a stale or premature one, another law, paragraph or item.</summary>
internal static class CitationMutations
{
    private static readonly Dictionary<string, string> OtherLaws = new(StringComparer.Ordinal)
    {
        ["中华人民共和国民法典"] = "中华人民共和国民法总则",
        ["中华人民共和国民法总则"] = "中华人民共和国民法典",
        ["中华人民共和国侵权责任法"] = "中华人民共和国民法典",
        ["中华人民共和国个人信息保护法"] = "中华人民共和国网络安全法",
        ["中华人民共和国网络安全法"] = "中华人民共和国个人信息保护法",
        ["中华人民共和国消费者权益保护法"] = "中华人民共和国未成年人保护法",
        ["中华人民共和国刑法"] = "中华人民共和国刑事诉讼法",
        ["儿童个人信息网络保护规定"] = "未成年人网络保护条例",
    };

    private static readonly Dictionary<decimal, decimal> Renumbered = new() { [40] = 42, [41] = 43, [42] = 44, [44] = 46, [64] = 71 };

    public static IEnumerable<Mutation> Of(DataObject data) =>
        CaseTree.Facts(data).OfType<DataObject>()
            .Where(node => node.Find("instrument") is DataText && node.Find("article") is DataNumber)
            .SelectMany(citation => (IEnumerable<Mutation>)[.. Articles(data, citation), .. Parts(data, citation), .. Laws(data, citation), .. Dropped(data, citation)]);

    private static IEnumerable<Mutation> Articles(DataObject data, DataObject citation)
    {
        var article = (DataNumber)citation.Find("article")!;
        foreach (var other in (decimal[])[article.Value - 1, article.Value + 1])
        {
            yield return new("article swapped", article.Path, $"{other}", CaseTree.Replace(data, article, other));
        }

        if (((DataText)citation.Find("instrument")!).Value == "中华人民共和国网络安全法" && Renumbered.TryGetValue(article.Value, out var later))
        {
            yield return new("article of another date", article.Path, $"{later}", CaseTree.Replace(data, article, later));
        }
    }

    private static IEnumerable<Mutation> Parts(DataObject data, DataObject citation) =>
        from name in (string[])["article_suffix", "paragraph", "item"]
        let part = citation.Find(name) as DataNumber
        where part is not null
        from other in (decimal[])[part.Value - 1, part.Value + 1]
        where other > 0
        select new Mutation("article swapped", part.Path, $"{other}", CaseTree.Replace(data, part, other));

    private static IEnumerable<Mutation> Laws(DataObject data, DataObject citation) =>
        from name in new[] { (DataText)citation.Find("instrument")! }
        let other = OtherLaws.GetValueOrDefault(name.Value)
        where other is not null
        select new Mutation("another law", name.Path, other, CaseTree.Replace(data, name, other));

    /// <summary>A provision of the reasoning left out.</summary>
    private static IEnumerable<Mutation> Dropped(DataObject data, DataObject citation) =>
        citation.Path.Value.StartsWith("$.reasoning.civil.provisions[", StringComparison.Ordinal)
            ? [new("provision left out", citation.Path, "—", CaseTree.Replace(data, citation.Path, null))]
            : [];
}
