using System.Collections.Immutable;
using System.Text;
using PiiDocs.Cases.Writing;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Writes a field that a case file does not have yet, in the manner of what stands around it.</summary>
/// <remarks>What it writes is proved by the caller; here is only the place and the spelling.</remarks>
internal static class FieldInsertion
{
    private const int IndentStep = 2;

    public static bool IsJson(SourceText source) => source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public static string Insert(SourceText source, FieldGap gap, DataNode value)
    {
        var lines = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return IsJson(source) ? InsertJson(source, gap, value, lines)
            : IsBracketed(source, gap.Owner) ? InsertFlow(source, gap, value)
            : InsertBlock(source, gap, value, lines);
    }

    private static bool IsBracketed(SourceText source, DataNode owner) =>
        owner is DataObject or DataList && source.Text[owner.Location!.Value.Span.Start] is '{' or '[';

    private static string InsertBlock(SourceText source, FieldGap gap, DataNode value, string lineEnd)
    {
        var span = gap.Owner.Location!.Value.Span;
        if (gap.Owner is not DataNull)
        {
            return At(source.Text, LineEndBehind(source.Text, span.End), lineEnd + Block(gap.Steps, value, ColumnOf(source.Text, span.Start), lineEnd));
        }

        // An empty field: what it gets stands below its name, two columns further in; a written null goes.
        var line = source.Text.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        var indent = IndentOfName(source.Text, line) + IndentStep;
        var text = source.Text.Remove(span.Start, span.Length);
        var end = LineEndBehind(text, span.Start);
        var tail = text[span.Start..end];
        var behind = tail.Trim().Length == 0 ? span.Start : end;
        return text[..TrimmedEnd(text, behind)] + lineEnd + Block(gap.Steps, value, indent, lineEnd) + text[end..];
    }

    private static int TrimmedEnd(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    /// <summary>The lines of a nested block, without the line end behind the last.</summary>
    private static string Block(ImmutableArray<string> steps, DataNode value, int indent, string lineEnd)
    {
        var output = new StringBuilder(new string(' ', indent));
        var column = indent;
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] == FieldGap.NewItem)
            {
                output.Append("- ");
                column += IndentStep;
                continue;
            }

            output.Append(YamlText.Write(steps[i], "", "")).Append(':');
            column += IndentStep;
            if (i + 1 < steps.Length)
            {
                output.Append(lineEnd).Append(' ', column);
            }
        }

        // Behind a dash the value follows at once, behind a name after a blank.
        return output.Append(steps[^1] == FieldGap.NewItem ? "" : " ").Append(Scalar(value, new string(' ', column), lineEnd)).ToString();
    }

    private static string Scalar(DataNode value, string indent, string lineEnd) => value switch
    {
        DataText { Value: var text } => YamlText.Write(text, text.Contains('\n', StringComparison.Ordinal) ? $"|{(lineEnd == "\n" ? "" : "\r")}" : "", indent),
        _ => Plain(value),
    };

    private static string InsertFlow(SourceText source, FieldGap gap, DataNode value)
    {
        var span = gap.Owner.Location!.Value.Span;
        var written = Inline(gap.Steps, value, isJson: false);
        return LastChildOf(gap.Owner) is { Location.Span.End: var end }
            ? At(source.Text, end, $", {written}")
            : At(source.Text, span.Start + 1, gap.Owner is DataObject ? $" {written} " : written);
    }

    private static string InsertJson(SourceText source, FieldGap gap, DataNode value, string lineEnd)
    {
        var span = gap.Owner.Location!.Value.Span;
        var written = Inline(gap.Steps, value, isJson: true);
        if (gap.Owner is DataNull)
        {
            var whole = gap.Steps[0] == FieldGap.NewItem ? $"[{written}]" : $"{{ {written} }}";
            return source.Text[..span.Start] + whole + source.Text[span.End..];
        }

        if (LastChildOf(gap.Owner) is not { Location.Span: var last })
        {
            return At(source.Text, span.Start + 1, gap.Owner is DataObject ? $" {written} " : written);
        }

        var line = source.Text.LastIndexOf('\n', last.Start) + 1;
        if (line <= span.Start)
        {
            return At(source.Text, last.End, $", {written}");
        }

        // One member a line: the comma goes behind the value, the new member behind whatever else the line says.
        var end = LineEndBehind(source.Text, last.End);
        var indent = IndentOfLine(source.Text, source.Text.LastIndexOf('\n', FirstLineOf(gap.Owner, last).Start) + 1);
        return source.Text[..last.End] + "," + source.Text[last.End..end] + lineEnd + new string(' ', indent) + written + source.Text[end..];
    }

    /// <summary>Where the last member begins: its name where it has one.</summary>
    private static TextSpan FirstLineOf(DataNode owner, TextSpan last) =>
        owner is DataObject { Members: [.., { NameLocation: { } name }] } ? name.Span : last;

    private static string Inline(ImmutableArray<string> steps, DataNode value, bool isJson)
    {
        var inner = steps.Length == 1
            ? value is DataText text ? isJson ? JsonText.Quote(text.Value) : YamlText.Write(text.Value, "", "") : Plain(value)
            : steps[1] == FieldGap.NewItem ? $"[{Inline(steps[1..], value, isJson)}]" : $"{{ {Inline(steps[1..], value, isJson)} }}";
        return steps[0] == FieldGap.NewItem ? inner : $"{(isJson ? JsonText.Quote(steps[0]) : YamlText.Write(steps[0], "", ""))}: {inner}";
    }

    private static string Plain(DataNode value) => value switch
    {
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        _ => "null",
    };

    private static DataNode? LastChildOf(DataNode owner) => owner switch
    {
        DataObject { Members: [.., var member] } => member.Value,
        DataList { Items: [.., var item] } => item,
        _ => null,
    };

    private static string At(string text, int offset, string inserted) => text.Insert(offset, inserted);

    private static int LineEndBehind(string text, int offset)
    {
        var end = text.AsSpan(offset).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : offset + end;
    }

    private static int ColumnOf(string text, int offset) => offset - (offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1);

    private static int IndentOfLine(string text, int line)
    {
        var indent = 0;
        while (line + indent < text.Length && text[line + indent] == ' ')
        {
            indent++;
        }

        return indent;
    }

    /// <summary>The column of the name on a line, behind the dashes of a list.</summary>
    private static int IndentOfName(string text, int line)
    {
        var indent = IndentOfLine(text, line);
        while (text.AsSpan(line + indent).StartsWith("- "))
        {
            indent += IndentStep;
        }

        return indent;
    }
}
