namespace PiiDocs.Pane;

/// <summary>One browser, one test at a time: the machine is small and the browser is not.</summary>
[CollectionDefinition(Name)]
public sealed class PaneTests : ICollectionFixture<Chromium>, ICollectionFixture<Samples>
{
    public const string Name = "pane";
}
