using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads a style sheet (<c>templates/_styles/*.yaml</c>); every mistake in it is found in one run.</summary>
public static class StyleSheetReader
{
    /// <summary>The sheet, or null where it has errors.</summary>
    public static StyleSheet? Read(DataObject data, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var keys = new StyleKeys(data, found);
        var name = keys.Text("name");
        var page = ReadPage(keys.Object("page"));
        var fonts = keys.Named("fonts").ToImmutableSortedDictionary(
            font => font.Name, font => ReadFont(font.Name, font.Keys), StringComparer.Ordinal);
        var numbers = keys.OptionalObject("pageNumbers") is { } numbering ? ReadNumbers(numbering, fonts.Keys) : null;
        var paragraphs = ReadParagraphs(keys, fonts.Keys);
        var tables = ReadTables(keys.Object("tables"), paragraphs.Keys);
        var punctuation = keys.OptionalObject("punctuation") is { } marks ? ReadPunctuation(marks) : PunctuationStyle.Default;
        var seal = keys.OptionalObject("seal") is { } stamp ? ReadSeal(stamp) : null;
        keys.Finish();

        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : new(name, page, numbers, fonts, paragraphs, tables) { Punctuation = punctuation, Seal = seal };
    }

    private static PageGeometry ReadPage(StyleKeys keys)
    {
        var page = new PageGeometry(
            keys.Length("width"),
            keys.Length("height"),
            keys.Length("top"),
            keys.Length("bottom"),
            keys.Length("left"),
            keys.Length("right"),
            keys.Length("linePitch"),
            keys.Count("linesPerPage"),
            keys.Count("charactersPerLine"));
        keys.Finish();
        if (page.LinePitch <= Length.Zero
            || page.LinePitch * page.LinesPerPage > page.TextHeight
            || page.CharacterPitch < Length.FromPoints(1))
        {
            keys.Report(DocumentErrors.GridTooLarge);
        }

        return page;
    }

    private static PageNumbering ReadNumbers(StyleKeys keys, IEnumerable<string> fonts)
    {
        var numbers = new PageNumbering(
            keys.OptionalText("before") ?? "",
            keys.OptionalText("after") ?? "",
            keys.Text("font"),
            keys.Length("size"),
            keys.Word("position", PageNumberPosition.Centre),
            keys.Length("distance"),
            keys.Number("sideIndent", 0));
        keys.CheckName("font", numbers.FontRole, fonts);
        keys.Finish();
        return numbers;
    }

    private static PunctuationStyle ReadPunctuation(StyleKeys keys)
    {
        var punctuation = new PunctuationStyle
        {
            Prohibition = keys.Word("prohibition", ProhibitionLevel.Basic),
            HangMarksAtLineEnd = keys.Flag("hangMarks"),
        };
        keys.Finish();
        return punctuation;
    }

    private static SealStyle ReadSeal(StyleKeys keys)
    {
        var seal = new SealStyle(
            keys.Length("diameter"), keys.Number("rise", 0), keys.Word("outline", SealOutline.Never), keys.Color("color", "000000"));
        keys.Finish();
        return seal;
    }

    private static FontRole ReadFont(string name, StyleKeys keys)
    {
        var font = new FontRole(name, keys.Text("word"), keys.Text("latin"), keys.Texts("faces"), keys.Texts("latinFaces"));
        keys.Finish();
        return font;
    }

    private static ImmutableSortedDictionary<string, ParagraphStyle> ReadParagraphs(StyleKeys sheet, IEnumerable<string> fonts)
    {
        var named = sheet.Named("paragraphs").ToList();
        if (named.Count > 0 && named.TrueForAll(style => style.Name != "body"))
        {
            sheet.Report((at, path) => DocumentErrors.MissingKey(at, path.Member("paragraphs").Member("body")));
        }

        var styles = ImmutableSortedDictionary.CreateBuilder<string, ParagraphStyle>(StringComparer.Ordinal);
        foreach (var (name, keys) in named)
        {
            var style = ReadParagraph(name, keys);
            keys.CheckName("font", style.FontRole, fonts);
            keys.CheckName("next", style.Next, named.Select(other => other.Name));
            keys.CheckName("centredOn", style.CentredOn, named.Select(other => other.Name));
            keys.Finish();
            styles[name] = style;
        }

        return styles.ToImmutable();
    }

    private static ParagraphStyle ReadParagraph(string name, StyleKeys keys) =>
        new(name, keys.Text("title"), keys.Text("font"), keys.Length("size"))
        {
            Bold = keys.Flag("bold"),
            Color = keys.Color("color", "000000"),
            Alignment = keys.Word("align", TextAlignment.Justify),
            FirstLineIndent = keys.Number("firstLine", 0),
            LeftIndent = keys.Number("left", 0),
            RightIndent = keys.Number("right", 0),
            CentredOn = keys.OptionalText("centredOn"),
            LinesBefore = keys.Number("linesBefore", 0),
            LinesAfter = keys.Number("linesAfter", 0),
            LinePitch = keys.OptionalLength("linePitch"),
            KeepWithNext = keys.Flag("keepWithNext"),
            KeepTogether = keys.Flag("keepTogether"),
            PageBreakBefore = keys.Flag("pageBreakBefore"),
            OutlineLevel = (int)keys.Number("outlineLevel", 0),
            Next = keys.OptionalText("next"),
            Role = keys.Word("role", ParagraphRole.Text),
        };

    private static TableStyle ReadTables(StyleKeys keys, IEnumerable<string> styles)
    {
        var table = new TableStyle(
            keys.Text("cell"),
            keys.Text("header"),
            keys.Length("border"),
            keys.Length("paddingHorizontal"),
            keys.Length("paddingVertical"),
            keys.Flag("rowsMaySplit"))
        {
            FormRow = keys.OptionalLength("formRow") ?? Length.Zero,
        };
        keys.CheckName("cell", table.CellStyle, styles);
        keys.CheckName("header", table.HeaderStyle, styles);
        keys.Finish();
        return table;
    }
}
