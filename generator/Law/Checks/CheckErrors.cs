using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>PD81xx: what a reviewer of the filing would find. Severity and legal basis come from <c>_law/checks.yaml</c>.</summary>
internal static class CheckErrors
{
    /// <summary>PD8100. Cause: a type asks for a legal check that does not exist. Fix: use a name of _law/checks.yaml.</summary>
    /// <remarks>
    /// 原因：文书类型要求的法律检查不存在。
    /// 处理：按提示改用 <c>_law/checks.yaml</c> 中的检查编号。
    /// </remarks>
    public static Diagnostic UnknownCheck(string name, string? near) =>
        new("PD8100", Severity.Error, new($"没有法律检查“{name}”", $"no legal check '{name}'")) { Hint = LawErrors.DidYouMean(near) };

    /// <summary>PD8101. Cause: filing, notice and action are out of order, or the notice is shorter than 30 days. Fix: correct the dates, or act on the right day.</summary>
    /// <remarks>
    /// 原因：立案、公告、起诉的先后不对，或者公告期不足三十日（《人民检察院公益诉讼办案规则》第九十一条）。
    /// 处理：核对 <c>procedure.filing</c>、<c>procedure.notice</c> 和起诉文书的日期；公告期确未届满的，届满后再起诉。
    /// </remarks>
    public static Diagnostic NoticeOrder(CheckRule rule, Finding finding) => Of("PD8101", rule, finding);

    /// <summary>PD8102. Cause: civil claims are attached without a notice, or before the prosecution. Fix: publish the notice first; file together with or after the indictment.</summary>
    /// <remarks>
    /// 原因：提起附带民事公益诉讼没有履行诉前公告，或者早于公诉（两高关于应否履行诉前公告程序问题的批复、检察公益诉讼解
    /// 释第二十条）。
    /// 处理：先行公告并填写 <c>procedure.notice</c>；与公诉同时或者在其后提起。
    /// </remarks>
    public static Diagnostic AttachedClaims(CheckRule rule, Finding finding) => Of("PD8102", rule, finding);

    /// <summary>PD8103. Cause: the action comes more than three months after the notice ended. Fix: correct the dates, or have the extension approved.</summary>
    /// <remarks>
    /// 原因：公告期满后超过三个月才提起诉讼（《人民检察院公益诉讼办案规则》第四十七条）。
    /// 处理：核对公告期满日和起诉日；确需延长的，依规定办理批准手续。
    /// </remarks>
    public static Diagnostic FilingTooLate(CheckRule rule, Finding finding) => Of("PD8103", rule, finding);

    /// <summary>PD8104. Cause: the court or the procuratorate is not the one the rules name. Fix: correct court and office, or record the assignment.</summary>
    /// <remarks>
    /// 原因：法院或者检察院与管辖规定不符（检察公益诉讼解释第五条、第二十条）。
    /// 处理：核对 <c>court</c>、<c>office</c>；属于指定管辖的，填写 <c>office.assigned_by</c>。
    /// </remarks>
    public static Diagnostic Jurisdiction(CheckRule rule, Finding finding) => Of("PD8104", rule, finding);

    /// <summary>PD8105. Cause: a recommendation goes to the wrong body, or its periods are not those of the rules. Fix: correct addressee and periods.</summary>
    /// <remarks>
    /// 原因：检察建议的收文单位不对，或者回复期限、异议期限与规定不符（公益诉讼办案规则第七十五条、检察建议工作规定第十
    /// 六条和第十九条等）。
    /// 处理：核对 <c>recommendations</c> 下的收文单位、各项期限和日期。
    /// </remarks>
    public static Diagnostic Recommendation(CheckRule rule, Finding finding) => Of("PD8105", rule, finding);

    /// <summary>PD8106. Cause: the mediation agreement was not announced for 30 days, or leaves out claims. Fix: correct the dates; compare terms and claims.</summary>
    /// <remarks>
    /// 原因：调解协议公告不足三十日，或者遗漏诉讼请求（民事诉讼法解释第二百八十七条、公益诉讼办案规则第九十九条）。
    /// 处理：核对 <c>mediation.notice</c> 的日期，逐项对照 <c>mediation</c> 的协议内容与 <c>claims</c>。
    /// </remarks>
    public static Diagnostic Mediation(CheckRule rule, Finding finding) => Of("PD8106", rule, finding);

