using System.Collections.Immutable;
using PiiDocs.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PiiDocs.Cases;

/// <summary>Reads YAML into <see cref="DataNode"/>s that know their line and column.</summary>
/// <remarks>Takes the parser's events and makes everything else itself, so that no value is guessed and no bomb goes off.</remarks>
internal sealed class YamlCaseReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _events;
    private readonly YamlPlaces _places;
    private readonly YamlAnchors _anchors;

    private YamlCaseReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _events = new(new StringReader(source.Text[ByteOrderMark.LengthIn(source.Text)..]));
        _places = new(source);
        _anchors = new(diagnostics);
    }

    private ParsingEvent Current => _events.Current!;

    /// <summary>The value of the file; null where it holds none.</summary>
    public static DataNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var reader = new YamlCaseReader(source, diagnostics);
        try
        {
            return reader.ReadStream();
        }
        catch (YamlException broken)
        {
            throw new UnreadableCaseException(YamlComplaint.Explain(source, reader._places.Of(broken), broken.Message));
        }
        catch (InvalidOperationException)
        {
            // The parser's own way out when a bracket is never closed.
            throw new UnreadableCaseException(YamlComplaint.UnclosedBracket(reader._places.Of(reader.Current)));
        }
    }

    private DataNode? ReadStream()
    {
        Advance();
        if (Advance() is StreamEnd)
        {
            return null;
        }

        Advance();
        var node = ReadNode(FieldPath.Root, 0);
        Advance();
        if (Advance() is not StreamEnd)
        {
            _diagnostics.Add(CaseErrors.UnsupportedYaml(
                _places.Of(Current),
                null,
                new("一个文件里有多份 YAML（用“---”隔开）", "several YAML documents in one file, parted by '---'"),
                new("一个文件只写一个案件；请删去“---”或分成多个文件", "one case a file: remove the '---' or split the file")));
        }

        return node;
    }

    /// <summary>Enters with the node's first event current and leaves with its last.</summary>
    private DataNode ReadNode(FieldPath path, int depth)
    {
        if (depth >= CaseReader.DepthLimit)
        {
            throw new UnreadableCaseException(CaseErrors.TooDeep(_places.Of(Current), CaseReader.DepthLimit));
        }

        if (Current is AnchorAlias alias)
        {
            return _anchors.Resolve(alias.Value, new(path, _places.Of(alias)), depth);
        }

        if (Current is not NodeEvent first)
        {
            // The parser lost count; it does so behind a name that is no word.
            throw new UnreadableCaseException(NotAName(_places.Of(Current), path));
        }

        var node = first switch
        {
            Scalar scalar => ReadScalar(scalar, path),
            SequenceStart => ReadList(first, path, depth),
            _ => ReadObject(first, path, depth),
        };
        ReportTag(first, path);
        _anchors.Keep(first.Anchor, node);
        return node;
    }

    private DataNode ReadScalar(Scalar scalar, FieldPath path)
    {
        var at = _places.OfScalar(scalar);

        // The text of the file has been looked through; only an escape can still make such a character.
        if (scalar.Style == ScalarStyle.DoubleQuoted && IllegalCharacters.Find(scalar.Value) is { } illegal)
        {
            _diagnostics.Add(CaseErrors.IllegalCharacter(at, path, illegal.Code));
        }

        return scalar.Style == ScalarStyle.Plain
            ? YamlScalars.Read(scalar.Value, path, at)
            : new DataText(scalar.Value) { Path = path, Location = at };
    }

    private DataList ReadList(NodeEvent first, FieldPath path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<DataNode>();
        SourceLocation? last = null;
        while (Advance() is not SequenceEnd)
        {
            var item = ReadNode(path.Item(items.Count), depth + 1);
            items.Add(item);
            last = item.Location;
        }

        return new(items.ToImmutable()) { Path = path, Location = _places.OfCollection(first, last, Current) };
    }

    private DataObject ReadObject(NodeEvent first, FieldPath path, int depth)
    {
        var members = new MemberList(path, _diagnostics);
        SourceLocation? last = null;
        while (Advance() is not MappingEnd)
        {
            var at = _places.Of(Current);
            var name = ReadName(path, depth);
            Advance();
            var value = ReadNode(name is null ? path : path.Member(name), depth + 1);
            last = value.Location;
            if (name is not null)
            {
                members.Add(name, at, value);
            }
        }

        return new(members.ToImmutable()) { Path = path, Location = _places.OfCollection(first, last, Current) };
    }

    /// <summary>The name of a member; null, with a diagnostic, where what stands there is no name.</summary>
    private string? ReadName(FieldPath path, int depth)
    {
        var at = _places.Of(Current);
        if (Current is Scalar { Value: not "" } scalar && !IsMergeKey(scalar))
        {
            ReportTag(scalar, path);
            ReadScalar(scalar, path);
            _anchors.Keep(scalar.Anchor, new DataText(scalar.Value) { Path = path, Location = at });
            return scalar.Value;
        }

        _diagnostics.Add(Current is Scalar { Value: "<<" }
            ? CaseErrors.UnsupportedYaml(
                at,
                path,
                new("不支持合并写法“<<”", "the merge key '<<' is not supported"),
                new("请直接写出各字段", "write the fields out"))
            : NotAName(at, path));
        ReadNode(path, depth + 1);
        return null;
    }

    private static Diagnostic NotAName(SourceLocation at, FieldPath path) =>
        CaseErrors.UnsupportedYaml(
            at,
            path,
            new("字段名应是一个词", "a field's name must be a word"),
            new("值若以花括号、方括号、“?”或“:”开头，请给整个值加引号", "put quotes around a value that begins with a brace, a bracket, ? or :"));

    private static bool IsMergeKey(Scalar scalar) => scalar is { Value: "<<", Style: ScalarStyle.Plain };

    private void ReportTag(NodeEvent node, FieldPath path)
    {
        if (!node.Tag.IsEmpty && node.Tag != "?")
        {
            _diagnostics.Add(CaseErrors.UnsupportedYaml(
                _places.Of(node),
                path,
                new("不支持标签（“!”开头的写法）", "tags, which begin with '!', are not supported"),
                new("若“!”是正文的一部分，请给整个值加引号", "if the ! is part of the text, put quotes around the value")));
        }
    }

    private ParsingEvent Advance()
    {
        _events.MoveNext();
        return Current;
    }
}
