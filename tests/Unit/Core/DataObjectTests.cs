using PiiDocs.Core;

namespace PiiDocs.Unit.Core;

public sealed class DataObjectTests
{
    [Fact]
    public void A_copy_with_other_members_finds_those()
    {
        var original = new DataObject([new("name", null, new DataText("王某某"))]);
        Assert.NotNull(original.Find("name"));

        var copy = original with { Members = original.Members.Add(new("age", null, new DataNumber(30, "30"))) };

        Assert.IsType<DataNumber>(copy.Find("age"));
    }
}
