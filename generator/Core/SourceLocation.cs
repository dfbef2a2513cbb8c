namespace PiiDocs.Core;

/// <summary>A span of a source; printed as <c>file(12,14)</c>, which editors and CI link.</summary>
public readonly record struct SourceLocation(SourceText Source, TextSpan Span)
{
    public LinePosition Start => Source.PositionOf(Span.Start);

    public LinePosition End => Source.PositionOf(Span.End);

    public override string ToString() => $"{Source.Path}{Start}";
}
