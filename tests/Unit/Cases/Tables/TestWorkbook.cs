using System.IO.Compression;
using System.Security;

namespace PiiDocs.Unit.Cases.Tables;

/// <summary>A workbook from pieces of its XML: whatever Excel, WPS or LibreOffice may write, by hand.</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="path">The file.</param>
    /// <param name="sheets">Names, and what stands inside each worksheet element.</param>
    public static void Write(string path, params (string Name, string Inside)[] sheets) => Write(path, "", sheets);

    public static void Write(string path, string workbookProperties, params (string Name, string Inside)[] sheets)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """);
        Add(zip, "_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Add(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relationships}">{workbookProperties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>
            """);
        Add(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="s" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>
            """);
        Add(zip, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="000000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        for (var i = 0; i < sheets.Length; i++)
        {
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\">{sheets[i].Inside}</worksheet>");
        }
    }

    /// <summary>Rows of plain texts from row 1 on; a text that begins with <c>&lt;</c> is the XML inside a cell element, after its address.</summary>
    public static string Rows(params string[][] rows) =>
        $"<sheetData>{string.Concat(rows.Select((row, i) => Row(i + 1, "", row)))}</sheetData>";

    public static string Row(int number, string attributes, params string[] cells) =>
        $"<row r=\"{number}\" {attributes}>{string.Concat(cells.Select((cell, i) => Cell($"{(char)('A' + i)}{number}", cell)))}</row>";

    private static string Cell(string address, string cell) => cell.Length == 0
        ? ""
        : cell[0] == '<'
            ? cell.Replace("<c ", $"<c r=\"{address}\" ", StringComparison.Ordinal)
            : $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>";

    private static void Add(ZipArchive zip, string part, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(part).Open());
        writer.Write(content);
    }
}
