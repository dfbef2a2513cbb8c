using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>A sample case with one fact changed.</summary>
/// <param name="Kind">What kind of slip it is: <c>date moved</c>.</param>
/// <param name="Path">Where.</param>
/// <param name="Change">What was put there.</param>
/// <param name="Case">The changed case.</param>
internal sealed record Mutation(string Kind, FieldPath Path, string Change, DataObject Case)
{
    public override string ToString() => $"{Kind}: {Path} := {Change}";
}
