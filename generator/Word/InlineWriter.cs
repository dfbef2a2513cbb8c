using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes runs; text that is the value of one field stands in a content control.</summary>
internal sealed class InlineWriter(PartWriter xml, FieldTags tags, DocxOptions options)
{
    private const string W = WordNames.Main;

    private int _controls;

    public void Write(ImmutableArray<Inline> inlines)
    {
        for (var i = 0; i < inlines.Length;)
        {
            var end = inlines[i].Origin is { Verbatim: true, Fields.Length: 1 } ? EndOfValue(inlines, i) : i;
            if (end > i)
            {
                WriteControl(inlines.AsSpan(i, end - i));
                i = end;
            }
            else
            {
                WriteInline(inlines[i++]);
            }
        }
    }

    private static int EndOfValue(ImmutableArray<Inline> inlines, int start)
    {
        var origin = inlines[start].Origin;
        var end = start + 1;
        while (end < inlines.Length && inlines[end].Origin.Equals(origin))
        {
            end++;
        }

        return end;
    }

    private void WriteControl(ReadOnlySpan<Inline> value)
    {
        var path = value[0].Origin.Fields[0];
        xml.WriteStartElement("sdt", W);
        xml.WriteStartElement("sdtPr", W);
        WriteValue("alias", LabelOf(path));
        WriteValue("tag", tags.TagOf(path, TextOf(value)));
        WriteValue("id", (++_controls).ToString(CultureInfo.InvariantCulture));

        // A filing has a hundred fields; boxes around all of them would be in the way. The pane can show them.
        xml.WriteStartElement("appearance", WordNames.Word2012);
        xml.WriteAttributeString("val", WordNames.Word2012, "hidden");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sdtContent", W);
        foreach (var inline in value)
        {
            WriteInline(inline);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string LabelOf(FieldPath path)
    {
        var label = options.LabelOf?.Invoke(path) ?? path.Value[(path.Value.LastIndexOf('.') + 1)..];
        return label.Length <= FieldTags.LongestTag ? label : label[..FieldTags.LongestTag];
    }

    private static string TextOf(ReadOnlySpan<Inline> value)
    {
        if (value is [TextRun single])
        {
            return single.Text;
        }

        var text = new System.Text.StringBuilder();
        foreach (var inline in value)
        {
            text.Append(inline is TextRun run ? run.Text : "\n");
        }

        return text.ToString();
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                WriteRun(run);
                break;
            case LineBreak:
                xml.WriteStartElement("r", W);
                xml.WriteStartElement("br", W);
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case PageNumber number:
                xml.WriteStartElement("fldSimple", W);
                xml.WriteAttributeString("instr", W, number.Total ? " NUMPAGES " : " PAGE ");
                WriteRun(new("1"));
                xml.WriteEndElement();
                break;
            default:
                throw new UnreachableException($"no Word form for {inline.GetType().Name}");
        }
    }

    private void WriteRun(TextRun run)
    {
        xml.WriteStartElement("r", W);
        WriteProperties(run);
        var text = run.Text.AsSpan();
        for (var tab = text.IndexOf('\t'); tab >= 0; tab = text.IndexOf('\t'))
        {
            WriteText(text[..tab]);
            xml.WriteStartElement("tab", W);
            xml.WriteEndElement();
            text = text[(tab + 1)..];
        }

        WriteText(text);
        xml.WriteEndElement();
    }

    private void WriteProperties(TextRun run)
    {
        // “”‘’—…· and their like belong to both scripts: Word sets them in the Latin face unless told otherwise.
        var isAmbiguous = run.Text.AsSpan().IndexOfAnyInRange('\u00A0', '\u2E7F') >= 0;
        if (!isAmbiguous && !run.Bold && !run.Underline)
        {
            return;
        }

        xml.WriteStartElement("rPr", W);
        if (isAmbiguous)
        {
            xml.WriteStartElement("rFonts", W);
            xml.WriteAttributeString("hint", W, "eastAsia");
            xml.WriteEndElement();
        }

        if (run.Bold)
        {
            xml.WriteStartElement("b", W);
            xml.WriteEndElement();
        }

        if (run.Underline)
        {
            WriteValue("u", "single");
        }

        xml.WriteEndElement();
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("t", W);
        if (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal))
        {
            xml.WriteAttributeString("xml:space", "preserve");
        }

        xml.WriteString(WordText.Writable(text));
        xml.WriteEndElement();
    }

    private void WriteValue(string element, string value)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }
}
