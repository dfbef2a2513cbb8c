using System.Text;
using PiiDocs.Cases.Schema;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Writes an empty case file in which every field is explained.</summary>
/// <remarks>
/// An explanation begins with <c># </c>. What a case can do without is commented out with a bare <c>#</c>: taking that
/// sign away, line by line or with the editor's key for it, makes the fields live.
/// </remarks>
public sealed class CaseSkeleton
{
    private readonly StringBuilder _output = new();
    private readonly HashSet<SchemaRule> _open = [];

    private CaseSkeleton()
    {
    }

    /// <summary>YAML that names every field of the schema, in its order.</summary>
    public static string Write(CaseSchema schema)
    {
        var skeleton = new CaseSkeleton();
        skeleton.Line("", $"# {Explain(schema.Root, isRequired: false)}".TrimEnd());
        skeleton.Line("", "# 没有“#”的字段必填；“#”开头的字段用到时去掉“#”再填，不用的可以删去。");
        skeleton.WriteFields(schema.Root, "");
        return skeleton._output.ToString();
    }

    private void WriteFields(SchemaRule owner, string margin)
    {
        foreach (var rule in owner.WithTargets())
        {
            foreach (var (name, field) in rule.Properties)
            {
                var isRequired = rule.Required.Contains(name);
                WriteField(name, field, margin, isRequired);
            }

            if (rule.More is { } more)
            {
                Line(margin, "# 以下字段名自定，可写多个：");
                WriteField("name", more, margin, isRequired: false);
            }
        }
    }

    private void WriteField(string name, SchemaRule rule, string margin, bool isRequired)
    {
        if (margin.Length == 0)
        {
            _output.Append('\n');
        }

        Line(margin, $"# {Explain(rule, isRequired)}");
        var own = isRequired ? margin : margin + "#";
        Line(own, $"{name}:");
        WriteInside(rule, own + "  ");
    }

    /// <summary>The fields of a group, or those of the first item of a list; nothing where the value is a simple one.</summary>
    private void WriteInside(SchemaRule rule, string margin)
    {
        var rules = rule.WithTargets().ToList();
        if (rules.Exists(_open.Contains))
        {
            Line(margin, "# 内容与外层相同");
            return;
        }

        _open.UnionWith(rules);
        if (rules.Select(each => each.Items).FirstOrDefault(each => each is not null) is { } items)
        {
            Line(margin, $"# 每一项：{Explain(items, isRequired: false)}");
            Line(margin, "-");
            WriteInside(items, margin + "  ");
        }
        else
        {
            WriteFields(rule, margin);
        }

        _open.ExceptWith(rules);
    }

    private void Line(string margin, string text) => _output.Append(margin).Append(text).Append('\n');

    private static string Explain(SchemaRule rule, bool isRequired)
    {
        var rules = rule.WithTargets().ToList();
        var label = rules.Select(each => each.Label).FirstOrDefault(each => each is not null);
        var notes = new List<string?>
        {
            isRequired ? "必填" : null,
            rules.Select(each => each.Description?.TrimEnd('。')).FirstOrDefault(each => each is not null),
            rules.Select(each => each.Format?.Form.Chinese).FirstOrDefault(each => each is not null),
            Kind(rules),
            rules.Where(each => !each.Allowed.IsDefault).Select(each => $"可选 {string.Join("、", each.Allowed.Select(ValueCheck.NameOf))}").FirstOrDefault(),
            rules.SelectMany(each => each.Examples).Where(each => each is DataText or DataNumber).Select(each => $"例如 {ValueCheck.NameOf(each)}").FirstOrDefault(),
        };
        return OneLine(string.Join("：", new[] { label, string.Join("；", notes.OfType<string>()) }.Where(each => !string.IsNullOrEmpty(each))));
    }

    private static string? Kind(List<SchemaRule> rules) => rules.Select(each => each.Kinds & ~ValueKinds.Null).FirstOrDefault(each => each != ValueKinds.None) switch
    {
        ValueKinds.Number => "数字",
        ValueKinds.Integer => "整数",
        ValueKinds.Flag => "true 是、false 否",
        ValueKinds.List => "可有多项",
        _ => null,
    };

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');
}
