using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

/// <summary>Fields that a case file does not have yet.</summary>
public sealed class CaseAdditionsTests
{
    private const string Yaml = """
        # 案
        id: "003"
        office:
          name: 某院   # 推定
          contact:
        agent:  # 待补
        gone: null
        parties:
          - id: W
            name: 王某某
            roles: [a, b]
          - { id: L, name: 刘某某 }
        notes:
        - 一
        flow: {}
        last: 完
        """;

    private const string Json = """
        {
          "id": "003", // 编号
          "office": { "name": "某院", "contact": null },
          "parties": [
            { "id": "W" },
            {
              "id": "L" // 第二人
            }
          ],
          "empty": {}
        }
        """;

    [Theory]
    [InlineData("$.office.contact.name", "陈检察官", "  contact:\n    name: 陈检察官\nagent:")]
    [InlineData("$.office.phone", "000-1", "  contact:\n  phone: 000-1\nagent:")]
    [InlineData("$.agent.name", "某某", "agent:  # 待补\n  name: 某某\ngone:")]
    [InlineData("$.gone.list[0].name", "某", "gone:\n  list:\n    - name: 某\nparties:")]
    [InlineData("$.parties[0].phone", "000-2", "    roles: [a, b]\n    phone: 000-2\n  - {")]
    [InlineData("$.parties[0].address.city", "某市", "    roles: [a, b]\n    address:\n      city: 某市\n  - {")]
    [InlineData("$.parties[0].roles[2]", "c", "    roles: [a, b, c]\n")]
    [InlineData("$.parties[1].phone", "a, b", "  - { id: L, name: 刘某某, phone: 'a, b' }\n")]
    [InlineData("$.parties[1].address.city", "某市", "  - { id: L, name: 刘某某, address: { city: 某市 } }\n")]
    [InlineData("$.parties[2].name", "顾某某", "  - { id: L, name: 刘某某 }\n  - name: 顾某某\nnotes:")]
    [InlineData("$.notes[1]", "二", "notes:\n- 一\n- 二\nflow:")]
    [InlineData("$.flow.a", "甲", "flow: { a: 甲 }\n")]
    [InlineData("$.documents.pre-suit-notice.date", "2024-05-01", "last: 完\ndocuments:\n  pre-suit-notice:\n    date: 2024-05-01")]
    [InlineData("$.office.note", "甲\n\n乙", "  contact:\n  note: |-\n    甲\n\n    乙\nagent:")]
    [InlineData("$.office.yes", "true", "  contact:\n  yes: 'true'\nagent:")]
    public void A_field_is_added_to_yaml_in_the_manner_of_its_place(string field, string text, string expected)
    {
        var result = Add("case.yaml", Yaml, new(new(field), text) { Kind = ChangedKind.Text, MayAdd = true }, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Contains(expected, result, StringComparison.Ordinal);
        Assert.Equal(text, Text(result, "case.yaml", field));
    }

    [Theory]
    [InlineData("$.office.phone", "000", """{ "name": "某院", "contact": null, "phone": "000" }""")]
    [InlineData("$.office.contact.name", "陈", "\"contact\": { \"name\": \"陈\" }")]
    [InlineData("$.office.contact.lines[0]", "陈", "\"contact\": { \"lines\": [\"陈\"] }")]
    [InlineData("$.parties[0].name", "王", """{ "id": "W", "name": "王" },""")]
    [InlineData("$.parties[1].name", "刘", "      \"id\": \"L\", // 第二人\n      \"name\": \"刘\"\n    }")]
    [InlineData("$.parties[2].name", "顾", "    },\n    { \"name\": \"顾\" }\n  ],")]
    [InlineData("$.empty.a", "甲", "\"empty\": { \"a\": \"甲\" }")]
    [InlineData("$.matter.title", "案", "  \"empty\": {},\n  \"matter\": { \"title\": \"案\" }\n}")]
    public void A_field_is_added_to_json_in_the_manner_of_its_place(string field, string text, string expected)
    {
        var result = Add("case.json", Json, new(new(field), text) { Kind = ChangedKind.Text, MayAdd = true }, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Contains(expected, result, StringComparison.Ordinal);
        Assert.Equal(text, Text(result, "case.json", field));
    }

    [Theory]
    [InlineData(ChangedKind.Number, "12.50", "a: 12.50")]
    [InlineData(ChangedKind.Flag, "true", "a: true")]
    [InlineData(ChangedKind.Text, "12.50", "a: '12.50'")]
    [InlineData(ChangedKind.Nothing, "", "a: null")]
    public void An_added_value_is_of_the_kind_asked_for(ChangedKind kind, string text, string expected) =>
        Assert.Contains(expected, Add("case.yaml", Yaml, new(new("$.flow.a"), text) { Kind = kind, MayAdd = true }, out _), StringComparison.Ordinal);

    [Theory]
    [InlineData("$.last", "12", ChangedKind.Number, "last: 12")]
    [InlineData("$.last", "", ChangedKind.Nothing, "last: null")]
    [InlineData("$.agent", "12", ChangedKind.Number, "agent: 12  # 待补")]
    public void A_value_that_is_there_takes_the_kind_asked_for(string field, string text, ChangedKind kind, string expected) =>
        Assert.Contains(expected, Add("case.yaml", Yaml, new(new(field), text) { Kind = kind }, out _), StringComparison.Ordinal);

    [Theory]
    [InlineData("$.office.name.short", "PD1063")]
    [InlineData("$.parties[7].name", "PD1063")]
    [InlineData("$.parties.name", "PD1063")]
    [InlineData("$.office[0]", "PD1063")]
    [InlineData("$.flow.", "PD1063")]
    public void What_has_no_place_is_refused(string field, string code)
    {
        var result = Add("case.yaml", Yaml, new(new(field), "某") { MayAdd = true }, out var diagnostics);

        Assert.Equal(code, Assert.Single(diagnostics).Code);
        Assert.Equal(Yaml, result);
    }

    [Fact]
    public void A_block_that_keeps_its_line_ends_is_not_made_longer_by_an_addition()
    {
        const string text = "office:\n  name: |+\n    某院\n\n\nlast: 完\n";

        var result = Add("case.yaml", text, new(new("$.office.phone"), "000") { MayAdd = true }, out var diagnostics);

        Assert.Equal("PD1062", Assert.Single(diagnostics).Code);
        Assert.Equal(text, result);
    }

    [Fact]
    public void Windows_line_ends_stay_and_are_written()
    {
        var result = Add("case.yaml", "office:\r\n  name: 某院\r\nlast: 完\r\n", new(new("$.office.phone"), "000") { MayAdd = true }, out _);

        Assert.Equal("office:\r\n  name: 某院\r\n  phone: 000\r\nlast: 完\r\n", result.Replace("'000'", "000", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_can_be_added_anywhere_or_is_refused_and_never_harms()
    {
        string[] fields = ["$.office.phone", "$.agent.name", "$.parties[0].phone", "$.parties[1].phone", "$.parties[2].name", "$.notes[1]", "$.flow.a"];
        var texts = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null);
        var cases = Gen.Elements(fields).SelectMany(field => texts.Select(text => (field, text)));

        Prop.ForAll(cases.ToArbitrary(), each =>
            {
                var result = Add("case.yaml", Yaml, new(new(each.field), each.text) { Kind = ChangedKind.Text, MayAdd = true }, out var diagnostics);
                if (diagnostics.Count > 0)
                {
                    Assert.Equal(Yaml, result);
                    return;
                }

                Assert.Equal(each.text, Text(result, "case.yaml", each.field));
                Assert.All(Yaml.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)), line => Assert.Contains(line, result, StringComparison.Ordinal));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(7, 31));
    }

    private static string Add(string path, string text, FieldChange change, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var source = new SourceText(path, text);
        var bag = new DiagnosticBag();
        var result = CaseEdits.Apply(source, CaseReader.Read(source, bag)!, [change], bag);
        diagnostics = bag.Items;
        return result;
    }

    private static string? Text(string text, string path, string field) =>
        (Find(CaseReader.Read(new(path, text), new())!, field) as DataText)?.Value;

    private static DataNode? Find(DataNode node, string field) => node.Path.Value == field
        ? node
        : node switch
        {
            DataObject fields => fields.Members.Select(member => Find(member.Value, field)).FirstOrDefault(found => found is not null),
            DataList list => list.Items.Select(item => Find(item, field)).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
