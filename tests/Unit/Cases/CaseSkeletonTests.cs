using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

public sealed partial class CaseSkeletonTests
{
    [Fact]
    public void Every_field_is_there_and_explained()
    {
        var schema = Compile("""
            {
              "title": "案件", "description": "一案一份。", "required": ["name", "parties"],
              "properties": {
                "name": { "type": "string", "title": "名称", "description": "全称。", "examples": ["某案"] },
                "filed": { "type": "string", "title": "立案日", "format": "date" },
                "parties": { "type": "array", "title": "主体", "items": { "$ref": "#/$defs/party" } },
                "kinds": { "type": "array", "title": "种类", "items": { "type": "string", "enum": ["a", "b"] } },
                "notes": { "type": "object", "title": "备注", "additionalProperties": { "type": "boolean", "title": "是否" } }
              },
              "$defs": { "party": { "type": "object", "title": "当事人", "required": ["name"], "properties": {
                "name": { "type": "string", "title": "姓名" }, "child": { "$ref": "#/$defs/party", "title": "子女" } } } }
            }
            """);

        Assert.Equal(
            """
            # 案件：一案一份
            # 没有“#”的字段必填；“#”开头的字段用到时去掉“#”再填，不用的可以删去。

            # 名称：必填；全称；例如 某案
            name:

            # 立案日：写成 2024-05-01
            #filed:

            # 主体：必填；可有多项
            parties:
              # 每一项：当事人
              -
                # 姓名：必填
                name:
                # 子女
                #child:
                #  # 内容与外层相同

            # 种类：可有多项
            #kinds:
            #  # 每一项：可选 a、b
            #  -

            # 备注
            #notes:
            #  # 以下字段名自定，可写多个：
            #  # 是否：true 是、false 否
            #  #name:

            """,
            CaseSkeleton.Write(schema));
    }

    [Fact]
    public void The_empty_case_lacks_only_what_is_to_be_filled_in()
    {
        var skeleton = CaseSkeleton.Write(SchemaOfCases());

        Assert.Equal(["PD1013"], CodesOf(skeleton));
    }

    [Fact]
    public void The_empty_case_with_every_field_made_live_lacks_only_what_is_to_be_filled_in()
    {
        var skeleton = CaseSkeleton.Write(SchemaOfCases());
        for (var before = ""; before != skeleton;)
        {
            before = skeleton;
            skeleton = CommentedOut().Replace(before, "${margin}${rest}");
        }

        Assert.Equal(["PD1013"], CodesOf(skeleton));
    }

    private static IEnumerable<string> CodesOf(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        SchemaOfCases().Check(CaseReader.Read(new("case.yaml", yaml), diagnostics)!, diagnostics);
        return diagnostics.Items.Select(diagnostic => diagnostic.Code).Distinct();
    }

    private static CaseSchema SchemaOfCases() => Compile(File.ReadAllText(Repository.PathTo("templates", "_case", "schema.json")));

    private static CaseSchema Compile(string text)
    {
        var diagnostics = new DiagnosticBag();
        var schema = CaseSchema.Compile(CaseReader.Read(new("schema.json", text), diagnostics)!, diagnostics);
        Assert.Empty(diagnostics.Items);
        return schema!;
    }

    // A bare # before a field, an item, or a comment further in; "# 姓名" is an explanation and stays.
    [GeneratedRegex(@"^(?<margin> *)#(?<rest> *(?:[a-z0-9_-]+:|-$|#))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CommentedOut();
}
