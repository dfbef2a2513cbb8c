namespace PiiDocs.Typesetting.Fonts;

/// <summary>A font file does not hold what its format demands.</summary>
/// <remarks>
/// Never reaches a user: <see cref="FontLibrary"/> turns it into PD4101 and goes on without the font, the PDF writer
/// into PD6001.
/// </remarks>
public sealed class FontFormatException : Exception
{
    public FontFormatException(string message)
        : base(message)
    {
    }

    public FontFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public FontFormatException()
    {
    }
}
