using System.Xml.Linq;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Text as runs of a paragraph.</summary>
internal static class TextRuns
{
    /// <param name="text">Lines parted by line ends; may hold tabs.</param>
    /// <param name="properties">The look; null for that of the style.</param>
    public static IEnumerable<XElement> Of(string text, XElement? properties)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var run = new XElement(Xml.W + "r", LookOf(text, properties));
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny('\n', '\t'); at >= 0; at = rest.IndexOfAny('\n', '\t'))
        {
            AddText(run, rest[..at]);
            run.Add(new XElement(Xml.W + (rest[at] == '\n' ? "br" : "tab")));
            rest = rest[(at + 1)..];
        }

        AddText(run, rest);
        return [run];
    }

    private static void AddText(XElement run, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            run.Add(new XElement(Xml.W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), WordText.Writable(text).ToString()));
        }
    }

    // A tracked change of the old text's look is no part of the new text's.
    private static XElement? LookOf(string text, XElement? properties)
    {
        var look = properties is null ? null : new XElement(properties);
        look?.Element(Xml.W + "rPrChange")?.Remove();
        if (!WordText.IsAmbiguous(text))
        {
            return look;
        }

        look ??= new(Xml.W + "rPr");
        var fonts = look.Element(Xml.W + "rFonts");
        if (fonts is null)
        {
            // The schema wants the character style before the fonts, and everything else after them.
            fonts = new(Xml.W + "rFonts");
            if (look.Element(Xml.W + "rStyle") is { } style)
            {
                style.AddAfterSelf(fonts);
            }
            else
            {
                look.AddFirst(fonts);
            }
        }

        fonts.SetAttributeValue(Xml.W + "hint", "eastAsia");
        return look;
    }
}
