namespace PiiDocs.Core;

/// <summary>A place in a text: 1-based line and column, in UTF-16 units, as editors count.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => $"({Line},{Column})";
}
