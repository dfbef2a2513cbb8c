using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PiiDocs.Unit.Pdf;

/// <summary>Reads back a file the writer made: its objects, packed ones included, as text, and their streams unpacked.</summary>
internal sealed partial class PdfReading
{
    private readonly Dictionary<int, string> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfReading(byte[] file)
    {
        Text = Encoding.Latin1.GetString(file);
        foreach (var match in Object().Matches(Text).Cast<Match>())
        {
            Read(file, match);
        }

        foreach (var (number, dictionary) in _objects.Where(each => each.Value.Contains("/Type/ObjStm", StringComparison.Ordinal)).ToList())
        {
            Unpack(dictionary, Encoding.Latin1.GetString(_streams[number]));
        }
    }

    /// <summary>The bytes of the file, one character each.</summary>
    public string Text { get; }

    /// <summary>The only object that holds a text.</summary>
    public string ObjectWith(string part) => Assert.Single(ObjectsWith(part));

    public IEnumerable<string> ObjectsWith(string part) =>
        _objects.OrderBy(each => each.Key).Select(each => each.Value).Where(text => text.Contains(part, StringComparison.Ordinal));

    /// <summary>The object that an entry points to.</summary>
    public string Follow(string dictionary, string key) => _objects[NumberAfter(dictionary, key)];

    /// <summary>The stream that an entry points to.</summary>
    public byte[] StreamOf(string dictionary, string key) => _streams[NumberAfter(dictionary, key)];

    /// <summary>The content streams of all pages, in order.</summary>
    public IEnumerable<string> Contents() =>
        from page in ObjectsWith("/Type/Page/")
        select Encoding.Latin1.GetString(StreamOf(page, "Contents"));

    /// <summary>What the one font's codes say, by its ToUnicode table.</summary>
    public string[] Unicode()
    {
        var map = Encoding.Latin1.GetString(StreamOf(ObjectWith("/Subtype/Type0"), "ToUnicode"));
        var texts = from Match range in Range().Matches(map)
                    from Match text in Regex.Matches(range.Groups[1].Value, "<([0-9A-F]*)>")
                    select Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.Groups[1].Value));
        return ["", .. texts];
    }

    private static int NumberAfter(string dictionary, string key) =>
        int.Parse(Regex.Match(dictionary, $@"/{key}\[?\s?(\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    private void Read(byte[] file, Match match)
    {
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var start = match.Index + match.Length;
        var length = Regex.Match(Text[start..Math.Min(Text.Length, start + 400)], @"^<<[^\n]*/Length (\d+)>>\nstream\n");
        if (!length.Success)
        {
            _objects[number] = Text[start..Text.IndexOf("\nendobj\n", start, StringComparison.Ordinal)];
            return;
        }

        _objects[number] = length.Value;
        var bytes = file.AsSpan(start + length.Length, int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture));
        _streams[number] = length.Value.Contains("/FlateDecode", StringComparison.Ordinal) ? Inflate(bytes) : bytes.ToArray();
    }

    private void Unpack(string dictionary, string bundle)
    {
        var first = int.Parse(Regex.Match(dictionary, @"/First (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var header = bundle[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        for (var i = 0; i < header.Length; i += 2)
        {
            var end = i + 3 < header.Length ? header[i + 3] : bundle.Length - first;
            _objects[header[i]] = bundle[(first + header[i + 1])..(first + end)].TrimEnd('\n');
        }
    }

    private static byte[] Inflate(ReadOnlySpan<byte> bytes)
    {
        using var input = new ZLibStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }

    [GeneratedRegex(@"(?<=\n)(\d+) 0 obj\n")]
    private static partial Regex Object();

    [GeneratedRegex(@"<[0-9A-F]{4}><[0-9A-F]{4}>\[([^\]]*)\]")]
    private static partial Regex Range();
}
