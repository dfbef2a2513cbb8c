using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>Reads <c>_law/subjects.yaml</c>.</summary>
internal static class SubjectFile
{
    public static ILookup<string, ArticleSubject> ReadSubjects(LawNode file, IReadOnlyDictionary<string, Instrument> instruments) =>
        (from member in file.Object("subjects").Members()
         let instrument = Known(member.Node, member.Name, instruments)
         where instrument is not null
         from item in Items(member.Node)
         let subject = ReadSubject(item, instrument)
         where subject is not null
         select (instrument.Id, subject)).ToLookup(each => each.Id, each => each.subject, StringComparer.Ordinal);

    public static ImmutableArray<NeededProvision> ReadNeeded(LawNode file, IReadOnlyDictionary<string, Instrument> instruments) =>
        [.. file.List("needed").Select(node => new NeededProvision(node.Text("at"), node.Text("about"), ReadConditions(node), [.. ReadAny(node, instruments)])
        {
            Words = [.. node.ListOrNone("words").Select(word => word.Text())],
        })];

    private static IEnumerable<LawNode> Items(LawNode node) => node.Node is DataList list ? list.Items.Select(item => new LawNode(item, node.Diagnostics)) : [];

    private static ArticleSubject? ReadSubject(LawNode node, Instrument instrument) =>
        ArticleNumber.Parse(node.Text("article")) is { } article && instrument.InForce is { } force
            ? new(article, new(node.DateOrNone("from") ?? force.From, node.DateOrNone("to") ?? force.To), node.Text("about"))
            {
                Words = [.. node.ListOrNone("words").Select(word => word.Text())],
                When = ReadConditions(node),
                Topics = [.. node.ListOrNone("topics").Select(topic => topic.Text())],
            }
            : Bad(node);

    private static ArticleSubject? Bad(LawNode node)
    {
        node.Diagnostics.Add(LawErrors.BadLawArticle(node.Node));
        return null;
    }

    private static Instrument? Known(LawNode node, string id, IReadOnlyDictionary<string, Instrument> instruments)
    {
        if (instruments.TryGetValue(id, out var instrument))
        {
            return instrument;
        }

        node.Diagnostics.Add(LawErrors.UnknownInstrumentInLaw(node.Node, id, NearestName.Find(id, instruments.Keys)));
        return null;
    }

    /// <summary>Each as <c>civil_code 1182</c>.</summary>
    private static IEnumerable<(Instrument Instrument, ArticleNumber Article)> ReadAny(LawNode node, IReadOnlyDictionary<string, Instrument> instruments)
    {
        foreach (var item in node.List("any"))
        {
            var parts = item.Text().Split(' ');
            if (Known(item, parts[0], instruments) is not { } instrument)
            {
                continue;
            }

            if (parts.Length == 2 && ArticleNumber.Parse(parts[1]) is { } article)
            {
                yield return (instrument, article);
            }
            else
            {
                node.Diagnostics.Add(LawErrors.BadLawArticle(item.Node));
            }
        }
    }

    private static ImmutableArray<CaseCondition> ReadConditions(LawNode node) =>
        [.. node.ListOrNone("when").Select(each => CaseCondition.Parse(each.Text()))];
}
