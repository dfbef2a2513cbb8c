using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Privacy.Scanning.Matching;

namespace PiiDocs.Privacy.Scanning;

/// <summary>An identifier that is looked for by its value.</summary>
/// <param name="Value">As the case has it.</param>
/// <param name="Rule">How it is searched.</param>
/// <param name="Field">Where the case has it; what a hit names instead of the value.</param>
public sealed record KnownIdentifier(string Value, IdentifierRule Rule, FieldPath Field)
{
    /// <summary>Equal for the identifiers of one person; a masked number tells more beside its owner's name.</summary>
    public string Owner { get; init; } = "";
}

/// <summary>What a scan looks for: rules, the identifiers of cases, what may show. Built once, used by all threads.</summary>
public sealed class ScanProfile
{
    private ScanProfile(DetectionRules rules, ReadOnlyMemory<byte> salt, Detector detector)
    {
        Rules = rules;
        Salt = salt;
        Detector = detector;
    }

    public DetectionRules Rules { get; }

    public ScanLimits Limits { get; private init; } = new();

    internal ReadOnlyMemory<byte> Salt { get; }

    internal Detector Detector { get; }

    /// <summary>The same profile with other bounds.</summary>
    public ScanProfile Within(ScanLimits limits) => new(Rules, Salt, Detector) { Limits = limits };

    /// <summary>Makes a profile.</summary>
    /// <param name="rules">The rules of <c>_redaction</c>.</param>
    /// <param name="identifiers">The identifiers of all cases; those whose rule says <see cref="SearchForm.Allowed"/> may show.</param>
    /// <param name="salt">Secret bytes of this run; fingerprints of two runs cannot be compared unless they share it.</param>
    public static ScanProfile Create(DetectionRules rules, ImmutableArray<KnownIdentifier> identifiers, ReadOnlyMemory<byte> salt) =>
        new(rules, salt, Detector.For(rules, identifiers));
}

/// <summary>Bounds that keep a hostile file from taking the machine.</summary>
public sealed record ScanLimits
{
    /// <summary>Files in files in files. Default: 6.</summary>
    public int Depth { get; init; } = 6;

    /// <summary>Bytes unpacked of one file, all its parts together. Default: 512 MiB.</summary>
    public long Unpacked { get; init; } = 512L * 1024 * 1024;

    /// <summary>Bytes unpacked of one part. Default: 128 MiB.</summary>
    public int Part { get; init; } = 128 * 1024 * 1024;

    /// <summary>Hits kept of one file. Default: 5,000.</summary>
    public int Hits { get; init; } = 5000;

    /// <summary>Parts of one file. Default: 50,000.</summary>
    public int Parts { get; init; } = 50_000;
}
