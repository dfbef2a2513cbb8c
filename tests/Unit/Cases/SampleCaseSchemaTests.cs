using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

/// <summary>The case schema is sound, speaks to people, and accepts every sample case.</summary>
public sealed partial class SampleCaseSchemaTests
{
    private static readonly string[] ScribanKeywords =
    [
        "if", "else", "end", "for", "in", "case", "when", "while", "break", "continue", "func", "ret", "capture", "readonly", "import",
        "with", "wrap", "include", "do", "this", "tablerow", "true", "false", "null", "empty", "blank",
    ];

    private static readonly DataObject Source = ReadSource();

    public static TheoryData<string> Names { get; } = new(SampleCase.Names);

    [Fact]
    public void The_schema_compiles_without_a_word() => Assert.IsType<ObjectShape>(Compile().Shape);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_accepts_the_case_without_a_word(string name)
    {
        var diagnostics = new DiagnosticBag();

        Compile().Check(SampleCase.Load(name).Root, diagnostics);

        Assert.Empty(diagnostics.Items.Select(item => $"{item.Location} {item.Code} {item.Message} {item.Field}"));
    }

    [Fact]
    public void No_top_level_field_is_a_keyword_of_the_template_language() =>
        Assert.Empty(Properties(Source).Select(field => field.Name).Intersect(ScribanKeywords, StringComparer.Ordinal));

    [Fact]
    public void Every_field_has_a_Chinese_label_an_English_one_and_an_explanation() =>
        Assert.All(AllFields(), field =>
        {
            Assert.Matches(Han(), SampleCase.Text(field.Value, "title") ?? "");
            Assert.False(string.IsNullOrEmpty(SampleCase.Text(field.Value, "x-title-en")), field.Name);
            Assert.Matches(Han(), SampleCase.Text(field.Value, "description") ?? "");
        });

    [Fact]
    public void Names_and_numbers_of_people_carry_a_class_of_personal_information()
    {
        var schema = Compile();

        Assert.All(
            [
                "$.parties[].name", "$.parties[].aliases[]", "$.parties[].id_number", "$.parties[].birth_date", "$.parties[].address",
                "$.parties[].household", "$.parties[].phone", "$.parties[].legal_representative.name", "$.platforms[].number",
                "$.platforms[].name", "$.conduct.facts[]", "$.conduct.summary", "$.apology.wrong", "$.office.contact.name",
                "$.matter.title", "$.service[].received_by", "$.non_prosecution.alleged",
            ],
            path => Assert.NotNull(schema.PersonalInformationOf(new(path))));
    }

    private static CaseSchema Compile()
    {
        var diagnostics = new DiagnosticBag();
        var schema = CaseSchema.Compile(Source, diagnostics);
        Assert.Empty(diagnostics.Items);
        return schema!;
    }

    private static DataObject ReadSource()
    {
        var diagnostics = new DiagnosticBag();
        var schema = CaseReader.Read(CaseFile.Load(Repository.PathTo("templates", "_case", "schema.json"), diagnostics)!, diagnostics);
        Assert.Empty(diagnostics.Items);
        return schema!;
    }

    private static IEnumerable<DataMember> AllFields() =>
        Fields(Source).Concat(((DataObject)Source.Find("$defs")!).Members.SelectMany(definition => Fields((DataObject)definition.Value)));

    private static IEnumerable<DataMember> Fields(DataObject schema)
    {
        var own = Properties(schema);
        var items = schema.Find("items") is DataObject item ? Fields(item) : [];
        return own.Concat(own.SelectMany(field => Fields((DataObject)field.Value))).Concat(items);
    }

    private static IEnumerable<DataMember> Properties(DataObject schema) =>
        schema.Find("properties") is DataObject properties ? properties.Members : [];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
