using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

public sealed class CaseSchemaTests
{
    private const string Household = """
        {
          "type": "object",
          "required": ["parties"],
          "properties": {
            "parties": { "type": "array", "title": "主体", "items": { "$ref": "#/$defs/party" } },
            "court": { "$ref": "#/$defs/place", "title": "法院" },
            "remarks": { "type": "object", "additionalProperties": { "type": "string", "title": "备注" } },
            "contact": { "title": "联系人", "x-pii": "contact", "oneOf": [
              { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "title": "名称" }, "fax": { "type": "string" } } },
              { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }
            ] },
            "value": { "anyOf": [ { "type": "string" }, { "type": "number" } ] }
          },
          "$defs": {
            "party": {
              "type": "object", "title": "当事人", "additionalProperties": false,
              "required": ["name"],
              "properties": {
                "name": { "type": "string", "title": "姓名", "x-pii": "name" },
                "age": { "type": ["integer", "null"] },
                "home": { "$ref": "#/$defs/place", "x-pii": "address" },
                "children": { "type": "array", "items": { "$ref": "#/$defs/party" } }
              }
            },
            "place": { "type": "object", "title": "地点", "properties": { "street": { "type": "string", "title": "街道" } } }
          }
        }
        """;

    public static TheoryData<string> SchemaSpecs => SpecFile.Names("Cases/Schema");

    public static TheoryData<string> CheckSpecs => SpecFile.Names("Cases/Check");

    [Theory]
    [MemberData(nameof(SchemaSpecs))]
    public void A_schema_compiles_as_its_spec_says(string name)
    {
        var spec = SpecFile.Find("Cases/Schema", name);
        var diagnostics = new DiagnosticBag();

        var schema = Compile(spec.Section("schema")!, diagnostics);

        SpecFile.AssertSection(spec, "diagnostics", Printed.Diagnostics(diagnostics));
        Assert.Equal(diagnostics.HasErrors, schema is null);
    }

    [Theory]
    [MemberData(nameof(CheckSpecs))]
    public void A_case_is_checked_as_its_spec_says(string name)
    {
        var spec = SpecFile.Find("Cases/Check", name);
        var diagnostics = new DiagnosticBag();
        var schema = Compile(spec.Section("schema")!, diagnostics);
        var data = CaseReader.Read(new("case.yaml", spec.Section("yaml")!), diagnostics);
        Assert.Empty(diagnostics.Items);

        schema!.Check(data!, diagnostics);

        SpecFile.AssertSection(spec, "diagnostics", Printed.Diagnostics(diagnostics));
    }

    [Theory]
    [InlineData("$.parties", "主体")]
    [InlineData("$.parties[3]", "当事人")]
    [InlineData("$.parties[3].name", "姓名")]
    [InlineData("$.parties[0].children[1].children[2].name", "姓名")]
    [InlineData("$.court", "法院")]
    [InlineData("$.court.street", "街道")]
    [InlineData("$.contact.name", "名称")]
    [InlineData("$.remarks.any", "备注")]
    [InlineData("$.parties[0].age", null)]
    [InlineData("$.none.at.all", null)]
    public void Every_field_has_its_label(string field, string? label) => Assert.Equal(label, CompiledHousehold().LabelOf(new(field)));

    [Theory]
    [InlineData("$.parties[3].name", "name")]
    [InlineData("$.parties[3].children[0].name", "name")]
    [InlineData("$.parties[0].home", "address")]
    [InlineData("$.parties[0].home.street", "address")]
    [InlineData("$.contact.unknown", "contact")]
    [InlineData("$.court.street", null)]
    [InlineData("$.parties", null)]
    public void Every_field_has_its_class_of_personal_information(string field, string? expected) =>
        Assert.Equal(expected, CompiledHousehold().PersonalInformationOf(new(field)));

    [Fact]
    public void The_shape_carries_members_labels_and_classes()
    {
        var shape = Assert.IsType<ObjectShape>(CompiledHousehold().Shape);
        Assert.True(shape.Open);
        Assert.True(shape.Members["parties"].Required);
        var party = Assert.IsType<ObjectShape>(Assert.IsType<ListShape>(shape.Members["parties"].Shape).Item);
        Assert.Equal("当事人", party.Label);
        Assert.False(party.Open);
        Assert.True(party.Members["name"].Required);
        Assert.Equal("姓名", Assert.IsType<TextShape>(party.Members["name"].Shape).Label);
        Assert.Equal("name", party.Members["name"].Shape.PersonalInformation);
        Assert.IsType<NumberShape>(party.Members["age"].Shape);
        var home = Assert.IsType<ObjectShape>(party.Members["home"].Shape);
        Assert.Equal("address", home.Members["street"].Shape.PersonalInformation);
    }

    [Fact]
    public void A_rule_that_contains_itself_is_left_free_at_the_second_turn()
    {
        var shape = (ObjectShape)CompiledHousehold().Shape;
        var party = (ObjectShape)((ListShape)shape.Members["parties"].Shape).Item;

        Assert.IsType<AnyShape>(Assert.IsType<ListShape>(party.Members["children"].Shape).Item);
    }

    [Fact]
    public void Of_several_forms_the_shape_demands_what_all_demand()
    {
        var shape = (ObjectShape)CompiledHousehold().Shape;
        var contact = Assert.IsType<ObjectShape>(shape.Members["contact"].Shape);

        Assert.True(contact.Members["name"].Required);
        Assert.False(contact.Members["fax"].Required);
        Assert.IsType<AnyShape>(shape.Members["value"].Shape);
    }

    [Fact]
    public void Every_sample_case_is_as_the_schema_of_cases_wants_it()
    {
        var diagnostics = new DiagnosticBag();
        var schema = CaseSchema.Compile(Load(Repository.PathTo("templates", "_case", "schema.json"), diagnostics), diagnostics);
        foreach (var path in Directory.EnumerateFiles(Repository.PathTo("templates", "_cases"), "*.yaml").Order(StringComparer.Ordinal))
        {
            schema?.Check(Load(path, diagnostics), diagnostics);
        }

        Assert.Equal("", Printed.Diagnostics(diagnostics));
    }

    private static DataObject Load(string path, DiagnosticBag diagnostics) =>
        CaseReader.Read(CaseFile.Load(path, diagnostics)!, diagnostics)!;

    private static CaseSchema CompiledHousehold()
    {
        var diagnostics = new DiagnosticBag();
        var schema = Compile(Household, diagnostics);
        Assert.Equal("", Printed.Diagnostics(diagnostics));
        return schema!;
    }

    private static CaseSchema? Compile(string schema, DiagnosticBag diagnostics) =>
        CaseSchema.Compile(CaseReader.Read(new("schema.json", schema), diagnostics)!, diagnostics);
}
