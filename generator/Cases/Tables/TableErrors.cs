using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>What can be wrong with a table of cases. No message repeats a value: it may be a person's.</summary>
internal static class TableErrors
{
    /// <summary>PD1100. Cause: the workbook is broken, or is no workbook. Fix: open it in Excel or WPS and save it again as .xlsx.</summary>
    /// <remarks>
    /// 原因：工作簿已损坏，或者不是 .xlsx 文件。
    /// 处理：用 Excel 或 WPS 打开后另存为 .xlsx；打不开的，取原件重新导出。
    /// </remarks>
    public static Diagnostic BrokenWorkbook(SourceLocation at) =>
        new("PD1100", Severity.Error, new("工作簿已损坏，或者不是 .xlsx 文件", "the workbook is broken, or is no .xlsx file"), at)
        {
            Hint = new("用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"),
        };

    /// <summary>PD1101. Cause: the workbook asks for a password to be opened. Fix: save a copy without one.</summary>
    /// <remarks>
    /// 原因：工作簿设有打开密码。
    /// 处理：在 Excel 或 WPS 中去掉打开密码，另存一份。
    /// </remarks>
    public static Diagnostic ProtectedWorkbook(SourceLocation at) =>
        new("PD1101", Severity.Error, new("工作簿设有打开密码，无法读取", "the workbook is protected by a password"), at)
        {
            Hint = new("在 Excel 或 WPS 中去掉打开密码，另存一份", "remove the password and save a copy"),
        };

    /// <summary>PD1102. Cause: a kind of file that no cases are read from. Fix: .xlsx, .csv, .jsonl, or a folder of case files.</summary>
    /// <remarks>
    /// 原因：批量生成不能读取这种文件。
    /// 处理：改用 .xlsx、.csv、.jsonl 文件，或者案件文件所在的文件夹；旧式 .xls 请另存为 .xlsx。
    /// </remarks>
    public static Diagnostic UnknownSource(SourceLocation at, string extension) =>
        new("PD1102", Severity.Error, new($"不能从“{extension}”文件读取案件", $"cases cannot be read from a '{extension}' file"), at)
        {
            Hint = new("可用：.xlsx、.csv、.jsonl，或者案件文件所在的文件夹", "use .xlsx, .csv, .jsonl, or a folder of case files"),
        };

    /// <summary>PD1103. Cause: the table has no header row. Fix: <c>piidocs sheet</c> writes one.</summary>
    /// <remarks>
    /// 原因：表中没有表头。
    /// 处理：第一行写各列的名称；可用 <c>piidocs sheet</c> 生成空表。
    /// </remarks>
    public static Diagnostic NoHeader(SourceLocation at) =>
        new("PD1103", Severity.Error, new("表中没有表头", "the table has no header row"), at)
        {
            Hint = new("第一行写各列的名称；可用 piidocs sheet 生成空表", "name the columns in the first row; `piidocs sheet` writes an empty form"),
        };

    /// <summary>PD1104. Cause: a header names no field of a case. Fix: the hint; begin it with # for a column of your own.</summary>
    /// <remarks>
    /// 原因：表头不是案件的字段。
    /// 处理：按提示改正；自用的列在表头前加“#”，程序不读。
    /// </remarks>
    public static Diagnostic UnknownColumn(SourceLocation at, string header, string? nearest) =>
        new("PD1104", Severity.Error, new($"没有名为“{header}”的字段", $"no field is called '{header}'"), at)
        {
            Hint = nearest is null
                ? new("自用的列请在表头前加“#”", "begin the header of a column of your own with '#'")
                : new($"是否指“{nearest}”？自用的列请在表头前加“#”", $"did you mean '{nearest}'? Begin the header of a column of your own with '#'"),
        };

