using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>What the fields of a case cite: <c>{instrument, article, article_suffix, paragraph, item}</c>.</summary>
internal static class CaseCitations
{
    private static readonly Part[] Parts =
    [
        new("$.opinion.", "procuratorial-opinion"),
        new("$.recommendations.administrative.", "procuratorial-recommendation-administrative"),
        new("$.recommendations.governance.", "procuratorial-recommendation-governance"),
        new("$.parties", "procuratorial-recommendation-administrative"),
    ];

    /// <summary>Every citation of an instrument the law data knows.</summary>
    public static IEnumerable<CaseCitation> Of(CheckInput input)
    {
        var all = DaysOf(input);
        var act = DecidingDay.Of(input.Case.Day("matter.law_act_date"));
        return from node in Objects(input.Case.Data)
               where IsCitation(node)
               let instrument = input.Law.FindInstrument(CaseFacts.TextOf(node.Find("instrument"))!)
               where instrument is not null
               select new CaseCitation(instrument, ArticleOf(node), node, DaysOf(input, node, act) ?? all);
    }

    public static bool IsCitation(DataObject node) => node.Find("instrument") is DataText && node.Find("article") is DataNumber;

    /// <summary>Every group of the case, outermost first.</summary>
    public static List<DataObject> Objects(DataNode node)
    {
        var objects = new List<DataObject>();
        Collect(node, objects);
        return objects;
    }

    private static void Collect(DataNode node, List<DataObject> objects)
    {
        switch (node)
        {
            case DataObject value:
                objects.Add(value);
                foreach (var member in value.Members)
                {
                    Collect(member.Value, objects);
                }

                break;
            case DataList list:
                foreach (var item in list.Items)
                {
                    Collect(item, objects);
                }

                break;
        }
    }

    /// <summary>The path of the list, or of the field, that holds a citation.</summary>
    public static string ListOf(DataNode citation)
    {
        var path = citation.Path.Value;
        return path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path;
    }

    /// <summary>Any day on which something of the case may be judged: the act, and every document.</summary>
    public static IReadOnlyList<DecidingDay> DaysOf(CheckInput input)
    {
        var documents = (input.Case.Find("documents") as DataObject)?.Members ?? [];
        return documents.Select(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date")))
            .Prepend(input.Case.Day("matter.law_act_date")).Select(DecidingDay.Of).OfType<DecidingDay>().Distinct().ToList();
    }

    /// <summary>The reasoning is judged by the law of the act; what belongs to one document by that and the law of its day.</summary>
    /// <returns>Null where any day of the case may decide.</returns>
    private static DecidingDay[]? DaysOf(CheckInput input, DataNode citation, DecidingDay? act)
    {
        var path = citation.Path.Value;
        if (path.StartsWith("$.reasoning", StringComparison.Ordinal))
        {
            return act is null ? null : [act];
        }

        var part = Array.Find(Parts, each => path.StartsWith(each.Prefix, StringComparison.Ordinal));
        return part is null || DecidingDay.Of(input.Case.DocumentDay(part.Type)) is not { } own ? null
            : act is null ? [own]
            : [own, act];
    }

    private static ArticleNumber ArticleOf(DataObject node) =>
        new(Number(node, "article"), Number(node, "article_suffix"), Number(node, "paragraph"), Number(node, "item"));

    private static int Number(DataObject node, string name) => (int)Math.Clamp(CaseFacts.NumberOf(node.Find(name)) ?? 0, 0, 9999);

    /// <summary>A part of the case that belongs to one document.</summary>
    private sealed record Part(string Prefix, string Type);
}

/// <param name="Instrument">What is cited.</param>
/// <param name="Article">With paragraph and item.</param>
/// <param name="Node">Where.</param>
/// <param name="Days">The days that decide.</param>
internal sealed record CaseCitation(Instrument Instrument, ArticleNumber Article, DataNode Node, IReadOnlyList<DecidingDay> Days);

/// <summary>A day whose law something is judged by.</summary>
internal sealed record DecidingDay(DateOnly Date)
{
    public static DecidingDay? Of(DatedFact? fact) => fact is null ? null : new(fact.Day);
}
