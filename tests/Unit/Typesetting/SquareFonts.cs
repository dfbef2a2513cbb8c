using System.Text;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Typesetting;

/// <summary>A library with one square face for everything, and others where a test asks for them.</summary>
internal sealed class SquareFonts : IFontLibrary
{
    public static readonly Rune Unknown = new(0x2A6D6);

    public SquareFace Chinese { get; init; } = new("Square", character => character != Unknown);

    public SquareFace? Latin { get; init; }

    public FontSubstitution? Substitution { get; init; }

    /// <summary>A role no face plays.</summary>
    public string? EmptyRole { get; init; }

    public RoleFaces Find(FontRole role) =>
        role.Name == EmptyRole
            ? new([], [], null)
            : new([Chinese], Latin is null ? [] : [Latin], Substitution);
}
