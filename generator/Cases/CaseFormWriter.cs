using System.Text;
using PiiDocs.Cases.Writing;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Writes a case as YAML with the label of every field beside it, and a line for each field still open.</summary>
public static class CaseFormWriter
{
    /// <summary>The first line of a file that is not complete.</summary>
    public const string Unfinished = "# 未填完：再次运行 piidocs new-case 本文件，可以接着填。";

    /// <param name="schema">Gives the labels.</param>
    /// <param name="data">What is filled in.</param>
    /// <param name="open">What is not.</param>
    public static string Write(CaseSchema schema, DataObject data, IReadOnlyList<FieldPath> open)
    {
        var text = new StringBuilder();
        if (open.Count > 0)
        {
            text.Append(Unfinished).Append('\n');
            foreach (var field in open)
            {
                text.Append("# 待补：").Append(field).Append('　').Append(schema.LabelOf(field) ?? "").Append('\n');
            }
        }

        WriteMembers(text, schema, data, "");
        return text.ToString();
    }

    private static void WriteMembers(StringBuilder text, CaseSchema schema, DataObject group, string margin)
    {
        foreach (var member in group.Members)
        {
            if (margin.Length == 0)
            {
                text.Append('\n');
            }

            text.Append(margin).Append(member.Name).Append(':');
            WriteValue(text, schema, member.Value, margin);
        }
    }

    private static void WriteValue(StringBuilder text, CaseSchema schema, DataNode value, string margin)
    {
        var label = schema.LabelOf(value.Path) is { } name ? $"  # {name}" : "";
        switch (value)
        {
            case DataObject { Members.IsEmpty: true }:
                text.Append(" {}").Append(label).Append('\n');
                break;
            case DataObject group:
                text.Append(label).Append('\n');
                WriteMembers(text, schema, group, margin + "  ");
                break;
            case DataList list:
                text.Append(label).Append('\n');
                foreach (var item in list.Items)
                {
                    WriteItem(text, schema, item, margin + "  ");
                }

                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append(label).Append('\n');
                break;
        }
    }

    /// <summary>The first field of a group stands behind the dash, the others below it.</summary>
    private static void WriteItem(StringBuilder text, CaseSchema schema, DataNode item, string margin)
    {
        if (item is not DataObject { Members.IsEmpty: false } group)
        {
            text.Append(margin).Append("- ").Append(Scalar(item)).Append('\n');
            return;
        }

        var inside = new StringBuilder();
        WriteMembers(inside, schema, group, margin + "  ");
        text.Append(margin).Append("- ").Append(inside, margin.Length + 2, inside.Length - margin.Length - 2);
    }

    private static string Scalar(DataNode value) => value switch
    {
        DataText text => YamlText.Write(text.Value, "", ""),
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        DataObject => "{}",
        DataList => "[]",
        _ => "",
    };
}
