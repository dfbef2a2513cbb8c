using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Citations, names of instruments and document numbers.</summary>
internal static class CitationFunctions
{
    public static IEnumerable<TemplateFunction> All(LawLibrary law) =>
    [
        Function.Of("legal.article", new("条号：第二百五十三条之一第二款", "number of an article: 第二百五十三条之一第二款"),
            Arguments.Any("article"), article => WriteArticle(article)),
        Function.Of("legal.cite", new("按日期引用法条", "provisions in force on the date, in order of citation"),
            (Arguments.Any("topics"), Arguments.Day("on"), Arguments.DayOrNone("act"), Arguments.Flag("short").Or(false)),
            (topics, on, act, shortNames) => Cite(topics, new(law, on, act), shortNames)),
        Function.Of("legal.applies", new("该主题在该日期是否有现行条文", "whether a topic has a provision in force"),
            (Arguments.Text("topic"), Arguments.Day("on"), Arguments.DayOrNone("act")),
            (topic, on, act) => Applies(topic, new(law, on, act))),
        Function.Of("legal.instrument", new("规范名称", "name of an instrument"),
            (Arguments.Text("id"), Arguments.Flag("short").Or(false)), (id, shortName) => NameOf(id, shortName, law)),
        Function.Of("legal.number", new("文号：沪静检刑附民公诉〔2024〕12号", "document number: 沪静检刑附民公诉〔2024〕12号"),
            (Arguments.Text("office"), Arguments.Text("kind"), Arguments.Whole("year", 1900, 2099), Arguments.Any("serial")),
            (office, kind, year, serial) => WriteNumber((office, kind, year), serial, law)),
    ];

    private static FunctionOutcome WriteArticle(object? article)
    {
        var text = article is decimal number ? CountText.Figures(number) : article as string ?? "";
        return ArticleNumber.Parse(text) is { } parsed
            ? FunctionOutcome.Of(parsed.ToString())
            : FunctionOutcome.Failed(FunctionErrors.NotAnArticle("article"));
    }

    private static FunctionOutcome Cite(object? grounds, CitationDates dates, bool shortNames)
    {
        var found = dates.Find(grounds);
        return found.Problem is { } problem
            ? FunctionOutcome.Failed(problem)
            : FunctionOutcome.Of(Citation.Write(found.Value, shortNames));
    }

    private static FunctionOutcome Applies(string topic, CitationDates dates)
    {
        var found = dates.InForce(topic);
        return found.Problem is { } problem ? FunctionOutcome.Failed(problem) : FunctionOutcome.Of(!found.Value.Provisions.IsEmpty);
    }

    private static FunctionOutcome NameOf(string id, bool shortName, LawLibrary law) =>
        law.Instruments.TryGetValue(id, out var instrument)
            ? FunctionOutcome.Of(instrument.NameIn(shortName))
            : FunctionOutcome.Failed(FunctionErrors.UnknownInstrument(id, NearestName.Find(id, law.Instruments.Keys)));

    private static FunctionOutcome WriteNumber((string Office, string Kind, long Year) parts, object? serial, LawLibrary law)
    {
        var written = serial is decimal number ? CountText.Figures(number) : serial as string ?? "";
        var text = law.Forms.DocumentNumber.With(
            new("office", parts.Office), new("kind", parts.Kind), new("year", CountText.Figures(parts.Year)), new("serial", written));
        return law.Numbers.Parse(text) is { IsCourt: false }
            ? FunctionOutcome.Of(text)
            : FunctionOutcome.Failed(FunctionErrors.NotADocumentNumber());
    }
}
