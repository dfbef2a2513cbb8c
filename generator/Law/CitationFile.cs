using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>Reads <c>_law/citations.yaml</c>.</summary>
internal static class CitationFile
{
    public static Dictionary<string, CitationTopic> Read(LawNode file, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var topics = new Dictionary<string, CitationTopic>(StringComparer.Ordinal);
        foreach (var (id, node) in file.Object("topics").Members())
        {
            var provisions = node.List("provisions").Select(each => ReadProvision(each, instruments)).OfType<Provision>();
            var topic = new CitationTopic(id, node.Text("label"), ReadBasis(node), [.. provisions]);
            topics[id] = topic;
            foreach (var alias in node.ListOrNone("aliases"))
            {
                topics[alias.Text()] = topic;
            }
        }

        return topics;
    }

    private static CitationBasis ReadBasis(LawNode node)
    {
        switch (node.Text("basis"))
        {
            case "act":
                return CitationBasis.Act;
            case "document":
                return CitationBasis.Document;
            default:
                node.Diagnostics.Add(LawErrors.UnknownBasis(node.Node));
                return CitationBasis.Document;
        }
    }

    private static Provision? ReadProvision(LawNode node, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var id = node.Text("instrument");
        if (!instruments.TryGetValue(id, out var instrument))
        {
            node.Diagnostics.Add(LawErrors.UnknownInstrumentInLaw(node.Node, id, NearestName.Find(id, instruments.Keys)));
            return null;
        }

        if (instrument.InForce is not { } inForce)
        {
            node.Diagnostics.Add(LawErrors.CitedDraft(node.Node, id));
            return null;
        }

        var period = new LawPeriod(node.DateOrNone("from") ?? inForce.From, node.DateOrNone("to") ?? inForce.To);
        if (!inForce.Contains(period.From) || !inForce.Contains(period.To) || period.From > period.To)
        {
            node.Diagnostics.Add(LawErrors.OutsideForce(node.Node, id));
            return null;
        }

        return new(instrument, period, [.. node.List("articles").Select(article => article.Article()).OfType<ArticleNumber>()]);
    }
}
