using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Wordprocessing;
using PiiDocs.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace PiiDocs.Word;

/// <summary>The parts that all documents of a style sheet share, built and compressed once.</summary>
internal static class DocxTemplate
{
    /// <summary>The relationships of the main part that its section names; see <see cref="DocumentRelationships"/>.</summary>
    public const string FooterId = "rId5";
    public const string EvenFooterId = "rId6";

    private const string XmlHead = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static ImmutableArray<PackagePart> Build(StyleSheet sheet)
    {
        var hasNumbers = sheet.Numbers is not null;
        var hasEven = sheet.Numbers?.Position == PageNumberPosition.Outside;
        var parts = new List<(string Name, string Text)>
        {
            ("[Content_Types].xml", ContentTypes(hasNumbers, hasEven)),
            ("_rels/.rels", PackageRelationships()),
            ("word/styles.xml", DocxStyles.Build(sheet).OuterXml),
            ("word/settings.xml", SettingsOf(hasEven).OuterXml),
            ("word/fontTable.xml", FontsOf(sheet).OuterXml),
            ("customXml/_rels/item1.xml.rels", FieldsRelationships()),
            ("customXml/itemProps1.xml", FieldsProperties()),
            ("docProps/app.xml", $"""<Properties xmlns="{Extended}"><Application>PiiDocs</Application></Properties>"""),
        };
        if (hasNumbers)
        {
            parts.Add((WordNames.FooterPart, FooterOf(sheet, WordNames.FooterStyle).OuterXml));
        }

        if (hasEven)
        {
            parts.Add((WordNames.EvenFooterPart, FooterOf(sheet, WordNames.EvenFooterStyle).OuterXml));
        }

        return [.. parts.Select(part => PackagePart.Of(part.Name, XmlHead + part.Text, CompressionLevel.SmallestSize))];
    }

    /// <summary>The relationships of the main part of a document with so many figures.</summary>
    public static PackagePart Relationships(StyleSheet sheet, int figures)
    {
        var hasEven = sheet.Numbers?.Position == PageNumberPosition.Outside;
        var text = DocumentRelationships(sheet.Numbers is not null, hasEven, figures);
        return PackagePart.Of("word/_rels/document.xml.rels", XmlHead + text, CompressionLevel.SmallestSize);
    }

    /// <summary>The relationship of a figure, by its number from 1.</summary>
    public static string FigureId(int number) => $"rIdFigure{number}";

    private static Settings SettingsOf(bool hasEven) =>
        new(DocxStyles.Given(
            new DefaultTabStop { Val = 420 },
            hasEven ? new EvenAndOddHeaders() : null,
            new CharacterSpacingControl().Word("val", "compressPunctuation"),
            new Compatibility(
                new SpaceForUnderline(),
                new BalanceSingleByteDoubleByteWidth(),
                new DoNotLeaveBackslashAlone(),
                new UnderlineTrailingSpaces(),
                new DoNotExpandShiftReturn(),
                new UseFarEastLayout(),
                Compatible("compatibilityMode", "15"),
                Compatible("overrideTableStyleFontSizeAndJustification", "1"),
                Compatible("enableOpenTypeFeatures", "1"),
                Compatible("doNotFlipMirrorIndents", "1"),
                Compatible("differentiateMultirowTableHeaders", "1")),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" },
            new DecimalSymbol { Val = "." },
            new ListSeparator { Val = "," }));

    private static CompatibilitySetting Compatible(string name, string value) =>
        new CompatibilitySetting { Uri = "http://schemas.microsoft.com/office/word", Val = value }.Word("name", name);

    // The other names of a face tell Word what to take where the first is missing: 仿宋_GB2312, also called FangSong.
    private static Fonts FontsOf(StyleSheet sheet)
    {
        var roles = sheet.Fonts.Values.DistinctBy(role => role.WordFace).ToList();
        var chinese = roles.Select(role => FontOf(role.WordFace, role.Faces.FirstOrDefault(face => face != role.WordFace), "86", "auto"));
        var latin = sheet.Fonts.Values.Select(role => role.LatinFace).Distinct()
            .Where(face => roles.TrueForAll(role => role.WordFace != face))
            .Select(face => FontOf(face, null, "00", "roman"));
        return new(chinese.Concat(latin));
    }

