using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, numbers: document and court numbers are well formed, of their kind, office, year and court.</summary>
internal static class NumberChecks
{
    private static readonly (string Path, string Type)[] Filings =
        [("procedure.filing", "civil-filing"), ("procedure.administrative_filing", "administrative-filing")];

    public static IEnumerable<Finding> All(CheckInput input)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Documents(input).SelectMany(each => Of(input, each, seen)), .. Court(input), .. Instance(input)];
    }

    /// <summary>Every number with the kind of document it belongs to, and its date.</summary>
    private static IEnumerable<Numbered> Documents(CheckInput input)
    {
        foreach (var document in (input.Case.Find("documents") as DataObject)?.Members ?? [])
        {
            if (CaseFacts.Find(document.Value, "number") is DataText { Value: not "auto" } number)
            {
                yield return new(document.Name, number, CaseFacts.DayOf(CaseFacts.Find(document.Value, "date")));
            }
        }

        foreach (var (path, type) in Filings)
        {
            if (input.Case.Find($"{path}.number") is DataText { Value: not "auto" } number)
            {
                yield return new(type, number, input.Case.Day($"{path}.date"));
            }
        }
    }

    private static IEnumerable<Finding> Of(CheckInput input, Numbered document, HashSet<string> seen)
    {
        var number = document.Number;
        if (input.Law.Numbers.Parse(number.Value) is not { } parsed)
        {
            yield return Malformed(input, number);
            yield break;
        }

        if (!seen.Add(number.Value))
        {
            yield return Finding.Of(number, "两份文书用了同一文号", "two documents bear the same number");
        }

        if (parsed.IsCourt)
        {
            yield break;
        }

        if (document.Date is { } date && parsed.Year != date.Day.Year)
        {
            yield return Finding.Of(number, $"文号年度与日期{date}不符", $"the number's year is not that of the {document.Type}'s date");
        }

        if (input.Law.NumberKinds.TryGetValue(document.Type, out var kind) && kind != parsed.Kind)
        {
            yield return Finding.Of(number, $"文号的文种字应为“{kind}”", $"the number of a {document.Type} has the kind {kind}").AsWarning();
        }

        var offices = OfficesOf(input).ToList();
        if (offices.Count > 0 && !offices.Exists(office => number.Value.StartsWith(office, StringComparison.Ordinal)))
        {
            yield return Finding.Of(number, "文号的院简称不是制发院的简称", "the number bears another office's short name").AsWarning();
        }
    }

    /// <summary>The court's number is of the court, of the year of the action, and one where claims are attached.</summary>
    private static IEnumerable<Finding> Court(CheckInput input)
    {
        var action = input.Case.FirstDay(["documents.civil-complaint.date", "documents.indictment-with-civil-claims.date"]);
        foreach (var number in new[] { "court.civil_case_number", "decisions.criminal_judgment.number" }.Select(input.Case.Find).OfType<DataText>())
        {
            if (input.Law.Numbers.Parse(number.Value) is not { IsCourt: true } parsed)
            {
                yield return Malformed(input, number);
                continue;
            }

            if (input.Case.Text("court.code") is { } code && parsed.Office != code)
            {
                yield return Finding.Of(number, "案号的法院代字不是受理法院的代字", "the number bears another court's code").AsWarning();
            }

            if (action is { } filed && parsed.Year != filed.Day.Year)
            {
                yield return Finding.Of(number, "案号年度与起诉日的年度不同，核对", "the number's year is not that of the action").AsWarning();
            }
        }

        if (input.Case.Has("documents.indictment-with-civil-claims")
            && input.Case.Find("court.civil_case_number") is DataText civil
            && input.Case.Text("decisions.criminal_judgment.number") is { } criminal
            && civil.Value != criminal)
        {
            yield return Finding.Of(civil, "附带民事公益诉讼与刑事案件为同一案号", "attached claims bear the number of the criminal case").AsWarning();
        }
    }

    /// <summary>刑初, 民初 are numbers of the first instance, 刑终, 民终 of the second.</summary>
    private static IEnumerable<Finding> Instance(CheckInput input) =>
        from judgment in new[] { "decisions.criminal_judgment", "decisions.civil_judgment" }.Select(input.Case.Find).OfType<DataObject>()
        let instance = judgment.Find("instance") as DataText
        where instance is not null
        let parsed = CaseFacts.TextOf(judgment.Find("number")) is { } number ? input.Law.Numbers.Parse(number) : null
        where parsed is { IsCourt: true }
        let told = input.Law.Words($"instance_{parsed.Kind[^1]}")
        where told.Count > 0 && !told.Contains(instance.Value)
        select Finding.Of(instance, "审级与案号不符", "the instance is not the one the number tells").AsWarning();

    private static Finding Malformed(CheckInput input, DataText number)
    {
        var mistakes = input.Law.Numbers.Explain(number.Value);
        return mistakes.IsEmpty
            ? Finding.Of(number, "文号格式不对，应如 沪静检刑诉〔2024〕12号", "this is no document number; write 沪静检刑诉〔2024〕12号").AsWarning()
            : Finding.Of(
                number,
                string.Join("；", mistakes.Select(mistake => $"{mistake.Problem.Chinese}：{mistake.Fix.Chinese}")),
                string.Join("; ", mistakes.Select(mistake => $"{mistake.Problem.English}: {mistake.Fix.English}")));
    }

    private static IEnumerable<string> OfficesOf(CheckInput input) =>
        new[] { "office.short_name", "recommendations.administrative.office.short_name", "recommendations.governance.office.short_name" }
            .Select(input.Case.Text).OfType<string>();

    private sealed record Numbered(string Type, DataText Number, DatedFact? Date);
}
