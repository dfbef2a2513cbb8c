using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace PiiDocs.Documents;

/// <summary>Writes a document as text for people to read and to compare: the line markup it could be read from.</summary>
/// <remarks>
/// Nothing is lost but origins: <see cref="MarkupReader"/> reads the text back into the same blocks (paragraphs of one cell become its lines, and heights that rows of other origin ask for are not told). A character that
/// would act as markup is written with a backslash before it.
/// </remarks>
public static class DocumentPrinter
{
    public static string Print(Document document)
    {
        var output = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (output.Length > 0)
            {
                output.Append('\n');
            }

            switch (block)
            {
                case Paragraph paragraph:
                    PrintParagraph(paragraph, output);
                    break;
                case Table table:
                    PrintTable(table, output);
                    break;
                case Diagram diagram:
                    PrintDiagram(diagram, output);
                    break;
                case PageBreak:
                    output.Append(":page-break\n");
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"no text form for {block.GetType().Name}");
            }
        }

        return output.ToString();
    }

    private static void PrintParagraph(Paragraph paragraph, StringBuilder output)
    {
        var mark = paragraph.Style switch
        {
            "title" => "#",
            "heading" => "##",
            "heading2" => "###",
            "body" when InlinePrinter.HasText(paragraph.Inlines) => "",
            _ => ":" + paragraph.Style,
        };
        output.Append(mark);
        if (mark.Length > 0 && !paragraph.Inlines.IsEmpty)
        {
            output.Append(' ');
        }

        new InlinePrinter(output, insideTable: false).Print(paragraph.Inlines);
        output.Append('\n');
    }

    private static void PrintDiagram(Diagram diagram, StringBuilder output)
    {
        foreach (var node in diagram.Nodes)
        {
            PrintLabelled($":node {node.Id} {node.Shape.ToString().ToLowerInvariant()}", node.IsDashed, node.Label, output);
        }

        foreach (var edge in diagram.Edges)
        {
            PrintLabelled($":edge {edge.From} {edge.To}", edge.IsDashed, edge.Label, output);
        }
    }

    private static void PrintLabelled(string head, bool isDashed, ImmutableArray<Inline> label, StringBuilder output)
    {
        output.Append(head).Append(isDashed ? " dashed" : "").Append(label.IsEmpty ? "" : " ");
        new InlinePrinter(output, insideTable: true).Print(label);
        output.Append('\n');
    }

    private static void PrintTable(Table table, StringBuilder output)
    {
        var headers = table.Rows.TakeWhile(row => row.IsHeader).Count();
        for (var row = 0; row < table.Rows.Length; row++)
        {
            if (row == headers)
            {
                PrintRuler(table, output);
            }

            PrintRow(table, table.Rows[row], output);
        }

        if (headers == table.Rows.Length)
        {
            PrintRuler(table, output);
        }
    }

    private static void PrintRow(Table table, TableRow row, StringBuilder output)
    {
        output.Append('|');
        var column = 0;
        foreach (var cell in row.Cells)
        {
            output.Append(' ').Append(cell.IsVertical && (row.IsHeader || cell.ColumnSpan > 1 || !IsVertical(table, column)) ? TableMarks.Vertical : "").Append(cell.ContinuesAbove ? TableMarks.Above : "");
            column += cell.ColumnSpan;
            for (var i = 0; i < cell.Paragraphs.Length; i++)
            {
                output.Append(i > 0 ? "<br>" : "");
                new InlinePrinter(output, insideTable: true).Print(cell.Paragraphs[i].Inlines);
            }

            output.Append(' ').Append('|', cell.ColumnSpan);
        }

        output.Append('\n');
    }

    // The column says it where it holds for every cell it would hold for.
    private static bool IsVertical(Table table, int column)
    {
        var cells = table.Rows.Where(row => !row.IsHeader).Select(row => TableMarks.CellAt(row, column)).OfType<TableCell>().ToList();
        return cells.Count > 0 && cells.All(cell => cell.IsVertical);
    }

    // Shares in lowest terms, two dashes at the least: one dash means "as wide as the content".
    private static void PrintRuler(Table table, StringBuilder output)
    {
        var columns = table.Columns;
        var divisor = columns.Aggregate(0, (sum, column) => (int)BigInteger.GreatestCommonDivisor(sum, column.Share));
        var factor = columns.Any(column => column.Share == divisor) ? 2 : 1;
        output.Append('|');
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            var dashes = column.Share == 0 ? 1 : column.Share / divisor * factor;
            output.Append(IsVertical(table, i) ? TableMarks.VerticalColumn : "")
                .Append(column.Alignment is TextAlignment.Centre ? ":" : "")
                .Append(TableMarks.RulerOf(table), dashes)
                .Append(column.Alignment is TextAlignment.Centre or TextAlignment.Right ? ":" : "")
                .Append('|');
        }

        output.Append('\n');
    }
}
