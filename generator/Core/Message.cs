namespace PiiDocs.Core;

/// <summary>A text for a person, in both languages of the program.</summary>
/// <param name="Chinese">Shown by default.</param>
/// <param name="English">Shown with <c>--lang en</c>.</param>
/// <remarks>Kept side by side, so that neither can be added, changed or removed without the other.</remarks>
public readonly record struct Message(string Chinese, string English)
{
    public string In(Language language) => language == Language.English ? English : Chinese;

    public override string ToString() => Chinese;
}

public enum Language
{
    Chinese,
    English,
}