    /// <summary>PD1105. Cause: a header fits several fields. Fix: write the labels of what the field is part of in front of it.</summary>
    /// <remarks>
    /// 原因：表头对应几个字段，程序不能确定是哪一个。
    /// 处理：按提示写全名称，例如“检察院·名称”。
    /// </remarks>
    public static Diagnostic AmbiguousColumn(SourceLocation at, string header, IEnumerable<string> candidates) =>
        new("PD1105", Severity.Error, new($"“{header}”对应几个字段", $"'{header}' may be one of several fields"), at)
        {
            Hint = new($"请写全：{string.Join("、", candidates)}", $"write one of: {string.Join(", ", candidates)}"),
        };

    /// <summary>PD1106. Cause: two columns of one table hold the same field. Fix: remove one.</summary>
    /// <remarks>
    /// 原因：表中两列是同一个字段。
    /// 处理：删去一列，或者改正表头。
    /// </remarks>
    public static Diagnostic DoubleColumn(SourceLocation at, FieldPath field, int first) =>
        new("PD1106", Severity.Error, new($"与第 {first} 列是同一个字段", $"the same field as column {first}"), at, field)
        {
            Hint = new("删去一列，或者改正表头", "remove one of them, or correct its header"),
        };

    /// <summary>PD1107. Cause: no column says which case a row is. Fix: add one that holds the case's id.</summary>
    /// <remarks>
    /// 原因：表中没有案件编号列，无法区分各行属于哪个案件。
    /// 处理：增加“案件编号”列；明细表还要有所属上级项的序号列。
    /// </remarks>
    public static Diagnostic NoKeyColumn(SourceLocation at, string header) =>
        new("PD1107", Severity.Error, new($"缺少“{header}”列", $"there is no column '{header}'"), at)
        {
            Hint = new("每行都要写明属于哪个案件", "every row has to say which case it belongs to"),
        };

    /// <summary>PD1108. Cause: a row with something in it does not say which case it is. Fix: fill in its id; take joined cells apart.</summary>
    /// <remarks>
    /// 原因：该行有内容，但没有案件编号；合并的单元格只算第一行。
    /// 处理：补填案件编号；单元格合并的，取消合并后逐行填写。
    /// </remarks>
    public static Diagnostic NoKey(SourceLocation at, FieldPath field, bool isMerged) =>
        new("PD1108", Severity.Error, new("该行没有案件编号", "the row has no case id"), at, field)
        {
            Hint = isMerged
                ? new("单元格已合并，只算第一行；请取消合并，逐行填写", "joined cells count for their first row only; take them apart")
                : new("请补填案件编号", "fill in the id of the case"),
        };

    /// <summary>PD1109. Cause: two rows have one case id (letters of either size count as the same). Fix: correct one; the first was used.</summary>
    /// <remarks>
    /// 原因：两行的案件编号相同（不分大小写），程序只用前一行。
    /// 处理：改正其中一行的编号；确属重复的，删去一行。
    /// </remarks>
    public static Diagnostic DoubleKey(SourceLocation at, FieldPath field, int firstRow) =>
        new("PD1109", Severity.Error, new($"案件编号与第 {firstRow} 行相同", $"the same case id as in row {firstRow}"), at, field)
        {
            Hint = new("本行未制作；请改正编号，或者删去重复的一行", "this row was not used; correct its id or remove one of them"),
        };

    /// <summary>PD1110. Cause: a formula that was never calculated: the file holds no value for it. Fix: open the workbook, calculate, save.</summary>
    /// <remarks>
    /// 原因：单元格是公式，但文件中没有计算结果。
    /// 处理：用 Excel 或 WPS 打开，重新计算并保存；或者改填数值。
    /// </remarks>
    public static Diagnostic UncalculatedFormula(SourceLocation at) =>
        new("PD1110", Severity.Error, new("公式没有计算结果", "a formula without a value"), at)
        {
            Hint = new("用 Excel 或 WPS 打开后重新计算并保存，或者改填数值", "open it in Excel or WPS, calculate and save; or write the value"),
        };

