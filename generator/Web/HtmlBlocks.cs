using System.Collections.Immutable;
using System.Diagnostics;
using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>Writes the blocks of a document as HTML elements.</summary>
/// <param name="document">The document.</param>
/// <param name="html">Where to.</param>
/// <param name="look">The attribute that gives an element the look of a style: a class, or declarations in the element itself.</param>
internal sealed class HtmlBlocks(Document document, HtmlText html, Func<ParagraphStyle, string> look)
{
    public void Write()
    {
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    WriteParagraph(paragraph);
                    break;
                case Table table:
                    WriteTable(table);
                    break;
                case Diagram diagram:
                    // Words, not a picture: every reader, and the gate, can read them.
                    html.Markup("<p>").Text(diagram.Description).Markup("</p>\n");
                    break;
                case PageBreak:
                    html.Markup("<hr>\n");
                    break;
                default:
                    throw new UnreachableException($"no HTML form for {block.GetType().Name}");
            }
        }
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        var style = StyleOf(paragraph.Style);
        var element = style.OutlineLevel is > 0 and <= 6 ? $"h{style.OutlineLevel}" : "p";
        html.Markup($"<{element} {look(style)}>");
        WriteInlines(paragraph.Inlines);
        html.Markup($"</{element}>\n");
    }

    private void WriteTable(Table table)
    {
        html.Markup("<table>\n");
        var spans = RowSpans.Of(table);
        var isHeader = table.Rows is [{ IsHeader: true }, ..];
        html.Markup(isHeader ? "<thead>\n" : "<tbody>\n");
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (isHeader && !row.IsHeader)
            {
                html.Markup("</thead>\n<tbody>\n");
                isHeader = false;
            }

            WriteRow(table, row, spans[i]);
        }

        html.Markup(isHeader ? "</thead>\n</table>\n" : "</tbody>\n</table>\n");
    }

    private void WriteRow(Table table, TableRow row, int[] rowSpans)
    {
        html.Markup("<tr>");
        var column = 0;
        for (var i = 0; i < row.Cells.Length; column += row.Cells[i++].ColumnSpan)
        {
            var cell = row.Cells[i];
            if (rowSpans[i] == 0)
            {
                continue;
            }

            var element = row.IsHeader ? "th" : "td";
            var scope = row.IsHeader ? " scope=\"col\"" : "";
            var span = (cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "") + (rowSpans[i] > 1 ? $" rowspan=\"{rowSpans[i]}\"" : "");
            var look = (cell.IsVertical ? ";writing-mode:vertical-rl;min-width:0" : "") + (table.IsUnruled ? ";border:none" : "");
            var align = row.IsHeader ? TextAlignment.Centre : table.Columns[column].Alignment;
            html.Markup($"<{element}{scope}{span} style=\"text-align:{(align == TextAlignment.Right ? "right" : align == TextAlignment.Centre ? "center" : "left")}{look}\">");
            WriteCell(cell);
            html.Markup($"</{element}>");
        }

        html.Markup("</tr>\n");
    }

    private void WriteCell(TableCell cell)
    {
        for (var i = 0; i < cell.Paragraphs.Length; i++)
        {
            html.Markup(i > 0 ? "<br>" : "");
            WriteInlines(cell.Paragraphs[i].Inlines);
        }
    }

    private void WriteInlines(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    html.Markup(run.Bold ? "<strong>" : "").Markup(run.Underline ? "<u>" : "").Text(run.Text)
                        .Markup(run.Underline ? "</u>" : "").Markup(run.Bold ? "</strong>" : "");
                    break;
                case LineBreak:
                    html.Markup("<br>");
                    break;
                case PageNumber:
                    // A web page has no pages.
                    break;
                default:
                    throw new UnreachableException($"no HTML form for {inline.GetType().Name}");
            }
        }
    }

    private ParagraphStyle StyleOf(string name) =>
        document.Styles.Paragraphs.TryGetValue(name, out var style) ? style : document.Styles.Body;
}
