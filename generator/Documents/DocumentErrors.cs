using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>What can be wrong with line markup and style sheets.</summary>
internal static partial class DocumentErrors
{
    /// <summary>PD3001. Cause: a line begins with <c>:name</c> and the style sheet has no style of that name. Fix: the hint, or add the style to the sheet.</summary>
    /// <remarks>
    /// 原因：行首 <c>:名称</c> 所用的样式在样式表中不存在。
    /// 处理：按提示改正样式名，或者在 <c>templates/_styles</c> 的样式表中增加该样式。
    /// </remarks>
    public static Diagnostic UnknownStyle(SourceLocation? at, string style, string? nearest) =>
        new("PD3001", Severity.Error, new($"样式表中没有样式“{style}”", $"the style sheet has no style '{style}'"), at)
        {
            Hint = DidYouMean(nearest),
        };

    /// <summary>PD3002. Cause: a table row has more or fewer cells than the first row. Fix: give every row the same number of cells; <c>||</c> lets the cell before it span two columns.</summary>
    /// <remarks>
    /// 原因：表格某行的格数与首行不一致。
    /// 处理：补齐或者删去单元格；跨两列的，在该格后写 <c>||</c>。
    /// </remarks>
    public static Diagnostic RaggedRow(SourceLocation? at, int cells, int columns) =>
        new(
            "PD3002",
            Severity.Error,
            new($"表格此行有{cells}格，首行有{columns}格", $"this row has {cells} cells, the first row {columns}"),
            at);

    /// <summary>PD3003. Cause: <c>**</c> or <c>__</c> begins an emphasis that does not end in the same paragraph or cell. Fix: close it, or write <c>\*\*</c> for the characters themselves.</summary>
    /// <remarks>
    /// 原因：加粗（<c>**</c>）或者下划线（<c>__</c>）在同一段、同一格内没有结束。
    /// 处理：补上结束标记；只是要写这两个字符的，前面加反斜杠。
    /// </remarks>
    public static Diagnostic UnclosedEmphasis(SourceLocation? at, string mark) =>
        new("PD3003", Severity.Error, new($"“{mark}”没有结束", $"'{mark}' is not closed"), at)
        {
            Hint = new($"在本段内写上结束的“{mark}”", $"close it with '{mark}' in the same paragraph"),
        };

    /// <summary>PD3004. Cause: a line begins with more than three <c>#</c>. Fix: use <c>#</c> title, <c>##</c> heading or <c>###</c> heading2.</summary>
    /// <remarks>
    /// 原因：标题行的 <c>#</c> 超过三个。
    /// 处理：只用 <c>#</c>（文书名）、<c>##</c>（一级标题）、<c>###</c>（二级标题）。
    /// </remarks>
    public static Diagnostic HeadingTooDeep(SourceLocation? at, int level) =>
        new("PD3004", Severity.Error, new($"标题最多三级，此处为{level}级", $"headings have three levels at most, this one has {level}"), at);

    /// <summary>PD3005. Cause: a text holds a control character or half of a surrogate pair, which no document can show. Fix: remove it from the field; it is left out of the document.</summary>
    /// <remarks>
    /// 原因：文字中有无法显示的字符，成文时已略去。
    /// 处理：在提示的字段中删去该字符，核对前后文字。
    /// </remarks>
    public static Diagnostic UnprintableCharacter(SourceLocation? at, FieldPath? field, char character) =>
        new(
            "PD3005",
            Severity.Warning,
            new($"无法显示的字符 U+{(int)character:X4} 已略去", $"the character U+{(int)character:X4} cannot be shown and is left out"),
            at,
            field);

    /// <summary>PD3006. Cause: a row of dashes (<c>|--|--:|</c>) stands below the second row of a table. Fix: keep one such row, below the header.</summary>
    /// <remarks>
    /// 原因：表格的对齐行（<c>|--|--:|</c>）不在第二行，或者写了两次。
    /// 处理：只保留表头下面的一行。
    /// </remarks>
    public static Diagnostic SecondRuler(SourceLocation? at) =>
        new("PD3006", Severity.Error, new("表格的对齐行只能是第二行", "the alignment row of a table must be its second row"), at);

    /// <summary>PD3007. Cause: a <c>:node</c> line has a word for its shape that is none. Fix: write one of those listed: <c>:node id person 名称</c>.</summary>
    /// <remarks>
    /// 原因：<c>:node</c> 行写的图形名称不存在。
    /// 处理：从提示列出的图形中选用，写作 <c>:node 编号 person 名称</c>。
    /// </remarks>
    public static Diagnostic UnknownShape(SourceLocation? at, string word, IReadOnlyList<string> allowed) =>
        new(
            "PD3007",
            Severity.Error,
            new($"没有图形“{word}”，应为{string.Join("、", allowed)}之一", $"no shape '{word}'; write one of {string.Join(", ", allowed)}"),
            at);

