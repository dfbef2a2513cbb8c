using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>PD81xx: what a reviewer of the filing would find. Severity and legal basis come from <c>_law/checks.yaml</c>.</summary>
internal static class CheckErrors
{
    /// <summary>PD8100. Cause: a type asks for a legal check that does not exist. Fix: use a name of _law/checks.yaml.</summary>
    public static Diagnostic UnknownCheck(string name, string? near) =>
        new("PD8100", Severity.Error, new($"没有法律检查“{name}”", $"no legal check '{name}'")) { Hint = LawErrors.DidYouMean(near) };

    /// <summary>PD8101. Cause: filing, notice and action are out of order, or the notice is shorter than 30 days. Fix: correct the dates, or act on the right day.</summary>
    public static Diagnostic NoticeOrder(CheckRule rule, Finding finding) => Of("PD8101", rule, finding);

    /// <summary>PD8102. Cause: civil claims are attached without a notice, or before the prosecution. Fix: publish the notice first; file together with or after the indictment.</summary>
    public static Diagnostic AttachedClaims(CheckRule rule, Finding finding) => Of("PD8102", rule, finding);

    /// <summary>PD8103. Cause: the action comes more than three months after the notice ended. Fix: correct the dates, or have the extension approved.</summary>
    public static Diagnostic FilingTooLate(CheckRule rule, Finding finding) => Of("PD8103", rule, finding);

    /// <summary>PD8104. Cause: the court or the procuratorate is not the one the rules name. Fix: correct court and office, or record the assignment.</summary>
    public static Diagnostic Jurisdiction(CheckRule rule, Finding finding) => Of("PD8104", rule, finding);

    /// <summary>PD8105. Cause: a recommendation goes to the wrong body, or its periods are not those of the rules. Fix: correct addressee and periods.</summary>
    public static Diagnostic Recommendation(CheckRule rule, Finding finding) => Of("PD8105", rule, finding);

    /// <summary>PD8106. Cause: the mediation agreement was not announced for 30 days, or leaves out claims. Fix: correct the dates; compare terms and claims.</summary>
    public static Diagnostic Mediation(CheckRule rule, Finding finding) => Of("PD8106", rule, finding);

    /// <summary>PD8107. Cause: a decision not to prosecute does not fit the supplementary investigations. Fix: correct their number, the ground or the date.</summary>
    public static Diagnostic NonProsecution(CheckRule rule, Finding finding) => Of("PD8107", rule, finding);

    /// <summary>PD8108. Cause: the procuratorial opinion precedes or lacks the decision it goes with. Fix: correct the dates; issue the decision.</summary>
    public static Diagnostic Opinion(CheckRule rule, Finding finding) => Of("PD8108", rule, finding);

    /// <summary>PD8109. Cause: the conduct was found more than two years after it ended. Fix: check the dates and the five-year exception.</summary>
    public static Diagnostic PenaltyLimitation(CheckRule rule, Finding finding) => Of("PD8109", rule, finding);

    /// <summary>PD8110. Cause: a period of review or supplementary investigation was exceeded. Fix: correct the dates, or record the extension.</summary>
    public static Diagnostic ReviewPeriod(CheckRule rule, Finding finding) => Of("PD8110", rule, finding);

    /// <summary>PD8111. Cause: a fine or probation lies outside what the law allows. Fix: compare with the judgment.</summary>
    public static Diagnostic Sentence(CheckRule rule, Finding finding) => Of("PD8111", rule, finding);

    /// <summary>PD8112. Cause: the notices of rights in a decision not to prosecute are wrong or missing. Fix: tell the victim of the seven days, and nobody else.</summary>
    public static Diagnostic RightsNotice(CheckRule rule, Finding finding) => Of("PD8112", rule, finding);

    /// <summary>PD8113. Cause: damages are claimed more than three years after the conduct ended. Fix: check the limitation; other claims have none.</summary>
    public static Diagnostic Limitation(CheckRule rule, Finding finding) => Of("PD8113", rule, finding);

    /// <summary>PD8114. Cause: the number of copies is not what the rules say. Fix: leave copies out, or correct it.</summary>
    public static Diagnostic Copies(CheckRule rule, Finding finding) => Of("PD8114", rule, finding);

    /// <summary>PD8115. Cause: numbers, sums or document numbers of one case disagree. Fix: correct the one that is wrong.</summary>
    public static Diagnostic Consistency(CheckRule rule, Finding finding) => Of("PD8115", rule, finding);

    /// <summary>PD8116. Cause: an article is cited that is not in force on the date, or under an old number. Fix: cite the law of that date.</summary>
    public static Diagnostic Citation(CheckRule rule, Finding finding) => Of("PD8116", rule, finding);

    /// <summary>PD8117. Cause: the circumstances named do not follow from quantity and income. Fix: correct the tier, the counts or the words.</summary>
    public static Diagnostic Charge(CheckRule rule, Finding finding) => Of("PD8117", rule, finding);

    /// <summary>PD8118. Cause: a role does not fit what the case says of the party, or points at nobody. Fix: correct roles and ids.</summary>
    public static Diagnostic Roles(CheckRule rule, Finding finding) => Of("PD8118", rule, finding);

    /// <summary>PD8119. Cause: a word no filing of that date should use. Fix: use the one the hint names.</summary>
    public static Diagnostic Wording(DataNode? node, Message problem, Message fix) =>
        new("PD8119", Severity.Warning, problem, node?.Location, node?.Path) { Hint = fix };

    /// <summary>PD8120. Cause: dates of the case that must be equal or follow each other do not. Fix: correct the one that is wrong.</summary>
    public static Diagnostic DateOrder(CheckRule rule, Finding finding) => Of("PD8120", rule, finding);

    private static Diagnostic Of(string code, CheckRule rule, Finding finding) =>
        new(code, finding.Severity ?? rule.Severity, finding.Message, finding.Node?.Location, finding.Node?.Path)
        {
            Hint = new($"依据：{rule.Basis}（{rule.Id}）", $"basis: {rule.Basis} ({rule.Id})"),
        };
}
