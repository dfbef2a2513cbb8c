using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

/// <summary>A form asks what is required and wanted, checks each answer at once, and can be left and taken up.</summary>
public sealed class CaseFormTests
{
    private const string Schema = """
        {
          "type": "object", "required": ["id", "parties"], "additionalProperties": false,
          "properties": {
            "id": { "type": "string", "title": "编号", "pattern": "^[0-9]+$", "examples": ["003"] },
            "note": { "type": "string", "title": "说明" },
            "court": { "type": "object", "title": "法院", "properties": { "name": { "type": "string", "title": "名称" }, "level": { "type": "string", "title": "层级", "enum": ["basic", "internet"] } } },
            "parties": { "type": "array", "title": "主体", "items": { "type": "object", "required": ["name"], "properties": {
              "name": { "type": "string", "title": "姓名" }, "age": { "type": "integer", "title": "年龄" }, "minor": { "type": "boolean", "title": "未成年" } } } },
            "facts": { "type": "array", "title": "事实", "items": { "type": "string", "title": "段落" } }
          }
        }
        """;

    private static readonly CaseSchema Form = CaseSchema.Compile(CaseReader.Read(new("schema.json", Schema), new())!, new())!;

    [Fact]
    public void Required_and_wanted_fields_are_asked_in_the_order_of_the_schema()
    {
        var (yaml, asked) = Fill([], ["7", "2", "甲", "30", "y", "乙", "", "n", "第一段", "第二段", ""], "court.level", "parties[].age", "facts");

        Assert.Equal(
            ["$.id", "$.court.level", "$.parties[0].name", "$.parties[0].age", "$.parties more", "$.parties[1].name", "$.parties[1].age", "$.parties more", "$.facts[0]", "$.facts[1]", "$.facts[2]"],
            asked);
        Assert.Equal("internet", Text(yaml, "court.level"));
        Assert.Contains("name: 乙  # 姓名", yaml, StringComparison.Ordinal);
        Assert.Contains("- 第二段", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_answer_is_refused_at_once_and_asked_again()
    {
        var (yaml, asked) = Fill([], ["七", "7", "甲", "n"]);

        Assert.Equal(["$.id", "$.id", "$.parties[0].name", "$.parties more"], asked);
        Assert.Equal("7", Text(yaml, "id"));
    }

    [Fact]
    public void A_form_left_open_says_what_is_open_and_is_taken_up_where_it_was_left()
    {
        var (left, _) = Fill([], ["7"], "court.level");
        Assert.StartsWith(CaseFormWriter.Unfinished, left, StringComparison.Ordinal);
        Assert.Contains("# 待补：$.court.level　层级", left, StringComparison.Ordinal);

        var (done, asked) = Fill(Members(left), ["1", "甲", "n"], "court.level");

        Assert.Equal(["$.court.level", "$.parties[0].name", "$.parties more"], asked);
        Assert.DoesNotContain(CaseFormWriter.Unfinished, done, StringComparison.Ordinal);
        Assert.Equal(("7", "basic"), (Text(done, "id"), Text(done, "court.level")));
    }

    [Fact]
    public void An_empty_answer_leaves_a_field_open()
    {
        var (yaml, _) = Fill([], ["", "甲", "n"]);

        Assert.Contains("# 待补：$.id　编号", yaml, StringComparison.Ordinal);
    }

    private static (string Yaml, List<string> Asked) Fill(DataMember[] known, string[] answers, params string[] wanted)
    {
        var asker = new ScriptedAsker(answers);
        var form = new CaseForm(Form, wanted.Select(path => new FieldPath(path)), asker);
        var filled = form.Fill(new DataObject([.. known]) { Path = FieldPath.Root });
        return (CaseFormWriter.Write(Form, filled, form.Open), asker.Asked);
    }

    private static DataMember[] Members(string yaml) => [.. CaseReader.Read(new("case.yaml", yaml), new())!.Members];

    private static string? Text(string yaml, string path)
    {
        DataNode? node = CaseReader.Read(new("case.yaml", yaml), new());
        foreach (var step in path.Split('.'))
        {
            node = (node as DataObject)?.Find(step);
        }

        return node switch { DataText text => text.Value, DataNumber number => number.Written, _ => null };
    }

    private sealed class ScriptedAsker(string[] answers) : IFormAsker
    {
        private int _next;

        public List<string> Asked { get; } = [];

        public string? Ask(FormQuestion question) => Next(question.Field.Value);

        public bool? AskForMore(FormQuestion question, int count) => Next($"{question.Field} more") is { } answer ? answer == "y" : null;

        public void Complain(IReadOnlyList<Diagnostic> problems) => Assert.NotEmpty(problems);

        private string? Next(string asked)
        {
            if (_next == answers.Length)
            {
                return null;
            }

            Asked.Add(asked);
            return answers[_next++];
        }
    }
}
