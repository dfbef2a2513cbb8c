using System.Buffers;
using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Reads the plain YAML nearly every case file is written in, several times as fast as a parser for all of YAML.</summary>
/// <remarks>
/// Plain are: fields and items by indentation, a value on one line, quotes without escapes, brackets and braces closed on
/// their line, comments. For anything else, and for anything wrong, it gives up, and <see cref="YamlCaseReader"/> reads the
/// file: so this one reports nothing, and what it gives is what that one would give, values, paths and places (a property in
/// the tests).
/// </remarks>
internal sealed class PlainYamlReader
{
    // Far above what a case needs, far below what the stack holds.
    private const int DeepestNesting = 32;

    // YAML's limit for a key is 1024.
    private const int LongestName = 128;

    /// <summary>A tab, a line end that is not \n, a mark that YAML reads in a way of its own.</summary>
    private static readonly SearchValues<char> NotPlain = SearchValues.Create("\t\r\u0085\u2028\u2029\uFEFF");

    private readonly SourceText _source;
    private readonly string _text;

    // The first character of the content to be read next, its column, and the end of its line; column -1 at the end.
    private int _at;
    private int _column;
    private int _lineEnd;

    private PlainYamlReader(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>The value of the file; null where it is not plain.</summary>
    public static DataObject? Read(SourceText source)
    {
        if (source.Text.AsSpan().ContainsAny(NotPlain))
        {
            return null;
        }

        var reader = new PlainYamlReader(source);
        reader.GoToContent(0);
        var read = reader._column == 0 ? reader.ReadMembers(FieldPath.Root, 0) : null;
        return reader._column < 0 ? read : null;
    }

    /// <summary>Reads the fields that stand at the present column.</summary>
    private DataObject? ReadMembers(FieldPath path, int depth)
    {
        var (start, column) = (_at, _column);
        var members = new MemberList(path, new());
        SourceLocation? last = null;
        while (_column == column && !IsAtItem(_at))
        {
            if (EndOfName(_at) is not (> 0 and var end))
            {
                return null;
            }

            var at = Place(_at, end);
            var name = _text[_at..end];
            if (ReadValue(path.Member(name), end + 1, depth) is not { } value || !members.TryAdd(name, at, value))
            {
                return null;
            }

            last = value.Location;
        }

        return _column > column || last is not { } lastPlace
            ? null
            : new(members.ToImmutable()) { Path = path, Location = Place(start, lastPlace.Span.End) };
    }

    /// <summary>Reads the items whose dashes stand at the present column.</summary>
    private DataList? ReadItems(FieldPath path, int depth)
    {
        var (start, column) = (_at, _column);
        var items = ImmutableArray.CreateBuilder<DataNode>();
        while (_column == column && IsAtItem(_at))
        {
            if (ReadItem(path.Item(items.Count), depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return _column > column
            ? null
            : new(items.ToImmutable()) { Path = path, Location = Place(start, items[^1].Location!.Value.Span.End) };
    }

    private DataNode? ReadItem(FieldPath path, int depth)
    {
        var content = SkipSpaces(_at + 1);
        if (depth >= DeepestNesting || IsAtLineEnd(content) || IsAtItem(content))
        {
            return null;
        }

        if (EndOfName(content) < 0)
        {
            return ReadWholeLine(path, content, depth);
        }

        _column += content - _at;
        _at = content;
        return ReadMembers(path, depth + 1);
    }

    /// <summary>Reads what stands behind a name and its colon: on the same line, or indented below.</summary>
    private DataNode? ReadValue(FieldPath path, int behindColon, int depth)
    {
        var content = SkipSpaces(behindColon);
        if (depth >= DeepestNesting)
        {
            return null;
        }

        if (!IsAtLineEnd(content))
        {
            return ReadWholeLine(path, content, depth);
        }

        var column = _column;
        GoToContent(_lineEnd + 1);
        if (_column >= column && IsAtItem(_at))
        {
            return ReadItems(path, depth + 1);
        }

        return _column > column
            ? ReadMembers(path, depth + 1)
            : new DataNull { Path = path, Location = Place(behindColon, behindColon) };
    }

    /// <summary>Reads a value that takes the rest of its line; one that goes on below is not plain.</summary>
    private DataNode? ReadWholeLine(FieldPath path, int content, int depth)
    {
        var (column, at) = (_column, content);
        if (ReadInline(path, ref at, new(depth, IsInBrackets: false)) is not { } value || !IsAtLineEnd(SkipSpaces(at), at))
        {
            return null;
        }

        GoToContent(_lineEnd + 1);
        return _column > column ? null : value;
    }

    private DataNode? ReadInline(FieldPath path, ref int at, Nesting nesting) => _text[at] switch
    {
        '"' => ReadQuoted(path, ref at, '\\'),
        '\'' => ReadQuoted(path, ref at, '\''),
        '{' => ReadBraces(path, ref at, nesting.Depth + 1),
        '[' => ReadBrackets(path, ref at, nesting.Depth + 1),
        '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' or '#' or '?' or ':' or ',' or ']' or '}' => null,
        '-' when at + 1 >= _lineEnd || !char.IsAsciiDigit(_text[at + 1]) => null,
        _ => ReadWords(path, ref at, nesting.IsInBrackets),
    };

    /// <summary>Reads a value in quotes; one with an escape in it is not plain.</summary>
    private DataText? ReadQuoted(FieldPath path, ref int at, char escape)
    {
        var quote = _text[at];
        var inside = _text.AsSpan(at + 1, _lineEnd - at - 1);
        var length = inside.IndexOf(quote);
        if (length < 0 || inside[..length].Contains(escape) || (length + 1 < inside.Length && inside[length + 1] == quote))
        {
            return null;
        }

        var start = at;
        at += length + 2;
        return new(inside[..length].ToString()) { Path = path, Location = Place(start, at) };
    }

    /// <summary>Reads a value without quotes, up to the line's end, a comment, or inside brackets the next mark.</summary>
    private DataNode? ReadWords(FieldPath path, ref int at, bool isInBrackets)
    {
        var end = at;
        while (end < _lineEnd && !(_text[end] == '#' && _text[end - 1] == ' ') && !(isInBrackets && _text[end] is ',' or ']' or '}'))
        {
            if ((_text[end] == ':' && EndsName(end + 1, isInBrackets)) || (isInBrackets && _text[end] is '[' or '{' or '?'))
            {
                return null;
            }

            end++;
        }

        var words = _text.AsSpan(at, end - at).TrimEnd(' ');
        var place = Place(at, at + words.Length);
        at = end;
        return YamlScalars.Read(words.ToString(), path, place);
    }

    private DataObject? ReadBraces(FieldPath path, ref int at, int depth)
    {
        var start = at;
        var members = new MemberList(path, new());
        at = SkipSpaces(at + 1);
        while (at < _lineEnd && _text[at] != '}')
        {
            var end = EndOfName(at);
            if (end < 0 || depth >= DeepestNesting)
            {
                return null;
            }

            var (name, place) = (_text[at..end], Place(at, end));
            at = SkipSpaces(end + 1);
            if (at >= _lineEnd || ReadInline(path.Member(name), ref at, new(depth, IsInBrackets: true)) is not { } value
                || !members.TryAdd(name, place, value)
                || !GoToNext(ref at, '}'))
            {
                return null;
            }
        }

        return at++ < _lineEnd ? new(members.ToImmutable()) { Path = path, Location = Place(start, at) } : null;
    }

    private DataList? ReadBrackets(FieldPath path, ref int at, int depth)
    {
        var start = at;
        var items = ImmutableArray.CreateBuilder<DataNode>();
        at = SkipSpaces(at + 1);
        while (at < _lineEnd && _text[at] != ']')
        {
            // A name here would be a field without braces.
            if (EndOfName(at) > 0 || depth >= DeepestNesting
                || ReadInline(path.Item(items.Count), ref at, new(depth, IsInBrackets: true)) is not { } item
                || !GoToNext(ref at, ']'))
            {
                return null;
            }

            items.Add(item);
        }

        return at++ < _lineEnd ? new(items.ToImmutable()) { Path = path, Location = Place(start, at) } : null;
    }

    /// <summary>Goes behind a comma, or to the closing mark; a comma right before that is not plain.</summary>
    private bool GoToNext(ref int at, char closing)
    {
        at = SkipSpaces(at);
        if (at >= _lineEnd || _text[at] != ',')
        {
            return at < _lineEnd && _text[at] == closing;
        }

        at = SkipSpaces(at + 1);
        return at < _lineEnd && _text[at] != closing;
    }

    /// <summary>Where the name ends that stands here with a colon behind it; -1 where there is none.</summary>
    private int EndOfName(int start)
    {
        var end = start;
        while (end < _lineEnd && IsInName(_text[end]))
        {
            end++;
        }

        return end > start && _text[start] != '-' && end - start <= LongestName
            && end < _lineEnd && _text[end] == ':' && (end + 1 == _lineEnd || _text[end + 1] == ' ')
                ? end
                : -1;
    }

    private static bool IsInName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or (>= '\u4E00' and <= '\u9FFF');

    /// <summary>Whether a colon before this place would make a name of what stands before it.</summary>
    private bool EndsName(int next, bool isInBrackets) =>
        next >= _lineEnd || _text[next] == ' ' || (isInBrackets && _text[next] is ',' or '[' or ']' or '{' or '}');

    private bool IsAtItem(int at) => at + 1 < _lineEnd && _text[at] == '-' && _text[at + 1] == ' ';

    private int SkipSpaces(int at)
    {
        while (at < _lineEnd && _text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private bool IsAtLineEnd(int at) => at >= _lineEnd || _text[at] == '#';

    /// <summary>The same behind a value, which a comment must keep its distance from.</summary>
    private bool IsAtLineEnd(int at, int valueEnd) => at >= _lineEnd || (_text[at] == '#' && _text[at - 1] == ' ' && at >= valueEnd);

    /// <summary>Goes to the first line from here that is neither empty nor a comment.</summary>
    private void GoToContent(int lineStart)
    {
        for (; lineStart < _text.Length; lineStart = _lineEnd + 1)
        {
            var length = _text.AsSpan(lineStart).IndexOf('\n');
            _lineEnd = length < 0 ? _text.Length : lineStart + length;
            _at = SkipSpaces(lineStart);
            if (!IsAtLineEnd(_at))
            {
                _column = _at - lineStart;
                return;
            }
        }

        (_at, _lineEnd, _column) = (_text.Length, _text.Length, -1);
    }

    private SourceLocation Place(int start, int end) => new(_source, TextSpan.FromBounds(start, end));

    private readonly record struct Nesting(int Depth, bool IsInBrackets);
}
