using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>What the fields of a case cite: <c>{instrument, article, article_suffix, paragraph, item}</c>.</summary>
internal static class CaseCitations
{
    private static readonly (string Prefix, string Type)[] Documents =
    [
        ("$.opinion.", "procuratorial-opinion"),
        ("$.recommendations.administrative.", "procuratorial-recommendation-administrative"),
        ("$.recommendations.governance.", "procuratorial-recommendation-governance"),
        ("$.parties", "procuratorial-recommendation-administrative"),
    ];

    /// <summary>Every citation of an instrument the law data knows.</summary>
    public static IEnumerable<CaseCitation> Of(CheckInput input)
    {
        var dates = DatesOf(input).ToList();
        var act = input.Case.Day("matter.law_act_date");
        return from node in Objects(input.Case.Data)
               where IsCitation(node)
               let instrument = input.Law.FindInstrument(CaseFacts.TextOf(node.Find("instrument"))!)
               where instrument is not null
               select new CaseCitation(instrument, ArticleOf(node), node, DaysOf(input, node, (dates, act)));
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
    public static IEnumerable<DateOnly> DatesOf(CheckInput input)
    {
        var documents = (input.Case.Find("documents") as DataObject)?.Members ?? [];
        return new[] { input.Case.Day("matter.law_act_date") }
            .Concat(documents.Select(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date"))))
            .OfType<DatedFact>().Select(fact => fact.Day).Distinct();
    }

    /// <summary>The reasoning is judged by the law of the act; what belongs to one document by that and the law of its day.</summary>
    private static List<DateOnly> DaysOf(CheckInput input, DataNode citation, (List<DateOnly> All, DatedFact? Act) dates)
    {
        var act = dates.Act;
        var path = citation.Path.Value;
        if (path.StartsWith("$.reasoning", StringComparison.Ordinal))
        {
            return act is null ? dates.All : [act.Day];
        }

        var document = Documents.FirstOrDefault(each => path.StartsWith(each.Prefix, StringComparison.Ordinal)).Type;
        return document is not null && input.Case.DocumentDay(document) is { } own
            ? act is null ? [own.Day] : [own.Day, act.Day]
            : dates.All;
    }

    private static ArticleNumber ArticleOf(DataObject node) =>
        new(Number(node, "article"), Number(node, "article_suffix"), Number(node, "paragraph"), Number(node, "item"));

    private static int Number(DataObject node, string name) => (int)Math.Clamp(CaseFacts.NumberOf(node.Find(name)) ?? 0, 0, 9999);
}

/// <param name="Instrument">What is cited.</param>
/// <param name="Article">With paragraph and item.</param>
/// <param name="Node">Where.</param>
/// <param name="Days">The days that decide.</param>
internal sealed record CaseCitation(Instrument Instrument, ArticleNumber Article, DataNode Node, IReadOnlyList<DateOnly> Days);
