using System.Globalization;
using System.Text;
using System.Xml;

namespace PiiDocs.Sheets;

/// <summary>Writes the rows of one sheet.</summary>
public sealed class SheetWriter
{
    // Excel's own bounds (18.3.1.32, 18.2.5).
    private const int LongestPrompt = 255;
    private const int LongestPromptTitle = 32;
    private const int LongestText = 32_767;
    private const int LongestInlineList = 255;
    private const int LastRow = 1_048_576;
    private const int TallestRow = 409;
    private const int LineHeight = 15;

    // East Asian characters and marks take two cells of width.
    private const char FirstWide = '\u2E80';
    private const int FirstDay = 1;
    private const int LastDay = 73_050; // 2099-12-31

    private readonly XmlWriter _xml;
    private readonly SheetLayout _layout;
    private readonly Func<string[], string> _referTo;
    private int _row;

    internal SheetWriter(XmlWriter xml, SheetLayout layout, Func<string[], string> referTo)
    {
        (_xml, _layout, _referTo) = (xml, layout, referTo);
        _xml.WriteStartElement("worksheet", WorkbookWriter.Main);
        WriteView();
        WriteColumns();
        _xml.WriteStartElement("sheetData", WorkbookWriter.Main);
        WriteHeader();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">From the left: null, string, bool, DateOnly, or a number.</param>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        BeginRow(LinesOf(cells));
        for (var i = 0; i < cells.Length; i++)
        {
            WriteCell(i, cells[i]);
        }

        _xml.WriteEndElement();
    }

