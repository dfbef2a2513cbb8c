using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V11, V13, V14 and the charge: sums and terms against what the law allows.</summary>
internal static class SentenceChecks
{
    private const int LimitationYears = 3;

    /// <summary>V11: fines of one to five times the income by either reading, probation only up to three years.</summary>
    public static IEnumerable<Finding> Sentences(CheckInput input)
    {
        var rules = input.Law.Charges;
        var shared = input.Case.Number("proceeds.total.value");
        foreach (var sentence in input.Case.List("decisions.criminal_judgment.sentences").OfType<DataObject>())
        {
            if (sentence.Find("fine") is DataNumber fine)
            {
                var readings = Liability.Fine(fine.Value, IncomeOf(input, CaseFacts.TextOf(sentence.Find("party"))), shared, rules.Fine);
                if (!readings.ReachesMinimum)
                {
                    yield return Finding.Of(fine, $"罚金不得少于{CountText.Figures(rules.Fine.Minimum)}元", $"a fine is at least {rules.Fine.Minimum} yuan").AsError();
                }
                else if (readings.FitsNoReading)
                {
                    yield return Finding.Of(fine, "罚金不在违法所得的一倍以上五倍以下（以本人所得计、以共同所得计均不符）", "the fine is outside one to five times the income by both readings");
                }
            }

            foreach (var finding in Probation(input, sentence))
            {
                yield return finding;
            }

            if (sentence.Find("probation_months") is not null
                && sentence.Find("imprisonment_months") is DataNumber term
                && term.Value > rules.ProbationMonths)
            {
                yield return Finding.Of(term, "宣告缓刑的，刑期不得超过三年", "probation is for terms of up to three years").AsError();
            }
        }
    }

    /// <summary>Probation lasts as long as the term at least, a year at least, five years at most.</summary>
    private static IEnumerable<Finding> Probation(CheckInput input, DataObject sentence)
    {
        if (sentence.Find("probation_months") is DataNumber probation
            && CaseFacts.NumberOf(sentence.Find("imprisonment_months")) is { } term
            && (probation.Value < Math.Max(term, input.Law.Charges.LeastProbation) || probation.Value > input.Law.Charges.MostProbation))
        {
            yield return Finding.Of(probation, "缓刑考验期限应为原判刑期以上五年以下，且不少于一年", "probation lasts from the length of the term, and a year, to five years").AsError();
        }
    }

    /// <summary>The offence charged is that of the article cited.</summary>
    private static IEnumerable<Finding> Offence(CheckInput input)
    {
        if (input.Case.Find("reasoning.criminal.charge") is not DataText charge)
        {
            yield break;
        }

        foreach (var accusation in input.Case.List("reasoning.criminal.accusations"))
        {
            var article = CaseFacts.NumberOf(CaseFacts.Find(accusation, "provision.article"));
            var suffix = CaseFacts.NumberOf(CaseFacts.Find(accusation, "provision.article_suffix"));
            var names = input.Law.Words($"offence_{article}-{suffix}");
            if (names.Count > 0 && !names.Contains(charge.Value))
            {
                yield return Finding.Of(charge, "罪名不是所引刑法条文规定的罪名", "the offence is not that of the article cited");
            }
        }
    }

    /// <summary>V13: damages claimed more than three years after the conduct ended.</summary>
    public static IEnumerable<Finding> Limitation(CheckInput input)
    {
        var action = input.Case.FirstDay(["documents.civil-complaint.date", "documents.indictment-with-civil-claims.date"]);
        var claim = input.Case.List("claims").OfType<DataObject>().FirstOrDefault(each => CaseFacts.TextOf(each.Find("kind")) == "compensate");
        if (claim is not null
            && action is { } filed
            && input.Case.Text("conduct.period.to") is { } text
            && PartialDate.Parse(text)?.Last.AddYears(LimitationYears) < filed.Day)
        {
            yield return Finding.Of(claim, "赔偿请求距行为终了已逾三年，核对诉讼时效", "damages are claimed more than three years after the conduct ended");
        }
    }

    /// <summary>V14: eight copies of a criminal indictment and five for each further defendant; one of a complaint for each defendant, the one agency of an administrative action.</summary>
    public static IEnumerable<Finding> Copies(CheckInput input)
    {
        var (accused, sued) = (Accused(input), input.Case.PartiesWith("civil-defendant").Count());
        var indictments = accused > 0 ? input.Law.Forms.CopiesForFirst + (input.Law.Forms.CopiesForFurther * (accused - 1)) : 0;
        return
        [
            .. Copies(input, "criminal-indictment", indictments),
            .. TransferChecks.All(input, accused, indictments, sued),
            .. Copies(input, "indictment-with-civil-claims", sued),
            .. Copies(input, "civil-complaint", sued),
            .. Copies(input, "administrative-complaint", 1),
        ];
    }

