namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>One writing of an object; a file that was saved again may hold several of one number.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Revision">How often the file had been saved before, from 0.</param>
/// <param name="Value">What it is; of a stream its dictionary.</param>
/// <param name="Raw">The stream's bytes as they stand in the file; null where it is none.</param>
internal sealed record PdfObject(int Number, int Revision, PdfValue Value, ReadOnlyMemory<byte>? Raw)
{
    /// <summary>Its place among all objects.</summary>
    public int Index { get; init; }

    public PdfDictionary Dictionary => Value as PdfDictionary ?? PdfDictionary.Empty;

    // Two writings are two objects, however alike they are.
    public bool Equals(PdfObject? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
