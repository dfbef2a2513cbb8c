using System.Buffers;
using System.Text;

namespace PiiDocs.Word;

/// <summary>Writes the XML of one part, faster than a writer that must be ready for any XML.</summary>
/// <remarks>
/// Names are ours and well-formed, and texts hold what XML can (<see cref="WordText"/>): neither is looked at again. A
/// namespace is declared on the element that first needs it; one without a prefix is the default inside its element.
/// </remarks>
internal sealed class PartWriter : IDisposable
{
    private static readonly SearchValues<char> EscapedInText = SearchValues.Create("&<>");
    private static readonly SearchValues<char> EscapedInAttribute = SearchValues.Create("&<>\"");

    private readonly List<(string Prefix, string Name)> _open = [];
    private readonly List<(string Space, string Prefix, int Depth)> _spaces = [];
    private (string Space, string? Prefix) _last = ("", null);
    private char[] _text = ArrayPool<char>.Shared.Rent(64 * 1024);
    private int _length;
    private bool _isInTag;

    public void WriteStartDocument() => Append("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");

    /// <summary>Begins an element of a namespace that is declared, or else becomes the default.</summary>
    public void WriteStartElement(string name, string space) => WriteStartElement(PrefixOf(space) ?? "", name, space);

    public void WriteStartElement(string prefix, string name, string space)
    {
        CloseTag();
        Append('<');
        AppendName(prefix, name);
        _open.Add((prefix, name));
        _isInTag = true;
        if (PrefixOf(space) != prefix)
        {
            Declare(prefix, space);
        }
    }

    /// <summary>Declares a namespace on the element just begun.</summary>
    public void Declare(string prefix, string space)
    {
        _spaces.Add((space, prefix, _open.Count));
        _last = (space, prefix);
        WriteAttributeString(prefix.Length == 0 ? "xmlns" : $"xmlns:{prefix}", space);
    }

    public void WriteAttributeString(string name, string value) => WriteAttribute("", name, value);

    /// <param name="name">Its name.</param>
    /// <param name="space">A declared namespace, or empty for none.</param>
    /// <param name="value">Its value.</param>
    public void WriteAttributeString(string name, string space, string value) =>
        WriteAttribute(space.Length == 0 ? "" : PrefixOf(space)!, name, value);

    public void WriteString(ReadOnlySpan<char> text)
    {
        CloseTag();
        AppendEscaped(text, EscapedInText);
    }

    public void WriteElementString(string prefix, string name, string space, string text)
    {
        WriteStartElement(prefix, name, space);
        WriteString(text);
        WriteEndElement();
    }

    public void WriteEndElement()
    {
        var (prefix, name) = _open[^1];
        if (_isInTag)
        {
            Append(" />");
            _isInTag = false;
        }
        else
        {
            Append("</");
            AppendName(prefix, name);
            Append('>');
        }

        while (_spaces is [.., var last] && last.Depth == _open.Count)
        {
            _spaces.RemoveAt(_spaces.Count - 1);
            _last = ("", null);
        }

        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Everything written, as UTF-8.</summary>
    public void CopyTo(Stream output)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(_length));
        output.Write(bytes, 0, Encoding.UTF8.GetBytes(_text, 0, _length, bytes, 0));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Everything written.</summary>
    public override string ToString() => new(_text, 0, _length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private string? PrefixOf(string space)
    {
        // Nearly all names of a part are of one namespace, and its name is one string.
        return ReferenceEquals(space, _last.Space) ? _last.Prefix : FindPrefix(space);
    }

    private string? FindPrefix(string space)
    {
        for (var i = _spaces.Count - 1; i >= 0; i--)
        {
            if (_spaces[i].Space == space)
            {
                _last = (space, _spaces[i].Prefix);
                return _spaces[i].Prefix;
            }
        }

        return null;
    }

    private void WriteAttribute(string prefix, string name, string value)
    {
        Append(' ');
        AppendName(prefix, name);
        Append("=\"");
        AppendEscaped(value, EscapedInAttribute);
        Append('"');
    }

    private void CloseTag()
    {
        if (_isInTag)
        {
            Append('>');
            _isInTag = false;
        }
    }

    private void AppendName(string prefix, string name)
    {
        if (prefix.Length > 0)
        {
            Append(prefix);
            Append(':');
        }

        Append(name);
    }

    private void AppendEscaped(ReadOnlySpan<char> text, SearchValues<char> escaped)
    {
        for (var at = text.IndexOfAny(escaped); at >= 0; at = text.IndexOfAny(escaped))
        {
            Append(text[..at]);
            Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }

        Append(text);
    }

    private void Append(char character)
    {
        if (_length == _text.Length)
        {
            Grow(1);
        }

        _text[_length++] = character;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length - _length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + more));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
