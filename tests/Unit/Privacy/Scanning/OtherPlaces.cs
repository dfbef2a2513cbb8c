using System.Text;
using static PiiDocs.Unit.Privacy.Scanning.Package;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Every place of workbooks, web pages and text files that can hold a text.</summary>
internal static class OtherPlaces
{
    private const string Cell = "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> Xlsx = new Dictionary<string, Func<string, byte[]>>
    {
        ["shared string"] = text => Package.Xlsx(Cell, $"<si><t>{Xml(text)}</t></si>"),
        ["rich string"] = text => Package.Xlsx(Cell, $"<si><r><t>{Xml(text[..2])}</t></r><r><t>{Xml(text[2..])}</t></r></si>"),
        ["one character a cell"] = text => Package.Xlsx($"<row>{string.Concat(text.Select((unit, index) => $"<c r=\"{(char)('A' + (index % 26))}1\" t=\"inlineStr\"><is><t>{Xml(unit.ToString())}</t></is></c>"))}</row>", ""),
        ["forgotten string"] = text => Package.Xlsx(Cell, $"<si><t>文</t></si><si><t>{Xml(text)}</t></si>"),
        ["inline string"] = text => Package.Xlsx($"<row><c r=\"A1\" t=\"inlineStr\"><is><t>{Xml(text)}</t></is></c></row>", ""),
        ["cached value"] = text => Package.Xlsx($"<row><c r=\"A1\" t=\"str\"><f>1</f><v>{Xml(text)}</v></c></row>", ""),
        ["formula"] = text => Package.Xlsx($"<row><c r=\"A1\"><f>\"{Xml(text)}\"</f><v>1</v></c></row>", ""),
        ["other sheet"] = text => Package.Xlsx(Cell, "<si><t>文</t></si>", ("xl/worksheets/sheet2.xml",
            Sheet("worksheet", $"<sheetData><row><c r=\"B2\" t=\"inlineStr\"><is><t>{Xml(text)}</t></is></c></row></sheetData>"))),
        ["comment"] = text => Package.Xlsx(Cell, "<si><t>文</t></si>", ("xl/comments1.xml", Sheet("comments", $"<comment><text><t>{Xml(text)}</t></text></comment>"))),
        ["comment on a defined name"] = text => Package.Xlsx(Cell, "", ("xl/workbook2.xml", Sheet("workbook", $"<definedName name=\"a\" comment=\"{Xml(text)}\">1</definedName>"))),
        ["defined name"] = text => Package.Xlsx(Cell, "", ("xl/workbook2.xml", Sheet("workbook", $"<definedName name=\"a\">\"{Xml(text)}\"</definedName>"))),
        ["sheet name"] = text => Package.Xlsx(Cell, "", ("xl/workbook2.xml", Sheet("workbook", $"<sheet name=\"{Xml(text)}\"/>"))),
        ["header"] = text => Package.Xlsx($"</sheetData><headerFooter><oddHeader>{Xml(text)}</oddHeader></headerFooter><sheetData>", ""),
        ["number format"] = text => Package.Xlsx(Cell, "", ("xl/styles.xml", Sheet("styleSheet", $"<numFmt formatCode=\"{Xml(text)}\"/>"))),
        ["external link"] = text => Package.Xlsx(Cell, "", ("xl/externalLinks/externalLink1.xml", Sheet("externalLink", $"<cell><v>{Xml(text)}</v></cell>"))),
        ["pivot cache"] = text => Package.Xlsx(Cell, "", ("xl/pivotCache/pivotCacheRecords1.xml", Sheet("pivotCacheRecords", $"<r><s v=\"{Xml(text)}\"/></r>"))),
        ["link tip"] = text => Package.Xlsx(Cell, "", ("xl/worksheets/sheet3.xml", Sheet("worksheet", $"<hyperlink ref=\"A1\" tooltip=\"{Xml(text)}\"/>"))),
    };

    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> Pptx = new Dictionary<string, Func<string, byte[]>>
    {
        ["slide"] = text => Slides("slides/slide1.xml", $"<a:p><a:r><a:t>{Xml(text)}</a:t></a:r></a:p>"),
        ["split runs"] = text => Slides("slides/slide1.xml", $"<a:p>{string.Concat(text.EnumerateRunes().Select(rune => $"<a:r><a:t>{Xml(rune.ToString())}</a:t></a:r>"))}</a:p>"),
        ["notes"] = text => Slides("notesSlides/notesSlide1.xml", $"<a:p><a:r><a:t>{Xml(text)}</a:t></a:r></a:p>"),
        ["comment"] = text => Slides("comments/comment1.xml", $"<p:cm xmlns:p=\"p\"><p:text>{Xml(text)}</p:text></p:cm>"),
        ["comment author"] = text => Slides("commentAuthors.xml", $"<p:cmAuthor xmlns:p=\"p\" name=\"{Xml(text)}\"/>"),
        ["alternative text"] = text => Slides("slides/slide1.xml", $"<p:cNvPr xmlns:p=\"p\" id=\"1\" descr=\"{Xml(text)}\"/>"),
        ["tag"] = text => Slides("tags/tag1.xml", $"<p:tag xmlns:p=\"p\" name=\"a\" val=\"{Xml(text)}\"/>"),
    };

    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> Html = new Dictionary<string, Func<string, byte[]>>
    {
        ["text"] = text => Page(Xml(text)),
        ["cut by tags"] = text => Page(string.Concat(text.EnumerateRunes().Select(rune => $"<b>{Xml(rune.ToString())}</b><span class='x'></span>"))),
        ["one character a cell"] = text => Page($"<table><tr>{string.Concat(text.Select(unit => $"<td>{Xml(unit.ToString())}</td>"))}</tr></table>"),
        ["cut by a line end"] = text => Page($"{Xml(text[..(text.Length / 2)])}<br>{Xml(text[(text.Length / 2)..])}"),
        ["entities"] = text => Page(string.Concat(text.EnumerateRunes().Select(rune => $"&#x{rune.Value:x};"))),
        ["title"] = text => Bytes($"<!DOCTYPE html><html><head><title>{Xml(text)}</title></head></html>"),
        ["attribute"] = text => Page($"<div data-who=\"{Xml(text)}\">文</div>"),
        ["unquoted attribute"] = text => Page($"<div id={Xml(text.Replace(' ', '_').Replace('\n', '_').Replace('\u3000', '_'))}>文</div>"),
        ["alternative text"] = text => Page($"<img alt='{Xml(text)}' src=a.png>"),
        ["comment"] = text => Page($"<!-- {Xml(text)} -->"),
        ["script"] = text => Page($"<script>var who = \"{text}\";</script>"),
        ["escaped script"] = text => Page($"<script>var who = \"{string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"))}\";</script>"),
        ["style"] = text => Page($"<style>.a:after{{content:\"{text}\"}}</style>"),
        ["meta"] = text => Bytes($"<html><head><meta name=author content=\"{Xml(text)}\"></head></html>"),
        ["link"] = text => Page($"<a href=\"/who/{Uri.EscapeDataString(text)}\">文</a>"),
        ["data URI"] = text => Page($"<a href=\"data:text/plain;base64,{Convert.ToBase64String(Bytes(text))}\">文</a>"),
        ["picture in a data URI"] = text => Page($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png(text))}\">"),
        ["hidden element"] = text => Page($"<p style=\"display:none\">{Xml(text)}</p>"),
        ["broken page"] = text => Bytes($"<html><body><p <b>文</p><div>{Xml(text)}"),
    };

    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> Text = new Dictionary<string, Func<string, byte[]>>
    {
        ["UTF-8"] = Bytes,
        ["UTF-8 with mark"] = text => [0xEF, 0xBB, 0xBF, .. Bytes(text)],
        ["UTF-16"] = text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        ["UTF-16 big-endian"] = text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ["GB 18030"] = text => Gb18030($"文件内容如下。{text}"),
        ["JSON"] = text => Bytes($"{{\"who\": \"{string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"))}\"}}"),
        ["CSV"] = text => Bytes($"序号,内容\n1,\"{text}\"\n"),
        ["XML"] = text => Bytes($"<?xml version=\"1.0\"?><a b=\"c\">{Xml(text)}</a>"),
        ["RTF"] = text => Encoding.ASCII.GetBytes($"{{\\rtf1 {string.Concat(text.Select(unit => $"\\u{(short)unit}?"))}\\par}}"),
        ["file in a zip"] = text => Zip(("文件夹/a.txt", Bytes(text))),
        ["zip in a zip"] = text => Zip(("b.zip", Zip(("a.txt", Bytes(text))))),
        ["name in a zip"] = text => Zip(($"{text.Replace('\n', '_')}.txt", Bytes("文"))),
        ["end of a long file"] = text => Bytes(string.Concat(Enumerable.Repeat("没有内容的一行文字。\n", 40_000)) + text),
        ["no line ends"] = text => Bytes(string.Concat(Enumerable.Repeat("没有内容的文字，", 30_000)) + text),
    };

    private static byte[] Page(string body) => Bytes($"<!DOCTYPE html><html><body><p>前文</p><p>{body}</p><p>后文</p></body></html>");

    private static byte[] Slides(string part, string content) => Zip(
        ("[Content_Types].xml", Bytes("<Types/>")),
        ($"ppt/{part}", Bytes($"<?xml version=\"1.0\"?><a:root xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{content}</a:root>")));

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}
