using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Finds the provisions that topics and citations of a case mean on the dates of a document.</summary>
/// <param name="Law">Where topics and instruments are looked up.</param>
/// <param name="On">Date of the document: procedure.</param>
/// <param name="Act">Day the act ended: substance; null where the template gives none.</param>
internal readonly record struct CitationDates(LawLibrary Law, DateOnly On, DateOnly? Act)
{
    /// <summary>Ends a topic that is left out where it has no provision in force.</summary>
    private const char Optional = '?';

    /// <param name="grounds">A topic, a citation of the case, or a list of them.</param>
    public Reading<ImmutableArray<Provision>> Find(object? grounds)
    {
        var provisions = ImmutableArray.CreateBuilder<Provision>();
        foreach (var ground in grounds is IReadOnlyList<object?> list ? list : [grounds])
        {
            var found = ground switch
            {
                string topic => OfTopic(topic),
                IReadOnlyDictionary<string, object?> citation => OfCitation(citation),
                _ => FunctionErrors.WrongArgument("topics", "引用主题、法条或其列表", "a citation topic, a citation or a list of them"),
            };
            if (found.Problem is { } problem)
            {
                return problem;
            }

            provisions.AddRange(found.Value);
        }

        return provisions.ToImmutable();
    }

    /// <summary>What a topic cites; nothing where none of its provisions is in force.</summary>
    public Reading<TopicOnDate> InForce(string id)
    {
        if (!Law.Topics.TryGetValue(id, out var topic))
        {
            return FunctionErrors.UnknownTopic(id, NearestName.Find(id, Law.Topics.Keys));
        }

        return (topic.Basis == CitationBasis.Act ? Act : On) is { } date
            ? new TopicOnDate(topic, date, [.. topic.InForceOn(date)])
            : FunctionErrors.NeedsActDate(topic);
    }

    private Reading<ImmutableArray<Provision>> OfTopic(string written)
    {
        var id = written.TrimEnd(Optional);
        var found = InForce(id);
        return found.Problem is { } problem ? problem
            : found.Value.Provisions.IsEmpty && id.Length == written.Length ? FunctionErrors.NotInForce(found.Value.Topic, found.Value.Date)
            : found.Value.Provisions;
    }

    /// <summary>A citation of the case: <c>{instrument, article, article_suffix, paragraph, item}</c>.</summary>
    private Reading<ImmutableArray<Provision>> OfCitation(IReadOnlyDictionary<string, object?> citation)
    {
        if (citation.GetValueOrDefault("instrument") is not string name)
        {
            return FunctionErrors.MissingMember("instrument");
        }

        if (Law.FindInstrument(name) is not { } instrument)
        {
            return FunctionErrors.UnknownInstrument(name, NearestName.Find(name, Law.Instruments.Values.Select(each => each.Name)));
        }

        if (!instrument.IsInForceOn(On) && !(Act is { } act && instrument.IsInForceOn(act)))
        {
            return FunctionErrors.CitedOutOfForce(instrument);
        }

        return Article(citation) is { } article
            ? ImmutableArray.Create(new Provision(instrument, instrument.InForce!, [article]))
            : FunctionErrors.NotAnArticle("article");
    }

    private static ArticleNumber? Article(IReadOnlyDictionary<string, object?> citation)
    {
        var names = (string[])["article", "article_suffix", "paragraph", "item"];
        var numbers = names.Select(name => Number(citation.GetValueOrDefault(name))).ToArray();
        return numbers.Any(number => number is null) || numbers[0] == 0
            ? null
            : new(numbers[0]!.Value, numbers[1]!.Value, numbers[2]!.Value, numbers[3]!.Value);
    }

    private static int? Number(object? value) => value switch
    {
        null => 0,
        decimal number when number is >= 0 and < 10_000 && decimal.Truncate(number) == number => (int)number,
        _ => null,
    };
}

/// <param name="Topic">What is cited.</param>
/// <param name="Date">The date that decides.</param>
/// <param name="Provisions">Those in force on it.</param>
internal sealed record TopicOnDate(CitationTopic Topic, DateOnly Date, ImmutableArray<Provision> Provisions);
