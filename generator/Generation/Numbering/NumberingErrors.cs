using PiiDocs.Core;

namespace PiiDocs.Generation.Numbering;

/// <summary>What stands in the way of a 文号, one factory a code.</summary>
public static class NumberingErrors
{
    /// <summary>PD7530. Cause: the case does not name the office's short name, from which numbers begin. Fix: fill in office.short_name.</summary>
    /// <remarks>原因：案件没有写院简称，文号无从编起。处理：填写 <c>office.short_name</c>，如“沪静检”。</remarks>
    public static Diagnostic NoOfficeName(SourceLocation? at) =>
        new("PD7530", Severity.Error, new("不能取号：案件没有院简称", "no number can be given: the case has no short name of the office"), at,
            FieldPath.Root.Member("office").Member("short_name"))
        {
            Hint = new("填写 office.short_name，如“沪静检”", "fill in office.short_name, as 沪静检"),
        };

    /// <summary>PD7534. Cause: the case leaves a number open (auto), and no register was named that could give it. Fix: --store, or write the number.</summary>
    /// <remarks>原因：案件中文号写作 auto，而没有用 <c>--store</c> 指明登记簿，文书上仍是待编号。处理：指明登记簿，或者在案件中写明文号。</remarks>
    public static Diagnostic NoRegister(CaseInput input, string typeId) =>
        new("PD7534", Severity.Warning, new("文号待取，而没有指明登记簿", "a number is open, and no register was named to give it"), input.Data.Location,
            FieldPath.Root.Member("documents").Member(typeId).Member("number"))
        {
            Hint = new("用 --store 指明登记簿，或者在案件中写明文号", "name one with --store, or write the number in the case"),
        };

    /// <summary>PD7536. Cause: a number was asked for, and the case does not leave it open: it does not bear the document, or says no number: auto. Fix: write it.</summary>
    /// <remarks>原因：案件没有列出这种文书，或者文号不是 auto，无须取号。处理：在 documents 中该文书下写 <c>number: auto</c>。</remarks>
    public static Diagnostic NotOpen(CaseInput input, string typeId) =>
        new("PD7536", Severity.Error, new($"没有取号：案件没有把 {typeId} 的文号写作 auto", $"no number was given: the case does not leave that of {typeId} open"),
            input.Data.Find("documents")?.Location, FieldPath.Root.Member("documents").Member(typeId).Member("number"))
        {
            Hint = new("在 documents 中该文书下写 number: auto", "write `number: auto` below the document"),
        };

    /// <summary>PD7532. Cause: documents of this type are not numbered: its type.yaml names no kind of number. Fix: nothing to do, or add numbering to type.yaml.</summary>
    /// <remarks>原因：该类文书不编文号（<c>type.yaml</c> 没有写 <c>numbering</c>）。处理：不必取号；应当编号的，在 <c>type.yaml</c> 写明种类。</remarks>
    public static Diagnostic NotNumbered(DocumentType type) =>
        new("PD7532", Severity.Error, new($"{type.Title.Chinese}不编文号", $"a {type.Title.English} bears no number"), type.Location);

    /// <summary>PD7533. Cause: the case has a number for the document already. Fix: keep it; where it is wrong, void it in the register and write auto in the case.</summary>
    /// <remarks>原因：案件中该文书已经有文号。处理：沿用；确需另编的，先在登记簿作废原号，案件中改写 auto。</remarks>
    public static Diagnostic HasNumber(FieldPath field, SourceLocation? at) =>
        new("PD7533", Severity.Error, new("该文书已有文号", "the document has a number already"), at, field)
        {
            Hint = new("沿用原号；确需另编的，先作废原号，案件中改写 auto", "keep it, or void it and write auto in the case"),
        };

    /// <summary>PD7531. Cause: _numbering.yaml has no pattern of that name. Fix: add one, or number the document by hand.</summary>
    /// <remarks>原因：<c>_numbering.yaml</c> 中没有该文书的文号样式。处理：补上样式，或者在案件中直接写文号。</remarks>
    public static Diagnostic NoPattern(string series, SourceLocation? at) =>
        new("PD7531", Severity.Error, new($"不能取号：_numbering.yaml 没有“{series}”的样式", $"no number can be given: _numbering.yaml has no pattern '{series}'"), at)
        {
            Hint = new("在 templates/_numbering.yaml 补上样式，或在案件中直接写文号", "add the pattern to templates/_numbering.yaml, or write the number in the case"),
        };
}
