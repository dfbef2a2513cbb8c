using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Finds the faces that play a role: the machine's fonts, or a test's.</summary>
public interface IFontLibrary
{
    /// <summary>The faces for a role, best first; the first that has a character sets it. Empty where there is none.</summary>
    RoleFaces Find(FontRole role);
}

/// <param name="Chinese">For Han characters and Chinese marks: the role's own faces, then last resorts for rare characters.</param>
/// <param name="Latin">For Latin letters and digits; empty to use <paramref name="Chinese"/>.</param>
/// <param name="Substitution">What was put in whose place, for the warning; null where the first choice was found.</param>
public sealed record RoleFaces(
    ImmutableArray<FontFace> Chinese,
    ImmutableArray<FontFace> Latin,
    FontSubstitution? Substitution);

/// <param name="Wanted">The first choice of the role.</param>
/// <param name="Used">The face that took its place.</param>
public sealed record FontSubstitution(string Wanted, string Used);