    /// <summary>PD1111. Cause: the cell shows an error such as #REF!. Fix: correct the formula, or write the value.</summary>
    /// <remarks>
    /// 原因：单元格的值是错误，例如 #REF!、#N/A。
    /// 处理：改正公式，或者直接填写数值。
    /// </remarks>
    public static Diagnostic CellError(SourceLocation at) =>
        new("PD1111", Severity.Error, new("单元格的值是错误（如 #REF!、#N/A）", "the cell holds an error such as #REF! or #N/A"), at)
        {
            Hint = new("改正公式，或者直接填写数值", "correct the formula, or write the value"),
        };

    /// <summary>PD1112. Cause: an identifier was typed as a number, and the workbook kept fifteen of its digits. Fix: format the cell as text and type it again.</summary>
    /// <remarks>
    /// 原因：号码被当作数值录入，工作簿只保留了前十五位。
    /// 处理：先把单元格格式设为“文本”，再重新录入号码。
    /// </remarks>
    public static Diagnostic DigitsLost(SourceLocation at, FormField field) =>
        new("PD1112", Severity.Error,
            new($"“{field.Labels[^1]}”被当作数值，第十五位以后的数字已丢失", $"'{field.Labels[^1]}' was kept as a number and lost the digits after the fifteenth"), at, field.Path)
        {
            Hint = new("把单元格格式设为“文本”，再重新录入", "format the cell as text, then type it again"),
        };

    /// <summary>PD1113. Cause: the row is hidden, by hand or by a filter; it was used all the same. Fix: delete it if it is not wanted.</summary>
    /// <remarks>
    /// 原因：该行被隐藏或者筛选掉，程序照常制作。
    /// 处理：不需要制作的，删去该行；需要的，取消隐藏以免遗漏。
    /// </remarks>
    public static Diagnostic HiddenRow(SourceLocation at) =>
        new("PD1113", Severity.Warning, new("该行被隐藏或者筛选掉，已照常制作", "the row is hidden or filtered out, and was used all the same"), at)
        {
            Hint = new("不需要制作的，请删去该行", "delete it if it is not wanted"),
        };

    /// <summary>PD1114. Cause: a sheet that is called like no list of a case; it was not read. Fix: the hint, or nothing if the sheet is your own.</summary>
    /// <remarks>
    /// 原因：工作表的名称不是案件中的任何一组重复项，程序没有读取。
    /// 处理：按提示改正工作表名称；自用的工作表不必处理。
    /// </remarks>
    public static Diagnostic UnusedSheet(SourceLocation at, string sheet, string? nearest) =>
        new("PD1114", Severity.Warning, new($"工作表“{sheet}”没有读取", $"the sheet '{sheet}' was not read"), at)
        {
            Hint = nearest is null ? null : new($"是否应名为“{nearest}”？", $"should it be called '{nearest}'?"),
        };

    /// <summary>PD1115. Cause: a row of a further sheet belongs to a case that the first sheet does not have. Fix: its id.</summary>
    /// <remarks>
    /// 原因：明细表中的行所属的案件，在第一张工作表中没有。
    /// 处理：核对案件编号；前导零、全角字符都算不同。
    /// </remarks>
    public static Diagnostic OrphanRow(SourceLocation at, FieldPath field) =>
        new("PD1115", Severity.Error, new("第一张工作表中没有这个案件编号", "the first sheet has no case of this id"), at, field)
        {
            Hint = new("请核对案件编号（前导零、全角字符都算不同）", "check the id; leading zeros and wide characters count"),
        };

    /// <summary>PD1116. Cause: a quotation mark inside a field of a CSV file that is not doubled, or one that is never closed. Fix: double it, or save as .xlsx.</summary>
    /// <remarks>
    /// 原因：CSV 中的双引号没有成对，或者字段内的双引号没有写两次。
    /// 处理：字段内的双引号写两次，整个字段加双引号；或者改用 .xlsx。
    /// </remarks>
    public static Diagnostic StrayQuote(SourceLocation at) =>
        new("PD1116", Severity.Error, new("双引号没有成对", "a stray quotation mark"), at)
        {
            Hint = new("字段内的双引号写两次，整个字段加双引号；或者改用 .xlsx", "double it and put quotes around the field, or use .xlsx"),
        };

