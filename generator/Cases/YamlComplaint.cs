using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Says in the user's words why YAML broke: the parser's words are about scanners and keys.</summary>
internal static partial class YamlComplaint
{
    private static readonly (Func<Scene, int?> Find, Message What, Message Hint)[] Causes =
    [
        (scene => scene.InNearLines(TabIndentPattern()),
            new("缩进用了制表符（Tab）", "a tab in the indentation"),
            new("YAML 只能用空格缩进；请把 Tab 换成两个空格", "YAML is indented by spaces only; replace the tab by two")),
        (scene => scene.InNearLines(FullWidthColonPattern()),
            new("冒号是全角“：”", "the colon is full width"),
            new("字段名后应为半角“:”加一个空格", "write ':' (half width) and a space after the field's name")),
        (scene => scene.InNearLines(NoSpaceAfterColonPattern()),
            new("冒号后面缺一个空格", "a space is missing after the colon"),
            new("请写成“字段: 值”", "write 'name: value'")),
        (scene => scene.Says("escape") ? scene.Start : null,
            new("双引号里的反斜杠“\\”有特别的意思", "a backslash has a meaning of its own in double quotes"),
            new("请改用单引号，或写成“\\\\”", "use single quotes, or write it twice")),
        (scene => scene.Says("quoted") ? scene.Start : null,
            new("引号没有配对，或引号内的换行没有缩进", "a quote that is not closed, or a line in quotes that is not indented"),
            new("请检查这一处的引号；正文里的引号用“”", "check the quotes here; inside a text write “ ”")),
        (scene => scene.Says("cannot start any token") ? scene.Start : null,
            new("值不能以这个字符开头", "a value cannot begin with this character"),
            new("请给整个值加引号", "put quotes around the value")),
        (scene => scene.Says("not allowed in this context") && scene.CharAtStart == '-' ? scene.Start : null,
            new("列表的“- ”不能写在字段的同一行", "a list cannot begin on the line of its field"),
            new("请换行，缩进后再写“- ”", "begin a new line, indent it, and write '- '")),
        (scene => scene.InLine(TwoColonsPattern()),
            new("值里又有“: ”", "a second ': ' inside a value"),
            new("请给整个值加引号", "put quotes around the value")),
        (scene => scene.Says("flow") ? scene.Start : null,
            new("方括号或花括号里有错，或没有配对", "a slip inside brackets or braces, or one that is not closed"),
            new("请检查括号和逗号；正文里的括号请连同整个值加引号", "check brackets and commas; put quotes around a text that begins with one")),
        (scene => scene.Says("expected ':'") ? scene.Start : null,
            new("这一行既不是“字段: 值”，也不是列表项", "neither a field with its value nor an item of a list"),
            new("字段名后写“: ”，列表项前写“- ”；长文字换行要缩进", "write ': ' after a name, '- ' before an item, and indent the further lines of a text")),
        (scene => scene.Says("invalid mapping") || scene.Says("expected key") || scene.Says("expected '-'") ? scene.Start : null,
            new("缩进与上文不一致", "the indentation does not agree with the lines above"),
            new("同一级的字段要左边对齐；上一行若已有值，下面不能再缩进", "fields of one level start in one column; below a field with a value nothing is indented")),
    ];

    public static Diagnostic Explain(SourceText source, SourceLocation at, string parserMessage)
    {
        var scene = new Scene(source, at.Span, parserMessage);
        foreach (var (find, what, hint) in Causes)
        {
            if (find(scene) is { } offset)
            {
                return CaseErrors.BrokenSyntax(CharAt(source, offset), what, hint);
            }
        }

        return CaseErrors.BrokenSyntax(
            CharAt(source, scene.Start),
            new("这里不合 YAML 的写法", "this is not well-formed YAML"),
            new("请检查这一行和上一行的缩进、冒号和引号", "check indentation, colons and quotes on this line and the one before"));
    }

    public static Diagnostic UnclosedBracket(SourceLocation at) =>
        CaseErrors.BrokenSyntax(
            at,
            new("方括号或花括号没有配对", "a bracket or brace is not closed"),
            new("请在这一项之后补上“]”或“}”", "close it after this item"));

    private static SourceLocation CharAt(SourceText source, int offset) =>
        new(source, new(offset, offset < source.Text.Length ? 1 : 0));

    [GeneratedRegex(@"^ *(?<here>\t)", RegexOptions.CultureInvariant)]
    private static partial Regex TabIndentPattern();

    [GeneratedRegex(@"^[ -]*[^\s:：""'#]+(?<here>：)(?!.*: )", RegexOptions.CultureInvariant)]
    private static partial Regex FullWidthColonPattern();

    [GeneratedRegex(@"^[ -]*[^\s:""'#\[{/]+(?<here>:)[^\s:/](?!.*: )", RegexOptions.CultureInvariant)]
    private static partial Regex NoSpaceAfterColonPattern();

    [GeneratedRegex(@"^[ -]*[^\s:""'#]+: +[^""'\[{|>].*?(?<here>: )", RegexOptions.CultureInvariant)]
    private static partial Regex TwoColonsPattern();

    /// <summary>The lines around the place where the parser gave up.</summary>
    private sealed class Scene(SourceText source, TextSpan span, string parserMessage)
    {
        public int Start => span.Start;

        public char CharAtStart => span.Start < source.Text.Length ? source.Text[span.Start] : '\0';

        public bool Says(string words) => parserMessage.Contains(words, StringComparison.OrdinalIgnoreCase);

        public int? InLine(Regex pattern) => InLine(source.PositionOf(span.End).Line, pattern);

        /// <summary>Looks at the line behind the one where the parser stopped, then back to the one before the trouble began.</summary>
        public int? InNearLines(Regex pattern)
        {
            var stopped = source.PositionOf(span.End).Line;
            var began = Math.Min(source.PositionOf(span.Start).Line, stopped);
            var last = Math.Min(stopped + 1, source.PositionOf(source.Text.Length).Line);
            for (var line = last; line >= Math.Max(Math.Max(1, began - 1), stopped - 20); line--)
            {
                if (InLine(line, pattern) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        private int? InLine(int line, Regex pattern)
        {
            // The patterns backtrack; a slip further right than this is nothing they know.
            var text = source.LineText(line);
            return pattern.Match(text[..Math.Min(text.Length, 500)]) is { Success: true } match
                ? source.OffsetOf(new(line, match.Groups["here"].Index + 1))
                : null;
        }
    }
}
