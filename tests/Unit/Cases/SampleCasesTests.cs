using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

/// <summary>The sample cases keep to their sources, to the calendar of the law, and to invented identifiers.</summary>
public sealed class SampleCasesTests
{
    private static readonly string[] PartyReferences =
        ["against", "by", "party", "parties", "defendants", "served_on", "organisers", "operator", "holder", "employer", "authority", "recipient"];

    public static TheoryData<string> Names { get; } = new(SampleCase.Names);

    [Fact]
    public void Five_cases_are_there() =>
        Assert.Equal(
            [
                "000-baoshan-platform", "001a-medical-beauty-platform", "001b-property-sales-face-capture",
                "002-short-video-app", "003-maternity-nanny",
            ],
            SampleCase.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_named_for_its_case(string name)
    {
        var sample = SampleCase.Load(name);

        Assert.Equal(name, $"{SampleCase.Text(sample.Root, "id")}-{SampleCase.Text(sample.Root, "slug")}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Identifiers_cannot_belong_to_anybody(string name)
    {
        var leaves = SampleCase.Load(name).Members()
            .Where(member => member.Value is DataText)
            .ToLookup(member => member.Name, member => ((DataText)member.Value).Value);

        Assert.All(leaves["id_number"], number => Assert.StartsWith("99", number, StringComparison.Ordinal));
        Assert.All(leaves["credit_code"], code => Assert.Equal("990000", code[2..8]));
        Assert.All(leaves["phone"], phone => Assert.StartsWith("000-", phone, StringComparison.Ordinal));
        Assert.All(leaves["postcode"], postcode => Assert.Equal("000000", postcode));
        Assert.All(leaves["address"].Concat(leaves["household"]), address => Assert.Contains("示例路", address, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_identity_number_agrees_with_birth_date_and_sex(string name) =>
        Assert.All(
            SampleCase.Load(name).Objects("parties").Where(party => party.Find("id_number") is not null),
            party =>
            {
                var number = SampleCase.Text(party, "id_number")!;
                var born = DateOnly.ParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture);
                Assert.Equal(born, SampleCase.DateAt(party, "birth_date"));
                Assert.Equal((number[16] - '0') % 2 == 1 ? "男" : "女", SampleCase.Text(party, "sex"));
            });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_reference_names_somebody_of_the_case(string name)
    {
        var sample = SampleCase.Load(name);
        var parties = Ids(sample, "parties");
        var platforms = Ids(sample, "platforms");
        var drawn = parties.Concat(platforms).Concat(Ids(sample, "diagram.nodes")).ToHashSet(StringComparer.Ordinal);

        Assert.All(References(sample, PartyReferences), id => Assert.Contains(id, parties));
        Assert.All(References(sample, ["platforms", "platform"]), id => Assert.Contains(id, platforms));
        Assert.All(sample.Objects("diagram.edges"), edge =>
        {
            Assert.Contains(SampleCase.Text(edge, "from")!, drawn);
            Assert.Contains(SampleCase.Text(edge, "to")!, drawn);
            Assert.All(SampleCase.Texts(edge, "evidence"), id => Assert.Contains(id, Ids(sample, "evidence")));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_civil_defendant_says_whether_it_is_charged(string name) =>
        Assert.All(
            SampleCase.Load(name).Objects("parties").Where(party => SampleCase.Texts(party, "roles").Contains("civil-defendant")),
            party => Assert.IsType<DataFlag>(party.Find("criminally_charged")));

    [Theory]
    [InlineData("000-baoshan-platform", "pre-suit-notice indictment-with-civil-claims criminal-indictment press-release service-receipt relationship-diagram")]
    [InlineData("001a-medical-beauty-platform", "pre-suit-notice civil-complaint apology-notice press-release service-receipt relationship-diagram")]
    [InlineData("001b-property-sales-face-capture", "procuratorial-recommendation-administrative rectification-plan rectification-report initiative-letter press-release service-receipt relationship-diagram")]
    [InlineData("002-short-video-app", "pre-suit-notice procuratorial-recommendation-administrative civil-complaint apology-notice apology-notice-app mediation-agreement mediation-notice mediation-statement rectification-plan rectification-report press-release service-receipt relationship-diagram")]
    [InlineData("003-maternity-nanny", "pre-suit-notice procuratorial-recommendation-governance indictment-with-civil-claims criminal-indictment non-prosecution-decision procuratorial-opinion rectification-plan rectification-report press-release service-receipt relationship-diagram")]
    public void A_case_bears_the_documents_its_source_calls_for_and_no_others(string name, string types)
    {
        string[] inTheChain = ["case-filing-decision", "evidence-list", "no-filing-decision", "file-transfer-list"];
        var borne = ((DataObject)SampleCase.Load(name).Find("documents")!).Members.Select(member => member.Name);

        Assert.Equal(types.Split(' ').Order(StringComparer.Ordinal), borne.Except(inTheChain).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Ids(SampleCase sample, string path) =>
        sample.Objects(path).Select(item => SampleCase.Text(item, "id")!).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> References(SampleCase sample, string[] members) =>
        from member in sample.Members()
        where members.Contains(member.Name, StringComparer.Ordinal)
        from node in member.Value is DataList list ? [.. list.Items] : new[] { member.Value }
        where node is DataText
        select ((DataText)node).Value;
}
