using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>What is cited concerns the matter it is cited for, stands once and in order, and nothing that grounds the claims is left out.</summary>
internal static class SubjectChecks
{
    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. input.Citations.SelectMany(citation => Fitting(input, citation)), .. Lists(input), .. Needed(input)];

    /// <summary>An article of which the law data says nothing, though it does of others of the instrument.</summary>
    public static IEnumerable<Finding> Listed(CheckInput input, CaseCitation citation)
    {
        var subjects = input.Law.Subjects[citation.Instrument.Id].ToList();
        if (subjects.Count > 0 && !subjects.Exists(subject => subject.Article.Whole == citation.Article.Whole))
        {
            yield return Finding.Of(
                citation.Node,
                $"{Name(citation)}不在法律数据所列可引的条文中，核对是否引错",
                $"{citation.Instrument.Id} {citation.Article.ToShortText()} is not among the articles the law data knows; check it");
        }
    }

    private static IEnumerable<Finding> Fitting(CheckInput input, CaseCitation citation)
    {
        foreach (var finding in Listed(input, citation))
        {
            yield return finding;
        }

        var known = input.Law.Subjects[citation.Instrument.Id].Where(subject => subject.Article.Whole == citation.Article.Whole).ToList();
        if (citation.Article.Paragraph > 0
            && known.Any(subject => subject.Article.Paragraph > 0)
            && !known.Any(subject => subject.Article.Paragraph == citation.Article.Paragraph))
        {
            yield return Finding.Of(
                citation.Node,
                $"{Name(citation)}不在法律数据所列可引的款中，核对是否引错",
                $"{citation.Instrument.Id} {citation.Article.ToShortText()} is not among the paragraphs the law data knows; check it");
            yield break;
        }

        var meant = Meant(known.Where(subject => citation.Days.Any(day => subject.Period.Contains(day.Date))), citation.Article);
        var context = Context(input, citation.Node);
        if (meant.Count > 0 && !meant.Exists(subject => subject.Fits(input.Case, context)))
        {
            yield return Finding.Of(
                citation.Node,
                $"{Name(citation)}规定的是“{meant[0].About}”，与此处所述的事项不合",
                $"{citation.Instrument.Id} {citation.Article.ToShortText()} is about something else than it is cited for");
        }
    }

    private static string Name(CaseCitation citation) => $"{citation.Instrument.NameIn(shortForm: false)}{citation.Article}";

    /// <summary>The very provision, or the article it is part of, or the parts of the article that is cited as a whole.</summary>
    private static List<ArticleSubject> Meant(IEnumerable<ArticleSubject> subjects, ArticleNumber article)
    {
        var all = subjects.ToList();
        var exact = all.FindAll(subject => subject.Article == article);
        return exact.Count > 0 ? exact
            : all.FindAll(subject => article.IsWithin(subject.Article)) is { Count: > 0 } whole ? whole
            : article == article.Whole ? all
            : [];
    }

    private static IEnumerable<Finding> Lists(CheckInput input)
    {
        foreach (var list in input.Citations.GroupBy(citation => CaseCitations.ListOf(citation.Node)))
        {
            CaseCitation? last = null;
            foreach (var citation in list)
            {
                if (last is { } before && before.Instrument == citation.Instrument && citation.Article <= before.Article)
                {
                    yield return Finding.Of(
                        citation.Node,
                        citation.Article == before.Article ? "同一条文引了两次" : "同一规范的条文没有按条号顺序引用",
                        citation.Article == before.Article ? "the same provision is cited twice" : "articles of one instrument are out of order");
                }

                last = citation;
            }
        }
    }

    private static IEnumerable<Finding> Needed(CheckInput input)
    {
        if (input.Case.Day("matter.law_act_date") is not { } act)
        {
            yield break;
        }

        foreach (var needed in input.Law.NeededProvisions)
        {
            var inForce = needed.Any.Where(each => each.Instrument.IsInForceOn(act.Day)).ToList();
            if (inForce.Count == 0 || input.Case.Find(needed.At) is not { } list || !needed.When.All(condition => condition.Holds(input.Case)) || !Speaks(input, needed))
            {
                continue;
            }

            var cited = input.Citations.Where(citation => list.Path.Holds(citation.Node.Path)).ToList();
            if (!inForce.Exists(each => cited.Exists(citation => citation.Instrument == each.Instrument && citation.Article.Whole == each.Article.Whole)))
            {
                yield return Finding.Of(
                    list,
                    $"没有引用关于“{needed.About}”的条文，如{inForce[0].Instrument.NameIn(shortForm: false)}{inForce[0].Article}",
                    $"nothing is cited for this ground, for instance {inForce[0].Instrument.Id} {inForce[0].Article.ToShortText()}");
            }
        }
    }

    private static bool Speaks(CheckInput input, NeededProvision needed)
    {
        if (needed.Words.IsEmpty)
        {
            return true;
        }

        var text = WordsAt(input, needed.At[..needed.At.LastIndexOf('.')]);
        return needed.Words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The words of the group a citation stands in, names of instruments left out.</summary>
    private static string Context(CheckInput input, DataNode citation)
    {
        var list = CaseCitations.ListOf(citation);
        return WordsAt(input, list[..list.LastIndexOf('.')].Replace("$.", "", StringComparison.Ordinal));
    }

    private static string WordsAt(CheckInput input, string path)
    {
        if (!input.Words.TryGetValue(path, out var words))
        {
            var texts = new List<string>();
            if (input.Case.Find(path) is { } owner)
            {
                Collect(owner, texts);
            }

            words = string.Join('\n', texts);
            input.Words.Add(path, words);
        }

        return words;
    }

    private static void Collect(DataNode node, List<string> texts)
    {
        switch (node)
        {
            case DataText text:
                texts.Add(text.Value);
                break;
            case DataList list:
                foreach (var item in list.Items)
                {
                    Collect(item, texts);
                }

                break;
            case DataObject value when !CaseCitations.IsCitation(value):
                foreach (var member in value.Members)
                {
                    Collect(member.Value, texts);
                }

                break;
        }
    }
}