    /// <summary>PD1117. Cause: a row has cells beyond the last header; mostly a comma inside a field. Fix: quotes around that field.</summary>
    /// <remarks>
    /// 原因：该行的列数多于表头，多为字段内有逗号而没有加双引号。
    /// 处理：给含逗号的字段加双引号；多余的单元格清空。
    /// </remarks>
    public static Diagnostic TooManyCells(SourceLocation at, int count, int headers) =>
        new("PD1117", Severity.Error, new($"该行有 {count} 列，表头只有 {headers} 列", $"the row has {count} cells, and the header {headers}"), at)
        {
            Hint = new("含逗号的字段请加双引号", "put quotes around a field with a comma in it"),
        };

    /// <summary>PD1118. Cause: the bytes are text in none of the encodings that are read. Fix: save the file as UTF-8.</summary>
    /// <remarks>
    /// 原因：文件不是 UTF-8、UTF-16 或者 GB18030（GBK）编码的文字。
    /// 处理：在 Excel 或 WPS 中另存为“CSV UTF-8”，或者改用 .xlsx。
    /// </remarks>
    public static Diagnostic UnknownEncoding(SourceLocation at) =>
        new("PD1118", Severity.Error, new("无法识别文件的编码", "the encoding of the file is none that is known"), at)
        {
            Hint = new("请另存为“CSV UTF-8”，或者改用 .xlsx", "save it as CSV UTF-8, or use .xlsx"),
        };

    /// <summary>PD1119. Cause: a row of a further sheet belongs to an item that the case does not have. Fix: the number or id of that item.</summary>
    /// <remarks>
    /// 原因：明细行所属的上级项不存在。
    /// 处理：序号列填上级项在本案中的次序（从 1 起），或者它的代号。
    /// </remarks>
    public static Diagnostic NoSuchItem(SourceLocation at, FieldPath field) =>
        new("PD1119", Severity.Error, new("所属的上级项不存在", "the item this row belongs to does not exist"), at, field)
        {
            Hint = new("填上级项在本案中的次序（从 1 起），或者它的代号", "write its place among the items of the case, from 1, or its id"),
        };

    /// <summary>PD1120. Cause: the table has a header and no rows. Fix: fill it in.</summary>
    /// <remarks>
    /// 原因：表中只有表头，没有案件。
    /// 处理：从表头的下一行起，一行填一个案件。
    /// </remarks>
    public static Diagnostic NoCases(SourceLocation at) =>
        new("PD1120", Severity.Error, new("表中没有案件", "the table has no cases"), at)
        {
            Hint = new("从表头的下一行起，一行填一个案件", "fill in one case a row, below the header"),
        };

    /// <summary>PD1121. Cause: the file of JSON lines holds none. Fix: write one case a line.</summary>
    /// <remarks>
    /// 原因：文件中一个案件也没有。
    /// 处理：每行写一个案件。
    /// </remarks>
    public static Diagnostic NoLines(SourceLocation at) =>
        new("PD1121", Severity.Error, new("文件中没有案件", "the file has no cases"), at)
        {
            Hint = new("每行写一个案件：{…}", "write one case a line: {…}"),
        };

    /// <summary>PD1122. Cause: a cell has a value in a column without a header. Fix: write the field's name above it, or # where it is a note.</summary>
    /// <remarks>
    /// 原因：该格所在的列没有表头，不知道填的是哪一项。
    /// 处理：在表头写明字段；只是备注的，表头写 #。
    /// </remarks>
    public static Diagnostic NoHeaderAbove(SourceLocation at) =>
        new("PD1122", Severity.Error, new("该格有内容，而该列没有表头", "the cell has a value, and its column has no header"), at)
        {
            Hint = new("在表头写明字段；备注列的表头写 #", "write the field's name in the header, or # where the column is a note"),
        };
}
