using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Reads JSON into <see cref="DataNode"/>s that know their line and column.</summary>
internal ref struct JsonCaseReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;

    // The reader counts bytes and SourceText counts UTF-16 units; Chinese text makes the two drift apart.
    private int _bytesSeen;
    private int _unitsSeen;

    private JsonCaseReader(SourceText source, int start, ReadOnlySpan<byte> utf8, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _unitsSeen = start;
        _utf8 = utf8;
        _json = new(_utf8, new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = CaseReader.DepthLimit });
    }

    /// <summary>The value of the file; null where it holds none.</summary>
    public static DataNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var start = ByteOrderMark.LengthIn(source.Text);
        var text = source.Text.AsSpan(start);
        if (text.IsWhiteSpace())
        {
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read(new JsonCaseReader(source, start, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), diagnostics));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true); // It held a case.
        }
    }

    private static DataNode? Read(JsonCaseReader reader)
    {
        try
        {
            reader._json.Read();
            var node = reader.ReadValue(FieldPath.Root);
            reader._json.Read(); // Reports what stands behind the value.
            return node;
        }
        catch (JsonException broken)
        {
            throw new UnreadableCaseException(reader.Explain(broken));
        }
    }

    private DataNode ReadValue(FieldPath path)
    {
        var start = UnitsAt((int)_json.TokenStartIndex);
        return _json.TokenType switch
        {
            JsonTokenType.StartObject => new DataObject(ReadMembers(path)) { Path = path, Location = From(start) },
            JsonTokenType.StartArray => new DataList(ReadItems(path)) { Path = path, Location = From(start) },
            JsonTokenType.String => new DataText(ReadText(path)) { Path = path, Location = From(start) },
            JsonTokenType.Number => ReadNumber(path, From(start)),
            JsonTokenType.True => new DataFlag(true) { Path = path, Location = From(start) },
            JsonTokenType.False => new DataFlag(false) { Path = path, Location = From(start) },
            _ => new DataNull { Path = path, Location = From(start) },
        };
    }

    /// <summary>From a place to the end of what has been read.</summary>
    private SourceLocation From(int start) => new(_source, TextSpan.FromBounds(start, UnitsAt((int)_json.BytesConsumed)));

    private ImmutableArray<DataMember> ReadMembers(FieldPath path)
    {
        var members = new MemberList(path, _diagnostics);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var at = TokenLocation();
            var name = ReadText(path);
            _json.Read();
            members.Add(name, at, ReadValue(path.Member(name)));
        }

        return members.ToImmutable();
    }

    private ImmutableArray<DataNode> ReadItems(FieldPath path)
    {
        var items = ImmutableArray.CreateBuilder<DataNode>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(path.Item(items.Count)));
        }

        return items.ToImmutable();
    }

    private string ReadText(FieldPath path)
    {
        string text;
        try
        {
            text = _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The one thing well-formed JSON text can still hold: an escape for half a character.
            _diagnostics.Add(CaseErrors.IllegalCharacter(TokenLocation(), path, 0xD800));
            return "";
        }

        // Only an escape can write what the text of the file, looked through before, does not hold.
        if (_json.ValueIsEscaped && IllegalCharacters.Find(text) is { } illegal)
        {
            _diagnostics.Add(CaseErrors.IllegalCharacter(TokenLocation(), path, illegal.Code));
        }

        return text;
    }

    private DataNode ReadNumber(FieldPath path, SourceLocation at)
    {
        var written = Encoding.UTF8.GetString(_json.ValueSpan);
        if (ExactNumber.TryRead(written, out var value))
        {
            return new DataNumber(value, written) { Path = path, Location = at };
        }

        _diagnostics.Add(CaseErrors.NumberTooLong(at, path));
        return new DataText(written) { Path = path, Location = at };
    }

    /// <summary>A name's place ends with its quote: the bytes consumed include the colon.</summary>
    private SourceLocation TokenLocation()
    {
        var quotes = _json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var start = UnitsAt((int)_json.TokenStartIndex);
        var length = Encoding.UTF8.GetCharCount(_json.ValueSpan) + quotes;
        return new(_source, new(start, length));
    }

    private int UnitsAt(int byteOffset)
    {
        _unitsSeen += Encoding.UTF8.GetCharCount(_utf8[_bytesSeen..byteOffset]);
        _bytesSeen = byteOffset;
        return _unitsSeen;
    }

    private readonly Diagnostic Explain(JsonException broken)
    {
        var lineStart = 0;
        for (var line = 0; line < broken.LineNumber; line++)
        {
            lineStart += _utf8[lineStart..].IndexOf((byte)'\n') + 1;
        }

        var fault = Math.Min(lineStart + (int)(broken.BytePositionInLine ?? 0), _utf8.Length);
        var offset = ByteOrderMark.LengthIn(_source.Text) + Encoding.UTF8.GetCharCount(_utf8[..fault]);
        var at = new SourceLocation(_source, new(offset, offset < _source.Text.Length ? 1 : 0));
        return _json.CurrentDepth >= CaseReader.DepthLimit
            ? CaseErrors.TooDeep(at, CaseReader.DepthLimit)
            : JsonComplaint.Explain(at);
    }
}
