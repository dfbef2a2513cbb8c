using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Documents;

/// <remarks>This part: what an edited document means for its case.</remarks>
internal static partial class DocumentErrors
{
    /// <summary>PD3030. Cause: text outside all fields was changed or added in Word. Fix: if it should last, change the template; it will not be written back to the case.</summary>
    /// <remarks>
    /// 原因：在 Word 中改动了案件字段以外的文字，这些改动不写回案件。
    /// 处理：今后都要这样写的，修改模板；只用于本次文书的，不必处理。
    /// </remarks>
    public static Diagnostic ChangedOutsideFields(SourceLocation at) =>
        new(
            "PD3030",
            Severity.Warning,
            new($"第{at.Start.Line}段在案件字段以外有改动，不会写回案件", $"paragraph {at.Start.Line}: text changed outside any field; it will not be written back"),
            at);

    /// <summary>PD3031. Cause: a field stands in several places and was changed to different texts. Fix: make them the same in Word and read the file again.</summary>
    /// <remarks>
    /// 原因：同一字段在文书的几处被改成了不同的内容。
    /// 处理：在 Word 中把各处改成一致，再重新读取。
    /// </remarks>
    public static Diagnostic EditsDiffer(SourceLocation at, FieldPath field) =>
        new("PD3031", Severity.Error, new("同一字段在文书中被改成不同的内容", "the field was changed to different texts in different places"), at, field);

    /// <summary>PD3032. Cause: a field stands in several places and was changed in some of them only. Fix: nothing, if the fact changed: the new text is taken everywhere; otherwise undo the change in Word.</summary>
    /// <remarks>
    /// 原因：同一字段在文书中只改了一部分，程序以改后的内容为准。
    /// 处理：事实确有变化的，不必处理；误改的，在 Word 中撤销。
    /// </remarks>
    public static Diagnostic EditedInOnePlace(SourceLocation at, FieldPath field) =>
        new("PD3032", Severity.Warning, new("字段只在文书的部分位置被修改，以修改后的内容为准", "the field was changed in some places only; the change is taken"), at, field);

    /// <summary>PD3033. Cause: a field that the document showed is no longer in it: its control was deleted. Fix: nothing, if that was meant; the case keeps its value.</summary>
    /// <remarks>
    /// 原因：文书中原有的字段被删去，案件文件中的值不变。
    /// 处理：有意删去的，不必处理；误删的，重新生成文书。
    /// </remarks>
    public static Diagnostic FieldGone(FieldPath field) =>
        new("PD3033", Severity.Warning, new("字段已从文书中删去，案件中的值不变", "the field is no longer in the document; the case keeps its value"), null, field);

    /// <summary>PD3034. Cause: paragraphs were deleted in Word. Fix: if they should not come back, change the template or the case.</summary>
    /// <remarks>
    /// 原因：在 Word 中删去了若干段落。
    /// 处理：今后不再需要的，修改模板或者案件文件，否则下次生成仍会出现。
    /// </remarks>
    public static Diagnostic ParagraphGone(SourceLocation at) =>
        new("PD3034", Severity.Warning, new("此段之后有一段被删去", "a paragraph after this one was deleted"), at);

    /// <summary>PD3050. Cause: a field was changed in Word, and in the case too since the document was made. Fix: decide which is right, and write it into the case or into the document.</summary>
    /// <remarks>
    /// 原因：文书生成以后，同一字段在 Word 中和案件文件中都被修改，程序不替人取舍。
    /// 处理：核实哪一个正确，在案件文件或者文书中改成一致。
    /// </remarks>
    public static Diagnostic ChangedOnBothSides(SourceLocation at, FieldPath field) =>
        new("PD3050", Severity.Warning, new("该字段在文书和案件文件中都被修改，两者不一致", "the field was changed in the document and in the case, differently"), at, field)
        {
            Hint = new("核实后在案件文件或文书中改成一致", "decide which is right and write it into the other"),
        };

    /// <summary>PD3051. Cause: text that is worked out from case fields (a capital amount, a date in words, a citation) was changed in Word. It is never written back. Fix: change the fields it is made from, and refresh.</summary>
    /// <remarks>
    /// 原因：在 Word 中改动了由案件字段换算得出的文字（如大写金额、日期、条文），这类改动不写回案件。
    /// 处理：在案件文件中修改所依据的字段，再刷新文书。
    /// </remarks>
    public static Diagnostic DerivedEdited(SourceLocation at, FieldPath field) =>
        new(
            "PD3051",
            Severity.Warning,
            new($"第{at.Start.Line}段由数据换算的文字被改动，不会写回案件", $"paragraph {at.Start.Line}: text worked out from fields was changed; it will not be written back"),
            at,
            field)
        {
            Hint = new("请修改所依据的字段，再刷新文书", "change the field it is made from, and refresh the document"),
        };

