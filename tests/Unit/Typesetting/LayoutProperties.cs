using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>What holds for every document, over random ones.</summary>
public class LayoutProperties
{
    private const string NotAtLineStart = "、，。：；！？”’）】》〉〕］·-～/";
    private const string NotAtLineEnd = "“‘（《〈【〔";

    private static readonly string[] Pieces =
    [
        "被告人", "张三", "欧阳建国", "通过", "某", "短视频", "平台", "非法获取", "公民个人信息", "，", "。", "；", "：", "、", "“", "”", "（", "）",
        "《", "》", "〔2024〕", "12号", "3.9万余条", "30日", "2024年5月1日", "第一千二百三十四条", "第3款", "——", "……", "·", "/", "～", "App", "iPhone 15",
        "13800138000", "37.28%", " ", "!", "「", "」", "！", "？", "https://www.example.test/notice/2024?id=12345&page=1", "二〇二四年五月一日", "壹拾伍万元整",
        "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "\u2060", "ā", "\u0304", "𠮷",
    ];

    private static readonly string[] StyleNames = ["body", "plain", "left", "title", "heading", "list", "signature"];

    private const int LongestText = 40;
    private const int MostBlocks = 8;


    [Fact]
    public void Every_character_is_set_once_and_in_order() =>
        Check(document => Assert.Equal(TextOf(document), Visible(Paged.LayoutAnything(document).Text())), 1000);

    [Theory]
    [InlineData(ProhibitionLevel.Basic, NotAtLineStart, NotAtLineEnd)]
    [InlineData(ProhibitionLevel.NationalStandard, NotAtLineStart, NotAtLineEnd + "/")]
    [InlineData(ProhibitionLevel.Strict, NotAtLineStart + "…", NotAtLineEnd + "/")]
    public void No_line_begins_or_ends_with_a_forbidden_mark_while_there_is_a_choice(
        ProhibitionLevel level, string notAtStart, string notAtEnd) =>
        Check(document => Assert.All(
            Paged.LayoutAnything(document, new() { Prohibition = level }).Pages.SelectMany(LineEnds),
            end => Assert.True(IsLegal(end.Line, end.Next, notAtStart, notAtEnd))), 1000);

    [Fact]
    public void Every_glyph_lies_inside_the_text_area() =>
        Check(document => Assert.All(
            Paged.LayoutAnything(document).Pages.SelectMany(page => page.Items),
            item => Assert.True(IsInside(item, document.Styles.Page), item.ToString())));

    [Fact]
    public void The_same_document_gives_the_same_pages() =>
        Check(document => Assert.Equal(
            PagedPrinter.Print(Paged.LayoutAnything(document)),
            PagedPrinter.Print(Paged.LayoutAnything(document))));

    [Fact]
    public void Glyphs_cover_their_text_and_do_not_go_back() =>
        Check(document => Assert.All(
            Paged.LayoutAnything(document).Pages.SelectMany(page => page.Items).OfType<GlyphRun>(),
            run => Assert.All(run.Glyphs.Zip(run.Glyphs.Skip(1)), pair => Assert.True(
                pair.First.TextStart + pair.First.TextLength <= pair.Second.TextStart
                && pair.First.Offset <= pair.Second.Offset))));

    private static void Check(Action<Document> property, int documents = 200) =>
        Prop.ForAll(Documents().ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(documents));

    private static Gen<Document> Documents()
    {
        var text = Gen.Elements(Pieces).ArrayOf().Resize(LongestText).Select(pieces => string.Concat(pieces).TrimEnd());
        var paragraph = from content in text from style in Gen.Elements(StyleNames) select Sheets.Paragraph(content, style);
        var table = from cells in text.ArrayOf(6) select TableOf(cells);
        var block = Gen.Frequency<Block>((9, paragraph.Select(Block (each) => each)), (1, table.Select(Block (each) => each)));
        return from characters in Gen.Choose(12, 30)
               from blocks in block.ArrayOf().Resize(MostBlocks)
               select Sheets.Document(Sheets.WithLine(characters), blocks);
    }

    private static Table TableOf(string[] cells) =>
        new(
            [new(1, TextAlignment.Left), new(0, TextAlignment.Justify), new(2, TextAlignment.Centre)],
            [.. cells.Chunk(3).Select(row => new TableRow(
                [.. row.Select(cell => new TableCell([Sheets.Paragraph(cell, "table-cell")]))], false))]);

    private static string TextOf(Document document)
    {
        var text = new StringBuilder();
        foreach (var paragraph in document.Blocks.SelectMany(ParagraphsOf))
        {
            text.AppendJoin("", paragraph.Inlines.OfType<TextRun>().Select(run => run.Text));
        }

        return Visible(text.ToString());
    }

    private static string Visible(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private static IEnumerable<Paragraph> ParagraphsOf(Block block) =>
        block switch
        {
            Paragraph paragraph => [paragraph],
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
            _ => [],
        };

    // In the main text only: the lines of cells are too short to have a choice.
    private static IEnumerable<(string Line, string Next)> LineEnds(Page page)
    {
        var paragraphs = page.Items.OfType<GlyphRun>().Where(run => run.Size > Length.FromPoints(12))
            .GroupBy(run => run.Element);
        foreach (var runs in paragraphs)
        {
            var lines = runs.GroupBy(run => run.Baseline)
                .Select(line => string.Concat(line.Select(run => run.Text)).TrimEnd())
                .ToList();
            foreach (var pair in lines.Zip(lines.Skip(1)))
            {
                yield return pair;
            }
        }
    }

    // Some rows of marks are longer than a line and have no place where it may end.
    private static bool IsLegal(string line, string next, string notAtStart, string notAtEnd)
    {
        bool MayEnd(char before, char after) =>
            !notAtStart.Contains(after, StringComparison.Ordinal) && !notAtEnd.Contains(before, StringComparison.Ordinal);

        return next.Length == 0 || line.Length == 0 || MayEnd(line[^1], next[0])
            || !line.Zip(line.Skip(1)).Any(pair => char.IsLetter(pair.Second) && MayEnd(pair.First, pair.Second));
    }

    private static bool IsInside(PageItem item, PageGeometry page)
    {
        var (left, right) = (page.Left, page.Width - page.Right);
        var (top, bottom) = (page.Top, page.Height - page.Bottom);
        return item switch
        {
            GlyphRun run => run.Baseline > top && run.Baseline < bottom
                && run.Glyphs.All(glyph => run.X + glyph.Offset >= left && run.X + glyph.Offset <= right),
            Rule rule => rule.X1 >= left && rule.X2 <= right && rule.Y1 >= top && rule.Y2 <= bottom,
            _ => false,
        };
    }
}
