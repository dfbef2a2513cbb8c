using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes runs; text that came from fields stands in content controls.</summary>
/// <remarks>
/// Derived text (a sum in words, a date, a citation) has controls of its own, unbound to any field: only so can a refresh
/// know it again, and bring it up to date with the facts it was made from.
/// </remarks>
internal sealed class InlineWriter(PartWriter xml, FieldTags tags, DocxOptions options)
{
    private const string W = WordNames.Main;

    // What a person sees on the control: an edit here is not an edit of the field.
    private const string DerivedMark = "自动：";

    private int _controls;

    public void Write(ImmutableArray<Inline> inlines)
    {
        for (var i = 0; i < inlines.Length;)
        {
            var isFixed = inlines[i].Origin.IsFixedText;
            var end = isFixed ? EndOfFixedText(inlines, i) : EndOfValue(inlines, i);
            if (isFixed)
            {
                WriteFixedText(inlines.AsSpan(i, end - i));
            }
            else
            {
                WriteControl(inlines.AsSpan(i, end - i));
            }

            i = end;
        }

        tags.EndParagraph();
    }

    /// <summary>What is written until <see cref="EndRow"/> stands in one row of a table.</summary>
    public void BeginRow() => tags.BeginRow();

    public void EndRow() => tags.EndRow();

    // The parts of a sentence that different lines of a template wrote are one run of text to whoever edits it.
    private static int EndOfFixedText(ImmutableArray<Inline> inlines, int start)
    {
        var end = start + 1;
        while (end < inlines.Length && inlines[end].Origin.IsFixedText && LooksLike(inlines[start], inlines[end]))
        {
            end++;
        }

        return end;
    }

    private static bool LooksLike(Inline inline, Inline next) =>
        inline is TextRun run && next is TextRun other && run.Bold == other.Bold && run.Underline == other.Underline;

    private void WriteFixedText(ReadOnlySpan<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Note(inline);
        }

        WriteInline(inlines is [TextRun first, _, ..] ? first with { Text = TextOf(inlines) } : inlines[0]);
    }

    private void Note(Inline inline)
    {
        if (inline is PageNumber)
        {
            tags.Skeleton.AddPageNumber();
        }
        else
        {
            tags.Skeleton.AddText(inline is TextRun run ? WordText.Writable(run.Text) : "\n");
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
        var origin = value[0].Origin;
        xml.WriteStartElement("sdt", W);
        xml.WriteStartElement("sdtPr", W);
        WriteValue("alias", LabelOf(origin));
        WriteValue("tag", tags.TagOf(origin, TextOf(value)));
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

    private string LabelOf(Origin origin)
    {
        var path = origin.Fields[0];
        var label = (origin.Verbatim ? "" : DerivedMark) + (options.LabelOf?.Invoke(path) ?? path.Value[(path.Value.LastIndexOf('.') + 1)..]);
        return label.Length <= ControlTag.Longest ? label : label[..ControlTag.Longest];
    }

    private static string TextOf(ReadOnlySpan<Inline> value)
    {
        if (value is [TextRun single])
        {
            return WordText.Writable(single.Text);
        }

        var text = new System.Text.StringBuilder();
        foreach (var inline in value)
        {
            text.Append(inline switch { TextRun run => WordText.Writable(run.Text), LineBreak => "\n", _ => "" });
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
        var isAmbiguous = WordText.IsAmbiguous(run.Text);
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
