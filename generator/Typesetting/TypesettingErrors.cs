using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Typesetting;

/// <summary>What can go wrong when a document is set in pages. PD40xx: layout; font files have PD41xx.</summary>
internal static class TypesettingErrors
{
    /// <summary>PD4001. Cause: the first choice of a font role is not on this machine. Fix: install it, or accept the face named; <c>--strict-fonts</c> makes this an error.</summary>
    /// <remarks>
    /// 原因：本机没有样式表首选的字体，已用另一种字体代替。
    /// 处理：安装首选字体（可用 <c>piidocs fonts</c> 查看）；不允许代替的，加 <c>--strict-fonts</c>，此时按错误处理。
    /// </remarks>
    public static Diagnostic RoleSubstituted(string role, string wanted, string used) =>
        new("PD4001", Severity.Warning, new(
            $"没有字体“{wanted}”，“{role}”用“{used}”代替",
            $"font '{wanted}' is not here; '{used}' plays the role '{role}'"));

    /// <summary>PD4002. Cause: no face at all for a font role. Fix: install one of the faces the style sheet lists for it.</summary>
    /// <remarks>
    /// 原因：某个字体角色在本机没有任何可用字体。
    /// 处理：安装样式表为该角色所列的字体之一，可用 <c>piidocs fonts</c> 查看。
    /// </remarks>
    public static Diagnostic RoleWithoutFace(string role) =>
        new("PD4002", Severity.Error, new(
            $"没有一种字体可用作“{role}”",
            $"no font for the role '{role}'"))
        {
            Hint = new("安装样式表所列字体之一，参见 piidocs fonts", "install one of the faces the style sheet lists, see `piidocs fonts`"),
        };

    /// <summary>PD4003. Cause: a paragraph names a style the sheet does not have. Fix: correct the style's name in the template, or add it to the sheet.</summary>
    /// <remarks>
    /// 原因：段落使用了样式表中没有的样式，已按正文排版。
    /// 处理：改正模板中的样式名，或者在样式表中增加该样式。
    /// </remarks>
    public static Diagnostic UnknownStyle(string style, SourceLocation? at) =>
        new("PD4003", Severity.Error, new(
            $"样式表没有样式“{style}”，按正文排版",
            $"the style sheet has no style '{style}'; set as body text"), at);

    /// <summary>PD4004. Cause: a style names a font role the sheet does not have. Fix: add the role under <c>fonts</c> in the style sheet.</summary>
    /// <remarks>
    /// 原因：样式使用了样式表中没有定义的字体角色。
    /// 处理：在样式表的 <c>fonts</c> 下增加该角色。
    /// </remarks>
    public static Diagnostic UnknownRole(string role) =>
        new("PD4004", Severity.Error, new(
            $"样式表没有字体角色“{role}”",
            $"the style sheet has no font role '{role}'"));

    /// <summary>PD4005. Cause: a character that no installed face has. Fix: install a font that has it; rare name characters are in BabelStone Han and HanaMin.</summary>
    /// <remarks>
    /// 原因：本机没有字体含有该字，常见于人名、地名中的生僻字。
    /// 处理：安装含有该字的字体（如 BabelStone Han、花园明朝），可用 <c>piidocs fonts</c> 查看；不得以别字代替姓名用
    /// 字。
    /// </remarks>
    public static Diagnostic MissingCharacter(string character, int codePoint, string document, Origin origin)
    {
        var code = "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
        var named = document.Length == 0 ? new Message("本文档", "this document") : new($"《{document}》", $"the document '{document}'");
        return new("PD4005", Severity.Error, new(
            $"没有字体含有{named.Chinese}中的“{character}”（{code}）",
            $"no font has '{character}' ({code}) of {named.English}"),
            origin.Template,
            origin.Fields.IsEmpty ? null : origin.Fields[0])
        {
            Hint = new("安装含有该字的字体，参见 piidocs fonts", "install a font that does, see `piidocs fonts`"),
        };
    }

    /// <summary>PD4007. Cause: a vertical cell with more text than columns of a page's height can take in its width. Fix: widen its column, or let it lie.</summary>
    /// <remarks>
    /// 原因：竖排单元格的文字太多，在该列宽度内排满一页也放不下，已改为横排。
    /// 处理：加宽该列、精简文字，或者改为横排。
    /// </remarks>
    public static Diagnostic ColumnTallerThanPage(int row, Origin origin) =>
        new("PD4007", Severity.Warning, new(
            $"表格第{row}行的竖排单元格排满一页也放不下，已改为横排",
            $"row {row} of a table: the text of a vertical cell does not fit the height of a page; set in lines instead"),
            origin.Template,
            origin.Fields.IsEmpty ? null : origin.Fields[0]);

    /// <summary>PD4006. Cause: a table row taller than a page. Fix: nothing, if the split row reads well; else shorten the cell named, or widen its column.</summary>
    /// <remarks>
    /// 原因：表格的一行高于一页，已拆到下页。
    /// 处理：阅读无碍的，不必处理；否则精简该格文字，或者加宽该列。
    /// </remarks>
    public static Diagnostic RowTallerThanPage(
        (int Row, int Column) cell,
        (int Lines, int Room) height,
        Origin origin) =>
        new("PD4006", Severity.Warning, new(
            $"表格第{cell.Row}行高于一页，已拆到下页：第{cell.Column}列有{height.Lines}行，一页容{height.Room}行",
            $"row {cell.Row} of a table is taller than a page and was split: the cell in column {cell.Column} has {height.Lines} lines, a page has room for {height.Room}"),
            origin.Template,
            origin.Fields.IsEmpty ? null : origin.Fields[0]);
}