    /// <summary>The circumstances a defendant is accused of must follow from quantity or income.</summary>
    public static IEnumerable<Finding> Charge(CheckInput input) => [.. Offence(input), .. Circumstances(input)];

    private static IEnumerable<Finding> Circumstances(CheckInput input)
    {
        foreach (var accusation in input.Case.List("reasoning.criminal.accusations").OfType<DataObject>())
        {
            var assessment = Charges.Assess(Counted(input, accusation), input.Law.Charges);
            var accused = AccusedOf(accusation);
            if (assessment.Steps.Length > 0 && assessment.Level < accused)
            {
                var steps = string.Join("；", assessment.Steps.Select(step => step.Text.Chinese));
                var english = string.Join("; ", assessment.Steps.Select(step => step.Text.English));
                yield return Finding.Of(
                    accusation.Find("circumstances"),
                    $"按全案的条数、违法所得计算为“{assessment.Words}”，不能支持所指控的情节（{steps}）",
                    $"the whole case reaches '{assessment.Level}' only: {english}");
            }

            foreach (var finding in Words(input, accusation, accused))
            {
                yield return finding;
            }
        }
    }

    /// <summary>The circumstances an accusation names.</summary>
    internal static ChargeLevel AccusedOf(DataObject accusation) =>
        CaseFacts.TextOf(accusation.Find("circumstances")) == "very-serious" ? ChargeLevel.VerySerious : ChargeLevel.Serious;

    /// <summary>The sentence of the accusation must name the level that is set.</summary>
    private static IEnumerable<Finding> Words(CheckInput input, DataObject accusation, ChargeLevel accused)
    {
        if (CaseFacts.TextOf(accusation.Find("text")) is not { } text)
        {
            yield break;
        }

        var verySerious = text.Contains(input.Law.Charges.Levels[(int)ChargeLevel.VerySerious], StringComparison.Ordinal);
        if (verySerious != (accused == ChargeLevel.VerySerious))
        {
            yield return Finding.Of(accusation.Find("text"), "论述中的情节与认定的情节不一致", "the wording and the circumstances set do not agree");
        }

        var paragraph = CaseFacts.NumberOf(CaseFacts.Find(accusation, "provision.paragraph"));
        if (accusation.Find("in_duty") is DataFlag flag && paragraph is { } written && flag.Value != (written == 2))
        {
            yield return Finding.Of(
                flag, "履行职责、提供服务中获得的适用第二款，其余不适用第二款", "paragraph 2 is for information obtained in duty, and for nothing else");
        }
    }

    private static IEnumerable<Finding> Copies(CheckInput input, string type, int right)
    {
        if (right > 0 && input.Case.Find($"documents.{type}.copies") is DataNumber copies && copies.Value != right)
        {
            yield return Finding.Of(copies, $"应为{right}份", $"there must be {right} copies");
        }
    }

    private static int Accused(CheckInput input) =>
        input.Case.PartiesWith("criminal-defendant").Count() + input.Case.PartiesWith("accused-unit").Count();

    /// <summary>The whole of the case at its most sensitive tier: the most that any defendant can be charged with.</summary>
    internal static ChargeFacts Counted(CheckInput input, DataObject accusation)
    {
        var tier = input.Case.List("information.kinds").OfType<DataObject>()
            .Select(kind => CaseFacts.TextOf(kind.Find("tier"))).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        var total = input.Case.Number("information.total.value");
        return new(
            tier is not null && total is { } count ? new Dictionary<string, decimal> { [tier] = count } : new Dictionary<string, decimal>(),
            input.Case.Number("proceeds.total.value"),
            accusation.Find("in_duty") is DataFlag { Value: true });
    }

    private static decimal? IncomeOf(CheckInput input, string? party)
    {
        var items = input.Case.List("proceeds.items").OfType<DataObject>();
        var shares = input.Case.List("liability.shares").OfType<DataObject>();
        return CaseFacts.NumberOf(CaseFacts.Find(items.FirstOrDefault(item => CaseFacts.TextOf(item.Find("party")) == party), "amount.value"))
            ?? CaseFacts.NumberOf(shares.FirstOrDefault(share => CaseFacts.TextOf(share.Find("party")) == party)?.Find("amount"));
    }
}
