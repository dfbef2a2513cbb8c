using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Lines;

/// <summary>The formats of one document, worked out when first asked for; reports what its fonts lack.</summary>
internal sealed class Formats(StyleSheet sheet, GlyphTables tables, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, ParagraphFormat> _formats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public ParagraphFormat Of(string style, Origin origin)
    {
        if (_formats.TryGetValue(style, out var known))
        {
            return known;
        }

        if (!sheet.Paragraphs.TryGetValue(style, out var found))
        {
            diagnostics.Add(TypesettingErrors.UnknownStyle(style, origin.Template));
            found = sheet.Body;
        }

        return _formats[style] = Make(found);
    }

    public ParagraphFormat OfPageNumber(PageNumbering numbers) =>
        Make(new ParagraphStyle("page-number", "page-number", numbers.FontRole, numbers.Size)
        {
            Alignment = numbers.Position == PageNumberPosition.Centre ? TextAlignment.Centre : TextAlignment.Left,
        });

    /// <summary>Labels of figures, in the face of table cells; not on the grid.</summary>
    public ParagraphFormat OfFigure(Length size)
    {
        var name = $"figure {size}";
        if (_formats.TryGetValue(name, out var known))
        {
            return known;
        }

        var cells = sheet.Paragraphs.GetValueOrDefault(sheet.Tables.CellStyle, sheet.Body);
        return _formats[name] = Make(new ParagraphStyle(name, name, cells.FontRole, size) { Alignment = TextAlignment.Centre });
    }

    // Only text of the body's size stands on the grid of characters (GB/T 9704-2012, 5.2.3: 28 to the line).
    private ParagraphFormat Make(ParagraphStyle style)
    {
        var character = style.Size == sheet.Body.Size ? sheet.Page.CharacterPitch : style.Size;
        var role = RoleOf(style);
        var glyphs = tables.Find(role, new(style.Size, character, IsBold: false));
        var boldGlyphs = tables.Find(role, new(style.Size, character, IsBold: true));
        Report(role, glyphs);
        return new(style, style.Bold ? boldGlyphs : glyphs, boldGlyphs, character, style.LinePitch ?? OnGrid(style.Size))
        {
            SpaceBefore = sheet.Page.LinePitch * style.LinesBefore,
            SpaceAfter = sheet.Page.LinePitch * style.LinesAfter,
        };
    }

    // Type larger than a grid line takes as many lines as it needs.
    private Length OnGrid(Length size)
    {
        var pitch = sheet.Page.LinePitch;
        return pitch <= Length.Zero ? size : pitch * Math.Max(1, (int)Math.Ceiling(size.Millipoints / (double)pitch.Millipoints));
    }

    private FontRole RoleOf(ParagraphStyle style)
    {
        if (sheet.Fonts.TryGetValue(style.FontRole, out var role))
        {
            return role;
        }

        if (_reported.Add(style.FontRole))
        {
            diagnostics.Add(TypesettingErrors.UnknownRole(style.FontRole));
        }

        return sheet.Fonts.TryGetValue(sheet.Body.FontRole, out var body)
            ? body
            : new(style.FontRole, style.FontRole, style.FontRole, [], []);
    }

    private void Report(FontRole role, GlyphTable glyphs)
    {
        if (!_reported.Add(role.Name))
        {
            return;
        }

        if (!glyphs.HasFaces)
        {
            diagnostics.Add(TypesettingErrors.RoleWithoutFace(role.Name));
        }
        else if (glyphs.Substitution is { } substitution)
        {
            diagnostics.Add(TypesettingErrors.RoleSubstituted(role.Name, substitution.Wanted, substitution.Used));
        }
    }
}