    /// <summary>PD3008. Cause: an <c>:edge</c> line names a node the diagram does not have; the line is left out. Fix: the hint, or add the node.</summary>
    /// <remarks>
    /// 原因：<c>:edge</c> 行指向示意图中没有的图形，该连线未画。
    /// 处理：按提示改正编号，或者增加相应的 <c>:node</c> 行。
    /// </remarks>
    public static Diagnostic UnknownNode(SourceLocation? at, string id, string? nearest) =>
        new("PD3008", Severity.Error, new($"示意图中没有“{id}”", $"the diagram has no node '{id}'"), at)
        {
            Hint = DidYouMean(nearest),
        };

    /// <summary>PD3009. Cause: two <c>:node</c> lines of a diagram have the same id; the first is drawn. Fix: give each its own id.</summary>
    /// <remarks>
    /// 原因：示意图中两个 <c>:node</c> 行编号相同，只画了第一个。
    /// 处理：给每个图形不同的编号。
    /// </remarks>
    public static Diagnostic DoubleNode(SourceLocation? at, string id) =>
        new("PD3009", Severity.Error, new($"示意图中“{id}”重复", $"the diagram has the node '{id}' twice"), at);

    /// <summary>PD3010. Cause: a style sheet lacks a required key. Fix: add it.</summary>
    /// <remarks>
    /// 原因：样式表缺少必需的项。
    /// 处理：在 <c>templates/_styles</c> 的该样式表中补上此项。
    /// </remarks>
    public static Diagnostic MissingKey(SourceLocation? at, FieldPath field) =>
        new("PD3010", Severity.Error, new("样式表缺少此项", "the style sheet lacks this key"), at, field);

    /// <summary>PD3011. Cause: a style sheet has a key that means nothing. Fix: the hint, or remove it.</summary>
    /// <remarks>
    /// 原因：样式表中有不认识的项。
    /// 处理：按提示改正名称，或者删去。
    /// </remarks>
    public static Diagnostic UnknownKey(SourceLocation? at, FieldPath field, string? nearest) =>
        new("PD3011", Severity.Error, new("样式表没有此项", "style sheets have no such key"), at, field)
        {
            Hint = DidYouMean(nearest),
        };

    /// <summary>PD3012. Cause: a value of a style sheet is of the wrong kind. Fix: write the kind the message names: a length such as <c>37mm</c> or <c>16pt</c>, a number, a text, true or false, a list, an object.</summary>
    /// <remarks>
    /// 原因：样式表中某项的值种类不对。
    /// 处理：按提示改写，如长度写 <c>37mm</c>、<c>16pt</c>，开关写 <c>true</c>、<c>false</c>。
    /// </remarks>
    public static Diagnostic WrongKind(SourceLocation? at, FieldPath field, Message expected) =>
        new(
            "PD3012",
            Severity.Error,
            new($"此处应为{expected.Chinese}", $"expected {expected.English}"),
            at,
            field);

    /// <summary>PD3013. Cause: a value of a style sheet is none of the words allowed there. Fix: write one of those listed.</summary>
    /// <remarks>
    /// 原因：样式表中某项的值不在允许的词语之内。
    /// 处理：从提示列出的词语中选用。
    /// </remarks>
    public static Diagnostic UnknownWord(SourceLocation? at, FieldPath field, IReadOnlyList<string> allowed) =>
        new(
            "PD3013",
            Severity.Error,
            new($"应为{string.Join("、", allowed)}之一", $"write one of {string.Join(", ", allowed)}"),
            at,
            field);

    /// <summary>PD3014. Cause: a style sheet names a font role or a style that it does not define. Fix: the hint, or define it.</summary>
    /// <remarks>
    /// 原因：样式表用到了没有定义的字体角色或者样式。
    /// 处理：按提示改正名称，或者在样式表中补上定义。
    /// </remarks>
    public static Diagnostic UndefinedName(SourceLocation? at, FieldPath field, string name, string? nearest) =>
        new("PD3014", Severity.Error, new($"样式表没有定义“{name}”", $"the style sheet does not define '{name}'"), at, field)
        {
            Hint = DidYouMean(nearest),
        };

    /// <summary>PD3015. Cause: the lines or the characters of the grid do not fit between the margins. Fix: make the margins, the pitch or the counts smaller.</summary>
    /// <remarks>
    /// 原因：所定的每页行数、每行字数超出版心。
    /// 处理：减小页边距、行距，或者减少行数、字数。
    /// </remarks>
    public static Diagnostic GridTooLarge(SourceLocation? at, FieldPath field) =>
        new("PD3015", Severity.Error, new("版心容纳不下所定的行数或字数", "the grid does not fit between the margins"), at, field);

    /// <summary>PD3020. Cause: a diagram has more nodes or edges than anybody can read; those over the limit are left out. Fix: make several diagrams, or leave out minor parties.</summary>
    /// <remarks>
    /// 原因：示意图的图形或者连线过多，超出上限的未画。
    /// 处理：分成几张图，或者略去次要的主体。
    /// </remarks>
    public static Diagnostic DiagramTooLarge(SourceLocation? at, int nodes, int edges) =>
        new(
            "PD3020",
            Severity.Error,
            new($"示意图过大：最多{nodes}个图形、{edges}条连线", $"the diagram is too large: at most {nodes} nodes and {edges} edges"),
            at);

    private static Message? DidYouMean(string? nearest) =>
        nearest is null ? null : new($"是否为“{nearest}”？", $"did you mean '{nearest}'?");
}
