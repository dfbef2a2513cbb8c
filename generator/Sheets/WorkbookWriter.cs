using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PiiDocs.Sheets;

/// <summary>Writes a workbook row by row (ECMA-376): no row is kept, and the same rows give the same bytes.</summary>
/// <remarks>One sheet is written at a time; disposing finishes the file.</remarks>
public sealed class WorkbookWriter(Stream output) : IDisposable
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string ChoiceSheet = "_选项";

    // The earliest a zip can hold: the hour of writing is nobody's business.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
        CloseOutput = true,

        // What XML cannot hold has been refused before; a report about it must not fail for it.
        CheckCharacters = false,
    };

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Name, bool IsHidden)> _sheets = [];
    private readonly List<string[]> _choices = [];
    private SheetWriter? _open;

    /// <summary>Begins a sheet and ends the one before it.</summary>
    public SheetWriter Add(SheetLayout layout)
    {
        _open?.Finish();
        _sheets.Add((layout.Name, false));
        return _open = new(Begin($"xl/worksheets/sheet{_sheets.Count}.xml"), layout, ReferTo);
    }

    public void Dispose()
    {
        _open?.Finish();
        if (_choices.Count > 0)
        {
            WriteChoices();
        }

        WriteWorkbook();
        WriteRelationships();
        WriteContentTypes();
        using (var styles = Begin("xl/styles.xml"))
        {
            WorkbookStyles.Write(styles);
        }

        _zip.Dispose();
    }

    /// <summary>Puts a list of choices into a hidden sheet and gives its address: in a rule itself it may have 255 characters only.</summary>
    private string ReferTo(string[] choices)
    {
        var column = _choices.FindIndex(known => known.SequenceEqual(choices, StringComparer.Ordinal));
        if (column < 0)
        {
            column = _choices.Count;
            _choices.Add(choices);
        }

        var name = SheetWriter.ColumnName(column);
        return $"'{ChoiceSheet}'!${name}$1:${name}${choices.Length}";
    }

    private void WriteChoices()
    {
        _sheets.Add((ChoiceSheet, true));
        using var xml = Begin($"xl/worksheets/sheet{_sheets.Count}.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < _choices.Max(choices => choices.Length); row++)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", SheetWriter.Plain(row + 1));
            for (var column = 0; column < _choices.Count; column++)
            {
                if (row < _choices[column].Length)
                {
                    SheetWriter.WriteText(xml, SheetWriter.ColumnName(column) + SheetWriter.Plain(row + 1), _choices[column][row], WorkbookStyles.Text);
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteWorkbook()
    {
        using var xml = Begin("xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[i].Name);
            xml.WriteAttributeString("sheetId", SheetWriter.Plain(i + 1));
            if (_sheets[i].IsHidden)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("r", "id", Relationships, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteRelationships()
    {
        using (var package = Begin("_rels/.rels"))
        {
            package.WriteStartElement("Relationships", PackageRelationships);
            WriteRelationship(package, "rId1", "officeDocument", "xl/workbook.xml");
            package.WriteEndElement();
        }

        using var xml = Begin("xl/_rels/workbook.xml.rels");
        xml.WriteStartElement("Relationships", PackageRelationships);
        for (var i = 1; i <= _sheets.Count; i++)
        {
            WriteRelationship(xml, $"rId{i}", "worksheet", $"worksheets/sheet{i}.xml");
        }

        WriteRelationship(xml, $"rId{_sheets.Count + 1}", "styles", "styles.xml");
        xml.WriteEndElement();
    }

    private static void WriteRelationship(XmlWriter xml, string id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", PackageRelationships);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{Relationships}/{kind}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private void WriteContentTypes()
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var xml = Begin("[Content_Types].xml");
        xml.WriteStartElement("Types", ContentTypes);
        WriteType(xml, "Default", ("Extension", "rels"), "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", ("Extension", "xml"), "application/xml");
        WriteType(xml, "Override", ("PartName", "/xl/workbook.xml"), $"{Kind}sheet.main+xml");
        WriteType(xml, "Override", ("PartName", "/xl/styles.xml"), $"{Kind}styles+xml");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            WriteType(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), $"{Kind}worksheet+xml");
        }

        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, (string Name, string Value) what, string type)
    {
        xml.WriteStartElement(element, ContentTypes);
        xml.WriteAttributeString(what.Name, what.Value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private XmlWriter Begin(string part)
    {
        var entry = _zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return XmlWriter.Create(entry.Open(), Settings);
    }
}
