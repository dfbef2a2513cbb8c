using System.Diagnostics;
using System.Globalization;
using System.Text;
using PiiDocs.Cases.Writing;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Writes values as JSON that <see cref="CaseReader"/> reads back as the same values.</summary>
public static class CaseWriter
{
    /// <summary>Indented by two spaces, Chinese as it is, the line end \n; numbers as they were written where JSON allows it.</summary>
    public static string ToJson(DataNode value)
    {
        var output = new StringBuilder();
        Append(output, value, 0);
        return output.Append('\n').ToString();
    }

    private static void Append(StringBuilder output, DataNode value, int depth)
    {
        switch (value)
        {
            case DataText text:
                output.Append(JsonText.Quote(text.Value));
                break;
            case DataNumber number:
                output.Append(JsonText.IsNumber(number.Written) ? number.Written : number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case DataFlag flag:
                output.Append(flag.Value ? "true" : "false");
                break;
            case DataNull:
                output.Append("null");
                break;
            case DataList list:
                AppendAll(new(output, depth), "[]", list.Items, item => Append(output, item, depth + 1));
                break;
            case DataObject fields:
                AppendAll(new(output, depth), "{}", fields.Members, member =>
                {
                    output.Append(JsonText.Quote(member.Name)).Append(": ");
                    Append(output, member.Value, depth + 1);
                });
                break;
            default:
                throw new UnreachableException($"no JSON form for {value.GetType().Name}");
        }
    }

    private static void AppendAll<T>(Nesting nesting, string brackets, IReadOnlyCollection<T> items, Action<T> append)
    {
        var (output, depth) = nesting;
        output.Append(brackets[0]);
        foreach (var (index, item) in items.Index())
        {
            output.Append(index == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
            append(item);
        }

        if (items.Count > 0)
        {
            output.Append('\n').Append(' ', 2 * depth);
        }

        output.Append(brackets[1]);
    }

    private readonly record struct Nesting(StringBuilder Output, int Depth);
}
