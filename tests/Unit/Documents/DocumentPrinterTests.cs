using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public sealed class DocumentPrinterTests
{
    [Theory]
    [InlineData("# 公告\n")]
    [InlineData("## 一、请求\n\n正文\n\n:page-break\n\n:signature 某院\n")]
    [InlineData("第一行  \n第二行\n")]
    [InlineData("**粗__都**线__\n")]
    [InlineData(":body\n")]
    [InlineData("| 栏目 | 内容 |\n|==|====|\n| 签名 |  |\n")]
    [InlineData("| 被告 | 金额 |\n|--|----:|\n| 甲<br>乙 | 1 |\n| 合计 ||\n")]
    [InlineData("|--|:-:|\n| 甲 | 乙 |\n")]
    [InlineData("\\# 不是标题\\\\ 1990********，\\*\\*\n")]
    public void A_printed_document_is_the_markup_it_could_be_read_from(string markup) =>
        Assert.Equal(markup, Print(Read(markup)));

    [Fact]
    public void What_is_printed_reads_back_as_it_was()
    {
        var texts = Gen.Elements("#", "|", "*", "**", "_", "__", ":", "signature", " ", "  ", "\\", "<br>", "甲", "\t", "𬱖", "1")
            .NonEmptyListOf().Select(string.Concat);
        var runs = from text in texts
                   from bold in Gen.Elements(true, false)
                   from underline in Gen.Elements(true, false)
                   select (Inline)new TextRun(text, bold, underline);
        var inlines = Gen.Frequency((4, runs), (1, Gen.Constant<Inline>(new LineBreak()))).ArrayOf().Select(Merge);
        var paragraphs = from style in Gen.Elements("title", "heading", "body", "signature")
                         from content in inlines
                         select (Block)new Paragraph(style, content);
        var tables = inlines.ArrayOf(4).Select(cells => (Block)new Table(
            [new(2, TextAlignment.Left), new(3, TextAlignment.Right)],
            [Row(true, cells[0], cells[1]), Row(false, cells[2], cells[3])]));
        var blocks = Gen.Frequency((5, paragraphs), (1, tables), (1, Gen.Constant<Block>(new PageBreak()))).NonEmptyListOf();

        Prop.ForAll(blocks.ToArbitrary(), written =>
        {
            var printed = Print([.. written]);
            return Print(Read(printed)) == printed && Dump(Read(printed)) == Dump([.. written]);
        }).QuickCheckThrowOnFailure();
    }

    private static TableRow Row(bool isHeader, params ImmutableArray<Inline>[] cells) =>
        new([.. cells.Select(cell => new TableCell([new(isHeader ? "table-header" : "table-cell", cell)]))], isHeader);

    // Neighbours of one format are one run to a reader.
    private static ImmutableArray<Inline> Merge(IEnumerable<Inline> inlines)
    {
        var merged = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is TextRun next && merged.LastOrDefault() is TextRun last
                && last.Bold == next.Bold && last.Underline == next.Underline)
            {
                merged[^1] = last with { Text = last.Text + next.Text };
            }
            else
            {
                merged.Add(inline);
            }
        }

        return [.. merged];
    }

    private static string Dump(ImmutableArray<Block> blocks) =>
        string.Join('\n', blocks.Select(block => block switch
        {
            Paragraph paragraph => $"{paragraph.Style}:{Dump(paragraph)}",
            Table table => string.Join('/', table.Columns) + string.Join('/', table.Rows.Select(row =>
                row.IsHeader + string.Join('|', row.Cells.Select(cell => cell.ColumnSpan + Dump(cell.Paragraphs[0]))))),
            _ => "page-break",
        }));

    private static string Dump(Paragraph paragraph) =>
        string.Join('+', paragraph.Inlines.Select(inline => inline is TextRun run ? $"{run.Text};{run.Bold};{run.Underline}" : "↵"));

    private static ImmutableArray<Block> Read(string markup)
    {
        var run = new TracedRun(new(0, markup.Length), Origin.None);
        var diagnostics = new DiagnosticBag();
        var blocks = MarkupReader.Read(new(markup, markup.Length == 0 ? [] : [run]), Sheets.Plain, diagnostics);
        Assert.Empty(diagnostics.Items);
        return blocks;
    }

    private static string Print(ImmutableArray<Block> blocks) =>
        DocumentPrinter.Print(new(new("t", "t", "", "", new(2024, 1, 1)), Sheets.Plain, blocks));
}
