using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Says in the user's words why JSON broke, from what stands at the place where it did.</summary>
internal static class JsonComplaint
{
    public static Diagnostic Explain(SourceLocation at)
    {
        var text = at.Source.Text;
        var offset = at.Span.Start;
        var found = offset < text.Length ? text[offset] : '\0';
        var before = LastVisibleBefore(text, offset);
        var (what, hint) = (found, before) switch
        {
            ('\0', _) => (
                new Message("JSON 到文件末尾还没有写完", "the JSON ends before it is complete"),
                new Message("请检查引号、方括号和花括号是否配对", "check that quotes, brackets and braces are in pairs")),
            ('“' or '”' or '‘' or '’' or '\'', _) => (
                new("JSON 的引号应为半角双引号", "JSON's quotes are plain double quotes"),
                new("请改为 \"", "write \"")),
            ('：' or '，' or '｛' or '｝' or '［' or '］', _) => (
                new($"JSON 的标点应为半角，这里是全角“{found}”", $"JSON's punctuation is half width; this is '{found}'"),
                new("请切换到英文标点再写", "switch the keyboard to half-width punctuation")),
            ('}' or ']', ',') => (
                new("最后一项后面不能有逗号", "no comma after the last item"),
                new("请删去前面的逗号", "remove the comma before it")),
            ('"', '"' or '}' or ']' or 'e' or (>= '0' and <= '9')) => (
                new("两项之间缺逗号", "a comma is missing between two items"),
                new("请在前一项后面加“,”", "write ',' after the item before")),
            ((>= '0' and <= '9'), '0') => (
                new("数字不能以 0 开头", "a number cannot begin with 0"),
                new("若是号码，请加双引号写成文字", "if it is an identifier, put double quotes around it")),
            ('\n' or '\r' or '\t', _) => (
                new("引号里的文字不能直接换行或含制表符", "text in quotes cannot hold a line end or a tab as it is"),
                new("换行写作 \\n；或检查引号是否配对", "write \\n for a line end, or check that the quotes are in pairs")),
            _ => (
                new("这里不合 JSON 的写法", "this is not well-formed JSON"),
                new("请检查这一处的引号、逗号、冒号和括号", "check the quotes, commas, colons and brackets here")),
        };
        return CaseErrors.BrokenSyntax(at, what, hint);
    }

    private static char LastVisibleBefore(string text, int offset)
    {
        while (offset > 0 && char.IsWhiteSpace(text[offset - 1]))
        {
            offset--;
        }

        return offset > 0 ? text[offset - 1] : '\0';
    }
}
