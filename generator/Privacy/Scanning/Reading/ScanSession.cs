using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PiiDocs.Privacy.Scanning.Matching;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>The scan of one file: readers give it texts, it keeps the hits and nothing of the texts.</summary>
internal sealed class ScanSession(ScanProfile profile, CancellationToken cancellation)
{
    private const int ContextLength = 16;

    /// <summary>A part is searched when it has grown to this many characters.</summary>
    private const int Chunk = 128 * 1024;

    private readonly List<Hit> _hits = [];
    private readonly Dictionary<(string, string, PartKind, PlaceUnit), int> _seen = [];
    private readonly HashSet<Obstacle> _obstacles = [];
    private readonly Dictionary<string, string> _shownNames = new(StringComparer.Ordinal);
    private long _unpacked;
    private int _parts;

    public ScanLimits Limits => profile.Limits;

    public long Characters { get; private set; }

    public ImmutableArray<Hit> Hits => [.. _hits];

    public ImmutableArray<Obstacle> Obstacles => [.. _obstacles];

    /// <summary>Searches what a part has gathered, if it is enough for a pass; the part is empty afterwards.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isLast">Search also a small rest.</param>
    public void Search(TextPart part, bool isLast)
    {
        if (part.Length == 0 || (!isLast && part.Length < Chunk))
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        var text = part.ToString();
        Characters += text.Length;
        foreach (var finding in profile.Detector.Find(text, part.Scope))
        {
            Keep(part, text, finding);
        }

        part.Clear();
    }

    /// <summary>A text of its own.</summary>
    public void Search(string part, string text, PartKind kind)
    {
        var single = new TextPart(part);
        single.Add(text, kind, PlaceUnit.Whole);
        Search(single, isLast: true);
    }

    public void Report(string part, ObstacleReason reason, PlaceUnit? unit = null, PartKind kind = PartKind.Body)
    {
        if (_obstacles.Count < Limits.Hits)
        {
            _obstacles.Add(new(new(part, kind, unit ?? PlaceUnit.Whole), reason));
        }
    }

    /// <summary>Asks leave to unpack bytes of a part.</summary>
    /// <returns>False, and the limit is reported, where the file is too large or has too many parts.</returns>
    public bool Takes(string part, long bytes)
    {
        _unpacked += bytes;
        if (bytes <= Limits.Part && _unpacked <= Limits.Unpacked && ++_parts <= Limits.Parts)
        {
            return true;
        }

        Report(part, ObstacleReason.Limit);
        return false;
    }

    /// <summary>How many bytes a part may still unpack to.</summary>
    public int Allowance => (int)Math.Clamp(Limits.Unpacked - _unpacked, 0, Limits.Part);

    /// <summary>A word that stands before values, and little else.</summary>
    public bool IsLabel(string text) =>
        text.Length is > 1 and < 16 && profile.Detector.ContextWords.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>A name as reports may show it: what in it tells of a person is masked.</summary>
    public string Shown(string name)
    {
        if (_shownNames.TryGetValue(name, out var shown))
        {
            return shown;
        }

        var text = new StringBuilder(name);
        foreach (var finding in profile.Detector.Find(name, PatternScope.Cut))
        {
            for (var i = finding.Start; i < finding.End; i++)
            {
                text[i] = '□';
            }
        }

        return _shownNames[name] = text.ToString();
    }

    private void Keep(TextPart part, string text, Finding finding)
    {
        if (_hits.Count >= Limits.Hits)
        {
            Report(part.Part, ObstacleReason.Limit);
            return;
        }

        var (kind, unit, offset) = part.PlaceOf(finding.Start, finding.End);
        var fingerprint = Fingerprint(finding.Value);

        var value = text.AsSpan(finding.Start, finding.End - finding.Start);
        var hit = new Hit(new(part.Part, kind, unit), finding.Kind, finding.Confidence, finding.Form)
        {
            Rule = finding.Rule,
            Field = finding.Field,
            Masked = MaskOf(value),
            Fingerprint = fingerprint,
            Context = ContextOf(text, finding.Start),
            Offset = offset,
        };

        // One hit for each value of a paragraph, the surest: a text with tracked changes is searched as it is and as it was.
        if (_seen.TryAdd((fingerprint, part.Part, kind, unit), _hits.Count))
        {
            _hits.Add(hit);
        }
        else if (_seen[(fingerprint, part.Part, kind, unit)] is var seen && finding.Confidence > _hits[seen].Confidence)
        {
            _hits[seen] = hit;
        }
    }

    /// <summary>The first character, whole and such as can be shown, and how long the rest is.</summary>
    private static string MaskOf(ReadOnlySpan<char> value)
    {
        var isCharacter = Rune.DecodeFromUtf16(value, out var first, out var length) == OperationStatus.Done && !Rune.IsControl(first);
        return (isCharacter ? first.ToString() : "·") + new string('·', Math.Clamp(value.Length, length, 24) - length);
    }

    private string Fingerprint(string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(profile.Salt.Span, Encoding.UTF8.GetBytes(value)).AsSpan(0, 6));

    /// <summary>The nearest known label before a value; anything else might itself tell of a person.</summary>
    private string ContextOf(string text, int start)
    {
        var from = Math.Max(0, start - ContextLength);
        var before = text.AsSpan(from, start - from);
        var (nearest, at) = ("", -1);
        foreach (var word in profile.Detector.ContextWords)
        {
            if (before.LastIndexOf(word, StringComparison.Ordinal) is var found && found > at)
            {
                (nearest, at) = (word, found);
            }
        }

        return nearest;
    }
}
