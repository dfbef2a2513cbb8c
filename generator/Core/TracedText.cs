using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>A text and, for every character of it, where it came from.</summary>
/// <param name="Text">What a template wrote.</param>
/// <param name="Runs">In order, without gaps, covering <paramref name="Text"/>; empty only for empty text.</param>
public sealed record TracedText(string Text, ImmutableArray<TracedRun> Runs)
{
    public static readonly TracedText Empty = new("", []);
}

/// <summary>A stretch of a <see cref="TracedText"/> with one origin.</summary>
public readonly record struct TracedRun(TextSpan Span, Origin Origin);
