using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

/// <summary>Random tables with standing cells and cells over rows and columns, to Word and back.</summary>
public sealed class WordTableProperties
{
    private const int Columns = 4;

    [Fact]
    public void Every_table_comes_back_with_its_cells_where_they_were() => Prop.ForAll(Tables().ToArbitrary(), table =>
    {
        var file = Samples.Write(Samples.Of([table, new Paragraph("body", [new TextRun("后")])]));
        var diagnostics = new DiagnosticBag();

        var returned = new DocxReader(StyleFiles.Procuratorial, new()).Read(new MemoryStream(file), "table.docx", diagnostics);

        Assert.Empty(diagnostics.Items);
        Assert.Empty(DocxValidator.Problems(file, "table.docx"));
        Assert.Equal(Shown(table), Shown(Assert.IsType<Table>(returned!.Blocks[0])));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // What a reader sees: which cells are one, which stand, what they say.
    private static string Shown(Table table)
    {
        var spans = RowSpans.Of(table);
        return $"{table.IsUnruled}\n" + string.Join('\n', table.Rows.Select((row, r) =>
            $"{row.IsHeader} " + string.Join(" | ", row.Cells.Select((cell, c) => $"{spans[r][c]}x{cell.ColumnSpan}{(cell.IsVertical && spans[r][c] > 0 ? "v" : "")} {TextOf(cell)}"))));
    }

    private static string TextOf(TableCell cell) => string.Concat(cell.Paragraphs.SelectMany(paragraph => paragraph.Inlines).Cast<TextRun>().Select(run => run.Text));

    private static Gen<Table> Tables()
    {
        var cell = from text in Gen.Elements("", "甲", "受送达人", "2024年")
                   from width in Gen.Elements(1, 1, 2, 3)
                   from kind in Gen.Elements(0, 0, 1, 2)
                   select (Text: text, Width: width, IsVertical: kind == 1, IsPart: kind == 2);
        return from rows in cell.ArrayOf(Columns).NonEmptyListOf().Resize(12)
               from headers in Gen.Elements(0, 0, 1, 2)
               from isUnruled in Gen.Elements(true, false)
               select new Table(
                   [.. Enumerable.Repeat(new TableColumn(1, TextAlignment.Left), Columns)],
                   [.. rows.Select((cells, row) => new TableRow([.. Fitted(cells, row < headers)], row < headers))])
               {
                   IsUnruled = isUnruled,
               };
    }

    private static IEnumerable<TableCell> Fitted((string Text, int Width, bool IsVertical, bool IsPart)[] cells, bool isHeader)
    {
        var free = Columns;
        foreach (var (text, width, isVertical, isPart) in cells.TakeWhile(_ => free > 0))
        {
            var span = Math.Min(width, free);
            free -= span;
            var style = isHeader ? "table-header" : "table-cell";
            yield return new([new(style, isPart || text.Length == 0 ? [] : [new TextRun(text)])], span) { IsVertical = isVertical, ContinuesAbove = isPart };
        }
    }
}
