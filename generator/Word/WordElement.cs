namespace PiiDocs.Word;

/// <summary>An element of WordprocessingML: attributes and children in the order the schema wants, which the validator in the tests holds.</summary>
/// <remarks>
/// Styles and settings are built of these and not of the SDK's classes: loading those takes a cold start as long as making
/// the document does.
/// </remarks>
internal sealed class WordElement(string name, params IEnumerable<WordElement?> children)
{
    // Names and values in turn.
    private readonly List<string> _attributes = [];
    private readonly WordElement[] _children = [.. children.OfType<WordElement>()];
    private string? _text;

    /// <summary>The element with its one value, <c>w:val</c>.</summary>
    public static WordElement Of(string name, string value) => new WordElement(name).With("val", value);

    /// <summary>The element with an attribute more; one without a value is left out.</summary>
    public WordElement With(string attribute, string? value)
    {
        if (value is not null)
        {
            _attributes.Add(attribute);
            _attributes.Add(value);
        }

        return this;
    }

    /// <summary>The element with a text in it, whose spaces count.</summary>
    public WordElement WithText(string text)
    {
        _text = text;
        return this;
    }

    /// <summary>The element as the root of a part.</summary>
    public override string ToString()
    {
        using var xml = new PartWriter();
        Write(xml);
        return xml.ToString();
    }

    private void Write(PartWriter xml)
    {
        xml.WriteStartElement("w", name, WordNames.Main);
        for (var i = 0; i < _attributes.Count; i += 2)
        {
            xml.WriteAttributeString(_attributes[i], WordNames.Main, _attributes[i + 1]);
        }

        if (_text is not null)
        {
            xml.WriteAttributeString("xml:space", "preserve");
            xml.WriteString(_text);
        }

        foreach (var child in _children)
        {
            child.Write(xml);
        }

        xml.WriteEndElement();
    }
}