    /// <summary>PD3052. Cause: the text was made from a field that has changed since, and was edited in Word; or nobody can tell what should stand there now. It may state an old fact. Fix: correct it in Word, or make the document again.</summary>
    /// <remarks>
    /// 原因：这处文字所依据的案件数据已经变化，而文字在 Word 中改过，或者无法确定现在应写什么，可能仍是旧的事实。
    /// 处理：在 Word 中改正，或者重新生成文书。
    /// </remarks>
    public static Diagnostic Stale(SourceLocation at, FieldPath field) =>
        new(
            "PD3052",
            Severity.Warning,
            new($"第{at.Start.Line}段的文字可能仍是旧数据，未自动更新", $"paragraph {at.Start.Line}: the text may still show old data; it was not updated"),
            at,
            field)
        {
            Hint = new("核对后在 Word 中改正，或重新生成文书", "check it and correct it in Word, or make the document again"),
        };

    /// <summary>PD3053. Cause: from the case as it is now, the document would have another paragraph or row here, and the place was edited in Word (or the document cannot tell); so a refresh leaves it. Fix: carry the change over by hand, or make the document again.</summary>
    /// <remarks>
    /// 原因：按现在的案件数据，这里应增加、减少或者改变段落、表格行，但这里在 Word 中改过，或者文书没有记载原来的样子，刷新不代为改动。
    /// 处理：照案件数据手工改过来，或者重新生成文书。
    /// </remarks>
    public static Diagnostic BlockLeft(SourceLocation at, BlockChangeKind kind)
    {
        var what = WordFor(kind);
        return new(
            "PD3053",
            Severity.Warning,
            new($"第{at.Start.Line}段{what.Chinese}，但此处改过或无法确定，未自动处理", $"paragraph {at.Start.Line}: {what.English}; edited here, or not certain: it was left"),
            at)
        {
            Hint = new("照案件数据手工改过来，或重新生成文书", "carry it over by hand, or make the document again"),
        };
    }

    /// <summary>PD3056. Cause: from the case as it is now, the document would have another paragraph or row here; nobody edited the place. Fix: refresh the document.</summary>
    /// <remarks>
    /// 原因：案件数据变化后，这里应增加、减少或者改变段落、表格行，此处未被人改过。
    /// 处理：刷新文书，程序会增删或者改写这一段（行）；在 Word 任务窗格中，以新文书打开更新后的文书。
    /// </remarks>
    public static Diagnostic BlockOutOfDate(SourceLocation at, BlockChangeKind kind)
    {
        var what = WordFor(kind);
        return new(
            "PD3056",
            Severity.Warning,
            new($"第{at.Start.Line}段{what.Chinese}：案件数据已变化", $"paragraph {at.Start.Line}: {what.English}; the case has changed"),
            at)
        {
            Hint = new("刷新文书即可更新", "refresh the document"),
        };
    }

    /// <summary>PD3054. Cause: a fact has changed, and its old text still stands somewhere outside its controls, typed by hand or cut loose. Fix: correct it in Word.</summary>
    /// <remarks>
    /// 原因：案件数据已经变化，但旧的内容仍出现在控件以外，可能是手工写入的，或者控件已被删除而文字留下。
    /// 处理：在 Word 中核对并改正。
    /// </remarks>
    public static Diagnostic OldTextRemains(SourceLocation at, FieldPath field) =>
        new(
            "PD3054",
            Severity.Warning,
            new($"第{at.Start.Line}段仍有该字段的旧内容", $"paragraph {at.Start.Line} still has the old text of the field"),
            at,
            field)
        {
            Hint = new("核对后在 Word 中改正", "check it and correct it in Word"),
        };

    /// <summary>PD3055. Cause: a field has changed in the case since the document was made; nobody edited it in the document. Fix: refresh the document.</summary>
    /// <remarks>
    /// 原因：文书生成以后案件数据有变化，文书中仍是旧内容，且未被人改过。
    /// 处理：刷新文书，程序会更新这处文字。
    /// </remarks>
    public static Diagnostic OutOfDate(SourceLocation at, FieldPath field) =>
        new("PD3055", Severity.Warning, new("案件数据已变化，文书仍是旧内容", "the case has changed; the document still shows the old text"), at, field)
        {
            Hint = new("刷新文书即可更新", "refresh the document"),
        };

    private static Message WordFor(BlockChangeKind kind) => kind switch
    {
        BlockChangeKind.Insert => new("后应增加一段（行）", "a paragraph or row is to follow"),
        BlockChangeKind.Remove => new("不应再有", "it is no longer to be there"),
        _ => new("的写法应改变", "it is to be worded otherwise"),
    };
}