    private static Font FontOf(string face, string? otherName, string characterSet, string family) =>
        new(DocxStyles.Given(
            otherName is null ? null : new AltName { Val = otherName },
            new FontCharSet { Val = characterSet },
            new FontFamily().Word("val", family),
            new Pitch().Word("val", "variable")))
        {
            Name = face,
        };

    private static Footer FooterOf(StyleSheet sheet, string style) =>
        new(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = style }),
            FooterText(sheet.Numbers!.Before),
            new SimpleField(FooterText("1")) { Instruction = " PAGE " },
            FooterText(sheet.Numbers.After)));

    // The dashes are Chinese text to Word only with the hint.
    private static Run FooterText(string text) =>
        new(
            new RunProperties(new RunFonts().Word("hint", "eastAsia")),
            Kept(new(text)));

    // With its spaces.
    private static Text Kept(Text text)
    {
        text.SetAttribute(new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve"));
        return text;
    }

    private static string ContentTypes(bool hasNumbers, bool hasEven)
    {
        var parts = new List<(string Name, string Type)>
        {
            (WordNames.DocumentPart, WordType + "document.main+xml"),
            ("word/styles.xml", WordType + "styles+xml"),
            ("word/settings.xml", WordType + "settings+xml"),
            ("word/fontTable.xml", WordType + "fontTable+xml"),
            ("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        };
        if (hasNumbers)
        {
            parts.Add((WordNames.FooterPart, WordType + "footer+xml"));
        }

        if (hasEven)
        {
            parts.Add((WordNames.EvenFooterPart, WordType + "footer+xml"));
        }

        var overrides = string.Concat(parts.Select(part => $"""<Override PartName="/{part.Name}" ContentType="{part.Type}"/>"""));
        return $"""<Types xmlns="{Package}content-types">"""
            + $"""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + $"""<Default Extension="emf" ContentType="image/x-emf"/>"""
            + $"""<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>""";
    }

    private static string PackageRelationships() =>
        Relationships(
            (Office + "officeDocument", WordNames.DocumentPart),
            (Package + "relationships/metadata/core-properties", "docProps/core.xml"),
            (Office + "extended-properties", "docProps/app.xml"));

    private static string DocumentRelationships(bool hasNumbers, bool hasEven, int figures)
    {
        var parts = Relationships([
            (Office + "styles", "styles.xml"),
            (Office + "settings", "settings.xml"),
            (Office + "fontTable", "fontTable.xml"),
            (Office + "customXml", "../" + WordNames.FieldsPart),
            .. hasNumbers ? [(Office + "footer", "footer1.xml")] : Array.Empty<(string, string)>(),
            .. hasEven ? [(Office + "footer", "footer2.xml")] : Array.Empty<(string, string)>(),
        ]);
        var pictures = Enumerable.Range(1, figures).Select(number =>
            $"""<Relationship Id="{FigureId(number)}" Type="{Office}image" Target="{WordFigures.TargetOf(number)}"/>""");
        return parts.Replace("</Relationships>", string.Concat(pictures) + "</Relationships>", StringComparison.Ordinal);
    }

    private static string FieldsRelationships() => Relationships((Office + "customXmlProps", "itemProps1.xml"));

    private static string Relationships(params (string Type, string Target)[] targets) =>
        $"""<Relationships xmlns="{Package}relationships">"""
        + string.Concat(targets.Select((target, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"""<Relationship Id="rId{index + 1}" Type="{target.Type}" Target="{target.Target}"/>""")))
        + "</Relationships>";

    // One part of its kind in a file, so one id for all files will do.
    private static string FieldsProperties() =>
        """<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5E6C0B3A-7B0D-4C55-9D9E-0A2F5A1D4C01}">"""
        + $"""<ds:schemaRefs><ds:schemaRef ds:uri="{WordNames.Fields}"/></ds:schemaRefs></ds:datastoreItem>""";
}
