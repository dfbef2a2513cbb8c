using static PiiDocs.Unit.Privacy.Scanning.Package;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Every place of a Word file that can hold a text.</summary>
internal static class DocxPlaces
{
    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> All = new Dictionary<string, Func<string, byte[]>>
    {
        ["body"] = text => Docx(Paragraph(text)),
        ["split runs"] = text => Docx($"<w:p>{string.Concat(text.EnumerateRunes().Select(rune => Run(rune.ToString())))}</w:p>"),
        ["table cell"] = text => Docx($"<w:tbl><w:tr><w:tc>{Paragraph("栏")}</w:tc><w:tc>{Paragraph(text)}</w:tc></w:tr></w:tbl>"),
        ["one character a cell"] = text => Docx($"<w:tbl><w:tr>{string.Concat(text.Select(unit => $"<w:tc>{Paragraph(unit.ToString())}</w:tc>"))}</w:tr></w:tbl>"),
        ["one character a paragraph"] = text => Docx($"{Paragraph("竖排：")}{string.Concat(text.Select(unit => Paragraph(unit.ToString())))}{Paragraph("后文")}"),
        ["header"] = text => Docx(Paragraph("文"), ("word/header2.xml", WordPart("hdr", Paragraph(text)))),
        ["footer"] = text => Docx(Paragraph("文"), ("word/footer1.xml", WordPart("ftr", Paragraph(text)))),
        ["footnote"] = text => Docx(Paragraph("文"), ("word/footnotes.xml", WordPart("footnotes", $"<w:footnote>{Paragraph(text)}</w:footnote>"))),
        ["endnote"] = text => Docx(Paragraph("文"), ("word/endnotes.xml", WordPart("endnotes", $"<w:endnote>{Paragraph(text)}</w:endnote>"))),
        ["text box"] = text => Docx($"<w:p>{Run("文")}<w:r><w:pict><v:textbox><w:txbxContent>{Paragraph(text)}</w:txbxContent></v:textbox></w:pict></w:r>{Run("后")}</w:p>"),
        ["comment"] = text => Docx(Paragraph("文"), ("word/comments.xml", WordPart("comments", $"<w:comment>{Paragraph(text)}</w:comment>"))),
        ["comment author"] = text => Docx(Paragraph("文"), ("word/comments.xml", WordPart("comments", $"<w:comment w:author=\"{Xml(text)}\">{Paragraph("批")}</w:comment>"))),
        ["insertion"] = text => Docx($"<w:p>{Run("文")}<w:ins w:author=\"a\">{Run(text)}</w:ins></w:p>"),
        ["deletion"] = text => Docx($"<w:p>{Run("文")}<w:del w:author=\"a\"><w:r><w:delText>{Xml(text)}</w:delText></w:r></w:del></w:p>"),
        ["half deleted"] = text => Docx($"<w:p>{Run(text[..1])}<w:ins>{Run("某某")}</w:ins><w:del><w:r><w:delText>{Xml(text[1..])}</w:delText></w:r></w:del></w:p>"),
        ["moved from"] = text => Docx($"<w:p><w:moveFrom>{Run(text)}</w:moveFrom>{Run("文")}</w:p>"),
        ["hidden"] = text => Docx($"<w:p>{Run("文")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>{Xml(text)}</w:t></w:r></w:p>"),
        ["parted by hidden"] = text => Docx($"<w:p>{Run(text[..1])}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隔开的字</w:t></w:r>{Run(text[1..])}</w:p>"),
        ["field code"] = text => Docx($"<w:p><w:r><w:instrText> MERGEFIELD </w:instrText></w:r><w:r><w:instrText>{Xml(text)}</w:instrText></w:r></w:p>"),
        ["simple field"] = text => Docx($"<w:p><w:fldSimple w:instr=\" QUOTE {Xml(text)} \">{Run("文")}</w:fldSimple></w:p>"),
        ["link target"] = text => Docx(Paragraph("文"), ("word/_rels/document.xml.rels",
            Bytes($"<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"https://example.com/{Uri.EscapeDataString(text)}\"/></Relationships>"))),
        ["core property"] = text => Docx(Paragraph("文"), ("docProps/core.xml", Bytes($"<cp:p xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>{Xml(text)}</dc:creator></cp:p>"))),
        ["app property"] = text => Docx(Paragraph("文"), ("docProps/app.xml", Bytes($"<Properties><Company>{Xml(text)}</Company></Properties>"))),
        ["custom property"] = text => Docx(Paragraph("文"), ("docProps/custom.xml",
            Bytes($"<Properties xmlns:vt=\"v\"><property name=\"a\"><vt:lpwstr>{Xml(text)}</vt:lpwstr></property></Properties>"))),
        ["property name"] = text => Docx(Paragraph("文"), ("docProps/custom.xml", Bytes($"<Properties><property name=\"{Xml(text)}\"/></Properties>"))),
        ["custom XML"] = text => Docx(Paragraph("文"), ("customXml/item1.xml", Bytes($"<a><b>{Xml(text)}</b></a>"))),
        ["custom XML attribute"] = text => Docx(Paragraph("文"), ("customXml/item1.xml", Bytes($"<a v=\"{Xml(text)}\"/>"))),
        ["style name"] = text => Docx(Paragraph("文"), ("word/styles.xml", WordPart("styles", $"<w:style><w:name w:val=\"{Xml(text)}\"/></w:style>"))),
        ["bookmark"] = text => Docx($"<w:p><w:bookmarkStart w:id=\"1\" w:name=\"{Xml(text)}\"/>{Run("文")}</w:p>"),
        ["alternative text"] = text => Docx($"<w:p><w:r><wp:docPr id=\"1\" descr=\"{Xml(text)}\"/></w:r></w:p>"),
        ["table description"] = text => Docx($"<w:tbl><w:tblPr><w:tblDescription w:val=\"{Xml(text)}\"/></w:tblPr><w:tr><w:tc>{Paragraph("栏")}</w:tc></w:tr></w:tbl>"),
        ["control tag"] = text => Docx($"<w:sdt><w:sdtPr><w:tag w:val=\"{Xml(text)}\"/></w:sdtPr><w:sdtContent>{Paragraph("文")}</w:sdtContent></w:sdt>"),
        ["control title"] = text => Docx($"<w:sdt><w:sdtPr><w:alias w:val=\"{Xml(text)}\"/></w:sdtPr></w:sdt>{Paragraph("文")}"),
        ["list item"] = text => Docx($"<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"{Xml(text)}\"/></w:dropDownList></w:sdtPr></w:sdt>{Paragraph("文")}"),
        ["glossary"] = text => Docx(Paragraph("文"), ("word/glossary/document.xml", WordPart("glossaryDocument", $"<w:docParts>{Paragraph(text)}</w:docParts>"))),
        ["people"] = text => Docx(Paragraph("文"), ("word/people.xml", WordPart("people", $"<w15:person w15:author=\"{Xml(text)}\"/>"))),
        ["document variable"] = text => Docx(Paragraph("文"), ("word/settings.xml", WordPart("settings", $"<w:docVars><w:docVar w:name=\"a\" w:val=\"{Xml(text)}\"/></w:docVars>"))),
        ["web extension"] = text => Docx(Paragraph("文"), ("word/webextensions/webextension1.xml",
            Bytes($"<we:webextension xmlns:we=\"w\"><we:properties><we:property name=\"a\" value=\"{Xml(text)}\"/></we:properties></we:webextension>"))),
        ["form field"] = text => Docx($"<w:p><w:r><w:ffData><w:textInput><w:default w:val=\"{Xml(text)}\"/></w:textInput></w:ffData></w:r>{Run("文")}</w:p>"),
        ["XML comment"] = text => Docx($"<!-- {Xml(text).Replace("--", "- -", StringComparison.Ordinal)} -->{Paragraph("文")}"),
        ["picture comment"] = text => Docx(Paragraph("有图的一页文字，足够长，足够长，足够长。"), ("word/media/image1.png", Png(text))),
        ["picture Exif"] = text => Docx(Paragraph("有图的一页文字，足够长，足够长，足够长。"), ("word/media/image1.jpeg", Jpeg(text))),
        ["embedded Word file"] = text => Docx(Paragraph("文"), ("word/embeddings/a.docx", Docx(Paragraph(text)))),
        ["embedded workbook"] = text => Docx(Paragraph("文"), ("word/embeddings/a.xlsx", Xlsx("<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>", $"<si><t>{Xml(text)}</t></si>"))),
        ["alternative chunk"] = text => Docx(Paragraph("文"), ("word/afchunk1.html", Bytes($"<html><body>{Xml(text)}</body></html>"))),
        ["OLE object"] = text => Docx(Paragraph("文"), ("word/embeddings/oleObject1.bin", System.Text.Encoding.Unicode.GetBytes($"\u0001\u0002ab{text}\u0003"))),
        ["part name"] = text => Docx(Paragraph("文"), ($"customXml/{text.Replace('\n', '_')}.xml", Bytes("<a/>"))),
    };

    public static string Paragraph(string text) => $"<w:p>{Run(text)}</w:p>";

    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{Xml(text)}</w:t></w:r>";
}
