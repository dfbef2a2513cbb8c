namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>All objects of a file, found by looking at every byte: cross-reference tables are not asked, for they may be broken, or hide
/// what was overwritten.</summary>
internal sealed class PdfObjects
{
    private const int MostObjects = 500_000;
    private const int MostReferences = 32;

    private readonly Dictionary<int, List<PdfObject>> _byNumber = [];
    private readonly ScanSession _session;
    private readonly string _part;
    private readonly Dictionary<PdfObject, byte[]?> _decoded = [];
    private int _nextEnd = -1;

    private PdfObjects(ScanSession session, string part)
    {
        _session = session;
        _part = part;
    }

    /// <summary>In the order of the file, those of object streams behind their stream.</summary>
    public List<PdfObject> All { get; } = [];

    public List<PdfDictionary> Trailers { get; } = [];

    /// <summary>Bytes between objects: comments, what was appended.</summary>
    public List<ReadOnlyMemory<byte>> Between { get; } = [];

    public int LastRevision { get; private set; }

    public bool IsEncrypted => Trailers.Exists(trailer => trailer.Find("Encrypt") is not (null or PdfNull));

    public static PdfObjects Read(ScannedFile file, ScanSession session)
    {
        var objects = new PdfObjects(session, file.PartName(""));
        objects.Scan(file.Content);
        if (!objects.IsEncrypted)
        {
            objects.ReadObjectStreams();
        }

        return objects;
    }

    /// <summary>The value itself, or what a reference stood for at a revision.</summary>
    public PdfValue Resolve(PdfValue? value, int revision)
    {
        for (var i = 0; value is PdfReference reference && i < MostReferences; i++)
        {
            value = Find(reference.Number, revision)?.Value;
        }

        return value is null or PdfReference ? PdfNull.Value : value;
    }

    public PdfDictionary Dictionary(PdfValue? value, int revision) => Resolve(value, revision) as PdfDictionary ?? PdfDictionary.Empty;

    /// <summary>The object of a reference as it was at a revision; where it came later, the first one there is.</summary>
    public PdfObject? Find(int number, int revision) =>
        _byNumber.TryGetValue(number, out var writings) ? writings.FindLast(each => each.Revision <= revision) ?? writings[0] : null;

    /// <summary>Overwritten by a later saving.</summary>
    public bool IsOld(PdfObject value) => _byNumber.TryGetValue(value.Number, out var writings) && !ReferenceEquals(writings[^1], value);

    /// <summary>The unpacked bytes of a stream; null where it is no stream, or a picture.</summary>
    public byte[]? Content(PdfObject value)
    {
        if (_decoded.TryGetValue(value, out var known))
        {
            return known;
        }

        byte[]? content = null;
        if (value.Raw is { } raw && Filters(value) is { } filters)
        {
            content = PdfFilters.Decode(raw, filters, _session.Allowance);
            if (content is not null && !_session.Takes(_part, content.Length))
            {
                content = null;
            }
        }

        // Only small ones are kept for a second use.
        if (content is null || content.Length < 1 << 20)
        {
            _decoded[value] = content;
        }

        return content;
    }

    public IReadOnlyList<(string Name, PdfDictionary Parameters)> Filters(PdfObject value)
    {
        var dictionary = value.Dictionary;
        var names = Items(dictionary.Find("Filter") ?? dictionary.Find("F"), value.Revision).OfType<PdfName>().Select(name => name.Value).ToList();
        var parameters = Items(dictionary.Find("DecodeParms") ?? dictionary.Find("DP"), value.Revision).ToList();
        return [.. names.Select((name, index) => (name, index < parameters.Count ? Dictionary(parameters[index], value.Revision) : PdfDictionary.Empty))];
    }

    public IEnumerable<PdfValue> Items(PdfValue? value, int revision) => Resolve(value, revision) switch
    {
        PdfArray array => array.Items.Select(item => Resolve(item, revision)),
        PdfNull => [],
        var single => [single],
    };