    /// <summary>PD8107. Cause: a decision not to prosecute does not fit the supplementary investigations. Fix: correct their number, the ground or the date.</summary>
    /// <remarks>
    /// 原因：存疑不起诉与退回补充侦查的情况不符（刑事诉讼法第一百七十五条第四款、刑事诉讼规则第三百六十七条）。
    /// 处理：核对 <c>procedure.criminal.supplementary</c> 的次数、<c>non_prosecution</c> 的理由和决定日期。
    /// </remarks>
    public static Diagnostic NonProsecution(CheckRule rule, Finding finding) => Of("PD8107", rule, finding);

    /// <summary>PD8108. Cause: the procuratorial opinion precedes or lacks the decision it goes with. Fix: correct the dates; issue the decision.</summary>
    /// <remarks>
    /// 原因：检察意见早于不起诉决定，或者案中没有相应的不起诉决定（刑事诉讼规则第三百七十三条）。
    /// 处理：核对两份文书的日期和所指的人；没有决定的，先作出不起诉决定。
    /// </remarks>
    public static Diagnostic Opinion(CheckRule rule, Finding finding) => Of("PD8108", rule, finding);

    /// <summary>PD8109. Cause: the conduct was found more than two years after it ended. Fix: check the dates and the five-year exception.</summary>
    /// <remarks>
    /// 原因：违法行为终了二年后才被发现，可能已过行政处罚追责时效（行政处罚法第三十六条）。
    /// 处理：核对 <c>conduct.period.to</c> 和 <c>procedure.lead.found_on</c>；属于该条规定延长至五年的情形的，写明依
    /// 据。
    /// </remarks>
    public static Diagnostic PenaltyLimitation(CheckRule rule, Finding finding) => Of("PD8109", rule, finding);

    /// <summary>PD8110. Cause: a period of review or supplementary investigation was exceeded. Fix: correct the dates, or record the extension.</summary>
    /// <remarks>
    /// 原因：审查起诉或者补充侦查超过法定期限（刑事诉讼法第一百七十二条、第一百七十五条）。
    /// 处理：核对 <c>procedure.criminal</c> 下的日期；依法延长的，填写 <c>extended</c>。
    /// </remarks>
    public static Diagnostic ReviewPeriod(CheckRule rule, Finding finding) => Of("PD8110", rule, finding);

    /// <summary>PD8111. Cause: a fine or probation lies outside what the law allows. Fix: compare with the judgment.</summary>
    /// <remarks>
    /// 原因：罚金或者缓刑超出法律允许的范围（法释〔2017〕10号第十二条、财产刑规定第二条、刑法第七十二条）。
    /// 处理：与判决书核对 <c>decisions.criminal_judgment.sentences</c>。
    /// </remarks>
    public static Diagnostic Sentence(CheckRule rule, Finding finding) => Of("PD8111", rule, finding);

    /// <summary>PD8112. Cause: the notices of rights in a decision not to prosecute are wrong or missing. Fix: tell the victim of the seven days, and nobody else.</summary>
    /// <remarks>
    /// 原因：不起诉决定的送达、告知有误或者缺漏（刑事诉讼规则第三百七十七条）。
    /// 处理：存疑不起诉只告知被害人七日内申诉、可以自诉；核对 <c>service</c> 和 <c>non_prosecution</c>。
    /// </remarks>
    public static Diagnostic RightsNotice(CheckRule rule, Finding finding) => Of("PD8112", rule, finding);

    /// <summary>PD8113. Cause: damages are claimed more than three years after the conduct ended. Fix: check the limitation; other claims have none.</summary>
    /// <remarks>
    /// 原因：行为终了三年后才请求赔偿损失，可能已过诉讼时效（民法典第一百八十八条、第九百九十五条）。
    /// 处理：核对起算日和中止、中断事由；停止侵害、赔礼道歉等请求不适用诉讼时效。
    /// </remarks>
    public static Diagnostic Limitation(CheckRule rule, Finding finding) => Of("PD8113", rule, finding);

    /// <summary>PD8114. Cause: the number of copies is not what the rules say. Fix: leave copies out, or correct it.</summary>
    /// <remarks>
    /// 原因：起诉书副本份数与规定不符（刑事诉讼规则第三百五十九条、检察公益诉讼解释第十四条）。
    /// 处理：删去 <c>documents</c> 下该文书的 <c>copies</c>，由程序计算，或者按提示改正。
    /// </remarks>
    public static Diagnostic Copies(CheckRule rule, Finding finding) => Of("PD8114", rule, finding);

    /// <summary>PD8115. Cause: numbers, sums or document numbers of one case disagree. Fix: correct the one that is wrong.</summary>
    /// <remarks>
    /// 原因：同一案件中的条数、金额、连带责任份额或者文号不一致（民法典第一百七十八条、第一千一百八十二条）。
    /// 处理：与证据和原始文书核对，改正有误的一处。
    /// </remarks>
    public static Diagnostic Consistency(CheckRule rule, Finding finding) => Of("PD8115", rule, finding);

