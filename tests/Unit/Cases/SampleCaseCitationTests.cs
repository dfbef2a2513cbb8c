using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Unit.Law;

namespace PiiDocs.Unit.Cases;

/// <summary>What the sample cases cite is law that was in force.</summary>
public sealed class SampleCaseCitationTests
{
    private static readonly TemplateFunction Cite =
        LegalFunctions.Create(LawFiles.Library).Single(function => function.Name == "legal.cite");

    public static TheoryData<string> Names { get; } = new(SampleCase.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_provision_was_in_force_when_the_conduct_ended(string name)
    {
        var sample = SampleCase.Load(name);
        var ended = SampleCase.Text(sample.Root, "matter.law_act_date");
        var citations = sample.Members().SelectMany(member => Objects(member.Value)).Where(IsCitation).ToList();

        Assert.NotEmpty(citations);
        Assert.All(citations, citation =>
            Assert.Null(Cite.Body([new object?[] { Plain(citation) }, ended, ended, false]).Problem?.Message.English));
    }

    private static IEnumerable<DataObject> Objects(DataNode node) => node switch
    {
        DataObject found => [found],
        DataList list => list.Items.OfType<DataObject>(),
        _ => [],
    };

    private static bool IsCitation(DataObject value) => value.Find("instrument") is not null;

    private static Dictionary<string, object?> Plain(DataObject citation) => citation.Members.ToDictionary(
        member => member.Name,
        member => member.Value is DataNumber number ? (object?)number.Value : ((DataText)member.Value).Value,
        StringComparer.Ordinal);
}
