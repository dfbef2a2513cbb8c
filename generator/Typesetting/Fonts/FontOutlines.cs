namespace PiiDocs.Typesetting.Fonts;

/// <summary>The drawings of a face's glyphs. Closed: a page writer handles both kinds.</summary>
public abstract class FontOutlines
{
    private protected FontOutlines()
    {
    }
}
