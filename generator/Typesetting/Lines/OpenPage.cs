namespace PiiDocs.Typesetting.Lines;

/// <summary>The page being filled.</summary>
internal sealed class OpenPage
{
    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public List<PageItem> Items { get; } = new(256);

    public void Turn()
    {
        Number++;
        Items.Clear();
    }
}
