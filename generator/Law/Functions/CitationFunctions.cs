using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Citations, names of instruments and document numbers.</summary>
internal static class CitationFunctions
{
    /// <summary>Ends a topic that is left out where it has no provision in force.</summary>
    private const char Optional = '?';

    public static IEnumerable<TemplateFunction> All(LawLibrary law) =>
    [
        Function.Of("legal.article", new("条号：第二百五十三条之一第二款", "number of an article: 第二百五十三条之一第二款"),
            Arguments.Any("article"), article => WriteArticle(article)),
        Function.Of("legal.cite", new("按日期引用法条", "provisions in force on the date, in order of citation"),
            (Topics("topics"), Arguments.Day("on"), Arguments.DayOrNone("act"), Arguments.Flag("short").Or(false)),
            (topics, on, act, shortNames) => Cite(topics, new(law, on, act), shortNames)),
        Function.Of("legal.applies", new("该主题在该日期是否有现行条文", "whether a topic has a provision in force"),
            (Arguments.Text("topic"), Arguments.Day("on"), Arguments.DayOrNone("act")),
            (topic, on, act) => Find([topic], new(law, on, act)) switch
            {
                { Problem: null, Value: var found } => FunctionOutcome.Of(!found.IsEmpty),
                { Problem: { Code: "PD8024" } } => FunctionOutcome.Of(false),
                { Problem: { } problem } => FunctionOutcome.Failed(problem),
            }),
        Function.Of("legal.instrument", new("规范名称", "name of an instrument"),
            (Arguments.Text("id"), Arguments.Flag("short").Or(false)), (id, shortName) => NameOf(id, shortName, law)),
        Function.Of("legal.number", new("文号：沪静检刑附民公诉〔2024〕12号", "document number: 沪静检刑附民公诉〔2024〕12号"),
            (Arguments.Text("office"), Arguments.Text("kind"), Arguments.Whole("year", 1900, 2099), Arguments.Any("serial")),
            (office, kind, year, serial) => WriteNumber((office, kind, year), serial, law)),
    ];

    private static Parameter<ImmutableArray<string>> Topics(string name) =>
        new(name, static (value, parameter) => value switch
        {
            string topic => ImmutableArray.Create(topic),
            IReadOnlyList<object?> list when list.All(item => item is string) => list.Cast<string>().ToImmutableArray(),
            _ => FunctionErrors.WrongArgument(parameter, "引用主题或其列表", "a citation topic or a list of them"),
        });

    private static FunctionOutcome WriteArticle(object? article)
    {
        var text = article is decimal number ? CountText.Figures(number) : article as string ?? "";
        return ArticleNumber.Parse(text) is { } parsed
            ? FunctionOutcome.Of(parsed.ToString())
            : FunctionOutcome.Failed(FunctionErrors.NotAnArticle("article"));
    }

    private static FunctionOutcome Cite(ImmutableArray<string> topics, CitationDates dates, bool shortNames)
    {
        var found = Find(topics, dates);
        return found.Problem is { } problem
            ? FunctionOutcome.Failed(problem)
            : FunctionOutcome.Of(Citation.Write(found.Value, shortNames));
    }

    private static Reading<ImmutableArray<Provision>> Find(ImmutableArray<string> topics, CitationDates dates)
    {
        var provisions = ImmutableArray.CreateBuilder<Provision>();
        foreach (var written in topics)
        {
            var id = written.TrimEnd(Optional);
            if (!dates.Law.Topics.TryGetValue(id, out var topic))
            {
                return FunctionErrors.UnknownTopic(id, Suggestion.For(id, dates.Law.Topics.Keys));
            }

            if ((topic.Basis == CitationBasis.Act ? dates.Act : dates.On) is not { } date)
            {
                return FunctionErrors.NeedsActDate(topic);
            }

            var before = provisions.Count;
            provisions.AddRange(topic.InForceOn(date));
            if (provisions.Count == before && id.Length == written.Length)
            {
                return FunctionErrors.NotInForce(topic, date);
            }
        }

        return provisions.ToImmutable();
    }

    private static FunctionOutcome NameOf(string id, bool shortName, LawLibrary law) =>
        law.Instruments.TryGetValue(id, out var instrument)
            ? FunctionOutcome.Of(instrument.NameIn(shortName))
            : FunctionOutcome.Failed(FunctionErrors.UnknownInstrument(id, Suggestion.For(id, law.Instruments.Keys)));

    private static FunctionOutcome WriteNumber((string Office, string Kind, long Year) parts, object? serial, LawLibrary law)
    {
        var written = serial is decimal number ? CountText.Figures(number) : serial as string ?? "";
        var text = law.Forms.DocumentNumber.With(
            ("office", parts.Office), ("kind", parts.Kind), ("year", CountText.Figures(parts.Year)), ("serial", written));
        return law.Numbers.Parse(text) is { IsCourt: false }
            ? FunctionOutcome.Of(text)
            : FunctionOutcome.Failed(FunctionErrors.NotADocumentNumber());
    }

    /// <param name="Law">Where topics are looked up.</param>
    /// <param name="On">Date of the document: procedure.</param>
    /// <param name="Act">Day the act ended: substance.</param>
    private readonly record struct CitationDates(LawLibrary Law, DateOnly On, DateOnly? Act);
}