    private void Scan(ReadOnlyMemory<byte> bytes)
    {
        var (at, free) = (0, 0);
        while (at < bytes.Length && All.Count < MostObjects)
        {
            var found = bytes.Span[at..].IndexOf("obj"u8);
            if (found < 0)
            {
                break;
            }

            var keyword = at + found;
            at = keyword + 3;
            if (PdfHeaders.Before(bytes.Span, keyword) is not { } header)
            {
                continue;
            }

            Skip(bytes[free..header.Start]);
            at = free = ReadObject(bytes, header.Number, at);
        }

        Skip(bytes[free..]);
        if (All.Count >= MostObjects)
        {
            _session.Report(_part, ObstacleReason.Limit);
        }
    }

    /// <returns>Where it ends.</returns>
    private int ReadObject(ReadOnlyMemory<byte> bytes, int number, int at)
    {
        // A string that is never closed ends with its object, and hides nothing behind it.
        var lexer = new PdfLexer(bytes[..EndOfObject(bytes.Span, at)], at);
        var value = lexer.Read(withReferences: true) ?? PdfNull.Value;
        lexer.SkipSpace();
        ReadOnlyMemory<byte>? raw = null;
        var end = Math.Min(lexer.Position, bytes.Length);
        if (value is PdfDictionary dictionary && bytes.Span[end..].StartsWith("stream"u8))
        {
            (raw, end) = PdfHeaders.Stream(bytes, end + 6, dictionary.Whole("Length", -1));
        }

        Add(new(number, LastRevision, value, raw) { Index = All.Count });
        if (value is PdfDictionary { } stream && stream.Name("Type") == "XRef")
        {
            Trailers.Add(stream);
        }

        return end;
    }

    /// <summary>The next <c>endobj</c>; looked for once, however many objects lack theirs.</summary>
    private int EndOfObject(ReadOnlySpan<byte> bytes, int at)
    {
        if (_nextEnd < at)
        {
            var found = bytes[at..].IndexOf("endobj"u8);
            _nextEnd = found < 0 ? bytes.Length : at + found;
        }

        return _nextEnd;
    }

    private void Add(PdfObject value)
    {
        All.Add(value);
        if (!_byNumber.TryGetValue(value.Number, out var writings))
        {
            _byNumber.Add(value.Number, writings = []);
        }

        writings.Add(value);
    }

    /// <summary>What stands between objects: trailers, the ends of savings, and what does not belong there.</summary>
    private void Skip(ReadOnlyMemory<byte> between)
    {
        var span = between.Span;
        for (var at = 0; span[at..].IndexOf("trailer"u8) is >= 0 and var found; at += found + 7)
        {
            if (new PdfLexer(between, at + found + 7).Read(withReferences: true) is PdfDictionary trailer)
            {
                Trailers.Add(trailer);
            }
        }

        if (span.IndexOf("startxref"u8) >= 0)
        {
            LastRevision++;
        }

        if (between.Length > 8)
        {
            Between.Add(between);
        }
    }

    private void ReadObjectStreams()
    {
        foreach (var stream in All.Where(each => each.Raw is not null && each.Dictionary.Name("Type") == "ObjStm").ToList())
        {
            if (Content(stream) is { } content)
            {
                ReadObjectStream(stream, content);
            }
        }

        // Those of object streams were added last, also where a later saving has overwritten them.
        foreach (var (number, writings) in _byNumber)
        {
            _byNumber[number] = [.. writings.OrderBy(each => each.Revision)];
        }
    }

    private void ReadObjectStream(PdfObject stream, byte[] content)
    {
        var first = Math.Clamp(stream.Dictionary.Whole("First"), 0, content.Length);
        var count = Math.Clamp(stream.Dictionary.Whole("N"), 0, MostObjects - All.Count);
        var header = new PdfLexer(content.AsMemory(0, first), 0);
        for (var i = 0; i < count; i++)
        {
            if (header.Read(withReferences: false) is not PdfNumber number || header.Read(withReferences: false) is not PdfNumber offset)
            {
                return;
            }

            var at = Math.Clamp(first + (long)offset.Whole, 0, content.Length);
            Add(new(number.Whole, stream.Revision, new PdfLexer(content, (int)at).Read(withReferences: true) ?? PdfNull.Value, null) { Index = All.Count });
        }
    }
}