    internal void Finish()
    {
        _xml.WriteEndElement();
        if (_layout.HasFilter && _layout.Columns.Length > 0)
        {
            _xml.WriteStartElement("autoFilter", WorkbookWriter.Main);
            _xml.WriteAttributeString("ref", $"A1:{ColumnName(_layout.Columns.Length - 1)}{Plain(Math.Max(1, _row))}");
            _xml.WriteEndElement();
        }

        WriteRules();
        _xml.WriteStartElement("pageMargins", WorkbookWriter.Main);
        foreach (var side in new[] { "left", "right", "top", "bottom", "header", "footer" })
        {
            _xml.WriteAttributeString(side, "0.5");
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("pageSetup", WorkbookWriter.Main);
        _xml.WriteAttributeString("paperSize", "9");
        _xml.WriteAttributeString("orientation", "landscape");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    internal static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    internal static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static void WriteText(XmlWriter xml, string address, string text, int style)
    {
        xml.WriteStartElement("c", WorkbookWriter.Main);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", Plain(style));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", WorkbookWriter.Main);
        xml.WriteStartElement("t", WorkbookWriter.Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Writable(text.Length > LongestText ? text[..LongestText] : text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A text as XML can hold it: what is no character there is shown as one that is missing.</summary>
    private static string Writable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    private void WriteView()
    {
        _xml.WriteStartElement("sheetViews", WorkbookWriter.Main);
        _xml.WriteStartElement("sheetView", WorkbookWriter.Main);
        _xml.WriteAttributeString("workbookViewId", "0");
        _xml.WriteStartElement("pane", WorkbookWriter.Main);
        if (_layout.FrozenColumns > 0)
        {
            _xml.WriteAttributeString("xSplit", Plain(_layout.FrozenColumns));
        }

        _xml.WriteAttributeString("ySplit", "1");
        _xml.WriteAttributeString("topLeftCell", $"{ColumnName(_layout.FrozenColumns)}2");
        _xml.WriteAttributeString("activePane", _layout.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
        _xml.WriteAttributeString("state", "frozen");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetFormatPr", WorkbookWriter.Main);
        _xml.WriteAttributeString("defaultRowHeight", "15");
        _xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        if (_layout.Columns.IsEmpty)
        {
            return;
        }

        _xml.WriteStartElement("cols", WorkbookWriter.Main);
        for (var i = 0; i < _layout.Columns.Length; i++)
        {
            _xml.WriteStartElement("col", WorkbookWriter.Main);
            _xml.WriteAttributeString("min", Plain(i + 1));
            _xml.WriteAttributeString("max", Plain(i + 1));
            _xml.WriteAttributeString("width", _layout.Columns[i].Width.ToString("0.##", CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("style", Plain(WorkbookStyles.Of(_layout.Columns[i].Look)));
            _xml.WriteAttributeString("customWidth", "1");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteHeader()
    {
        BeginRow(LinesOf([.. _layout.Columns.Select(column => column.Header)]));
        for (var i = 0; i < _layout.Columns.Length; i++)
        {
            var column = _layout.Columns[i];
            WriteText(_xml, ColumnName(i) + "1", column.Header, column.IsRequired ? WorkbookStyles.RequiredHeader : WorkbookStyles.Header);
        }

        _xml.WriteEndElement();
    }

    private void BeginRow(int lines)
    {
        _row++;
        _xml.WriteStartElement("row", WorkbookWriter.Main);
        _xml.WriteAttributeString("r", Plain(_row));
        if (lines > 1)
        {
            _xml.WriteAttributeString("ht", Plain(Math.Min(TallestRow, lines * LineHeight)));
            _xml.WriteAttributeString("customHeight", "1");
        }
    }

    /// <summary>How many lines the longest of the cells takes in its column: programs do not all work out the heights of rows.</summary>
    private int LinesOf(ReadOnlySpan<object?> cells)
    {
        var most = 1;
        for (var i = 0; i < Math.Min(cells.Length, _layout.Columns.Length); i++)
        {
            if (cells[i] is string text)
            {
                most = Math.Max(most, LinesOf(text, Math.Max(1, (int)_layout.Columns[i].Width - 1)));
            }
        }

        return most;
    }

    private static int LinesOf(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var c in text)
        {
            used += c < FirstWide ? 1 : 2;
            if (c == '\n' || used > width)
            {
                lines++;
                used = c == '\n' ? 0 : c < FirstWide ? 1 : 2;
            }
        }

        return lines;
    }

    private void WriteCell(int column, object? value)
    {
        var address = ColumnName(column) + Plain(_row);
        var style = WorkbookStyles.Of(column < _layout.Columns.Length ? _layout.Columns[column].Look : CellLook.General);
        switch (value)
        {
            case null:
                break;
            case string text:
                WriteText(_xml, address, text, style);
                break;
            case bool flag:
                WriteValue(address, style, "b", flag ? "1" : "0");
                break;
            case DateOnly day:
                WriteValue(address, WorkbookStyles.Date, null, Plain((int)day.ToDateTime(TimeOnly.MinValue).ToOADate()));
                break;
            default:
                WriteValue(address, style, null, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    private void WriteValue(string address, int style, string? type, string value)
    {
        _xml.WriteStartElement("c", WorkbookWriter.Main);
        _xml.WriteAttributeString("r", address);
        _xml.WriteAttributeString("s", Plain(style));
        if (type is not null)
        {
            _xml.WriteAttributeString("t", type);
        }

        _xml.WriteElementString("v", WorkbookWriter.Main, value);
        _xml.WriteEndElement();
    }

    private void WriteRules()
    {
        var ruled = Enumerable.Range(0, _layout.Columns.Length).Where(i => _layout.Columns[i] is { Rule: not null } or { Prompt.Length: > 0 }).ToList();
        if (ruled.Count == 0)
        {
            return;
        }

        _xml.WriteStartElement("dataValidations", WorkbookWriter.Main);
        _xml.WriteAttributeString("count", Plain(ruled.Count));
        foreach (var column in ruled)
        {
            WriteRule(ColumnName(column), _layout.Columns[column]);
        }

        _xml.WriteEndElement();
    }

    private void WriteRule(string name, SheetColumn column)
    {
        var (type, comparison, first, second) = Describe(column.Rule);
        _xml.WriteStartElement("dataValidation", WorkbookWriter.Main);
        if (type is not null)
        {
            _xml.WriteAttributeString("type", type);
        }

        if (comparison is not null)
        {
            _xml.WriteAttributeString("operator", comparison);
        }

        _xml.WriteAttributeString("allowBlank", "1");
        _xml.WriteAttributeString("showInputMessage", "1");
        if (type is not null)
        {
            _xml.WriteAttributeString("showErrorMessage", "1");
        }

        if (column.Prompt.Length > 0)
        {
            _xml.WriteAttributeString("promptTitle", Cut(column.Header, LongestPromptTitle));
            _xml.WriteAttributeString("prompt", Cut(column.Prompt, LongestPrompt));
        }

        _xml.WriteAttributeString("sqref", $"{name}2:{name}{Plain(LastRow)}");
        WriteFormula("formula1", first);
        WriteFormula("formula2", second);
        _xml.WriteEndElement();
    }

    private void WriteFormula(string element, string? formula)
    {
        if (formula is not null)
        {
            _xml.WriteElementString(element, WorkbookWriter.Main, formula);
        }
    }

    private (string? Type, string? Comparison, string? First, string? Second) Describe(CellRule? rule)
    {
        switch (rule)
        {
            case ChoiceRule choice:
                var list = string.Join(',', choice.Choices);
                var fits = list.Length <= LongestInlineList && choice.Choices.All(each => each.AsSpan().IndexOfAny('"', ',') < 0);
                return ("list", null, fits ? $"\"{list}\"" : _referTo([.. choice.Choices]), null);
            case NumberRule number:
                var type = number.IsWhole ? "whole" : "decimal";
                return (number.Least, number.Most) switch
                {
                    ({ } least, { } most) => (type, "between", Plain(least), Plain(most)),
                    ({ } least, null) => (type, "greaterThanOrEqual", Plain(least), null),
                    (null, { } most) => (type, "lessThanOrEqual", Plain(most), null),
                    _ => (type, "greaterThanOrEqual", "-1000000000000", null),
                };
            case DateRule:
                return ("date", "between", Plain(FirstDay), Plain(LastDay));
            case LengthRule length:
                return ("textLength", "lessThanOrEqual", Plain(length.Most), null);
            default:
                return default;
        }
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