    /// <summary>PD8116. Cause: an article is cited that is not in force on the date, or under an old number. Fix: cite the law of that date.</summary>
    /// <remarks>
    /// 原因：所引条文在该日期无效，或者用了修改前后的另一条号（引用规范性法律文件的规定第一条、第二条）。
    /// 处理：按提示改引该日期有效的法律和条号。
    /// </remarks>
    public static Diagnostic Citation(CheckRule rule, Finding finding) => Of("PD8116", rule, finding);

    /// <summary>PD8117. Cause: the circumstances named do not follow from quantity and income. Fix: correct the tier, the counts or the words.</summary>
    /// <remarks>
    /// 原因：所认定的情节与信息条数、违法所得不相符（法释〔2017〕10号第五条）。
    /// 处理：用 <c>piidocs charge</c> 查看计算过程，改正信息的档次、条数或者情节用语。
    /// </remarks>
    public static Diagnostic Charge(CheckRule rule, Finding finding) => Of("PD8117", rule, finding);

    /// <summary>PD8118. Cause: a role does not fit what the case says of the party, or points at nobody. Fix: correct roles and ids.</summary>
    /// <remarks>
    /// 原因：主体的称谓、身份与案件所述不符，或者编号指向不存在的主体（检察公益诉讼解释第四条、刑事诉讼规则第三百五十八
    /// 条）。
    /// 处理：核对 <c>parties</c> 的 <c>roles</c>、<c>criminally_charged</c> 和各处引用的编号。
    /// </remarks>
    public static Diagnostic Roles(CheckRule rule, Finding finding) => Of("PD8118", rule, finding);

    /// <summary>PD8119. Cause: a word no filing of that date should use. Fix: use the one the hint names.</summary>
    /// <remarks>
    /// 原因：文书用了该日期不应使用的称谓或者说法，如判决前称“罪犯”，依据见 <c>_law/checks.yaml</c>。
    /// 处理：改用提示给出的写法；出自案件文字的改案件文件，出自模板的改模板。
    /// </remarks>
    public static Diagnostic Wording(DataNode? node, WordingRule rule, string words) =>
        new("PD8119", Severity.Warning, rule.Problem, node?.Location, node?.Path)
        {
            Hint = rule.Fix,
            Words = words,
            Basis = new(rule.Id, rule.Basis, rule.Fix.Chinese),
        };

    /// <summary>PD8120. Cause: dates of the case that must be equal or follow each other do not. Fix: correct the one that is wrong.</summary>
    /// <remarks>
    /// 原因：应当相同或者有先后之分的日期不符（《中华人民共和国民事诉讼法》第八十五条；同一事实的日期全案应当一致）。
    /// 处理：与原始文书核对提示的日期，改正有误的一处。
    /// </remarks>
    public static Diagnostic DateOrder(CheckRule rule, Finding finding) => Of("PD8120", rule, finding);

    /// <summary>PD8121. Cause: a provision is cited for a matter it does not concern, twice, out of order, or one that is needed is not. Fix: cite the provision that concerns the matter.</summary>
    /// <remarks>
    /// 原因：所引条文与所述事项不合、重复、不按条号次序，或者缺少必要的依据；各条文所及的事项见 <c>_law/subjects.yaml</c>。
    /// 处理：改引规定该事项的条文；确属可引而数据中没有的，补入该文件。
    /// </remarks>
    public static Diagnostic Subject(CheckRule rule, Finding finding) => Of("PD8121", rule, finding);

    /// <summary>PD8122. Cause: the case lacks a fact that the law demands of a document it bears. Fix: fill it in; where it cannot be known, say so in the document.</summary>
    /// <remarks>
    /// 原因：本案的文书依法应当写明的事实在案件文件中没有（各项依据见 <c>_law/checks.yaml</c> 的 <c>facts</c>）。
    /// 处理：补填该字段；确实查不清的，在文书中说明。
    /// </remarks>
    public static Diagnostic Fact(CheckRule rule, Finding finding) => Of("PD8122", rule, finding);

    private static Diagnostic Of(string code, CheckRule rule, Finding finding) =>
        new(code, finding.Severity ?? rule.Severity, finding.Message, finding.Node?.Location, finding.Field)
        {
            Hint = finding.Fix,
            Words = finding.Words,
            Basis = finding.Basis ?? new(rule.Id, rule.Basis, rule.Requirement),
        };
}
