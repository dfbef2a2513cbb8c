using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Widths of marks and spaces, in quarters of a character of 12 points.</summary>
public class PunctuationTests
{
    private static readonly Length Quarter = Length.FromPoints(3);

    [Theory]
    [InlineData("甲乙", "0 4")]
    [InlineData("甲：“乙", "0 4 6 10")] // A pause mark and an opening mark take one and a half.
    [InlineData("甲）。乙", "0 4 6 10")]
    [InlineData("甲）（乙", "0 4 6 10")]
    [InlineData("甲（《乙", "0 4 6 10")]
    [InlineData("甲。”）乙", "0 4 6 8 12")]
    [InlineData("甲·乙", "0 4 8")]
    [InlineData("甲A乙", "0 5 8")] // A quarter each side of Latin.
    [InlineData("甲5乙", "0 5 8")]
    [InlineData("甲 A 乙", "0 4 6 8 10")] // Not where the author put a space.
    [InlineData("甲，A乙", "0 4 8 11")] // Nor beside a mark.
    [InlineData("“甲", "-2 2")] // At the start of a paragraph an opening mark loses its left half.
    [InlineData("don’t", "0 2 4 6 10")] // An apostrophe is not a closing mark.
    public void Marks_and_scripts_stand_apart_as_they_should(string text, string expected)
    {
        var line = Paged.Layout(Twelve(indent: 1), Sheets.Paragraph(text, "plain")).Lines()[0];

        var origin = Sheets.A4.Left + Length.FromPoints(12);
        Assert.Equal(expected, string.Join(' ', line.Places.Select(x => (x - origin).Millipoints / Quarter.Millipoints)));
    }

    [Fact]
    public void A_mark_at_the_end_of_a_full_line_takes_half_its_width()
    {
        var line = Paged.Layout(Sheets.WithLine(8), Sheets.Paragraph("甲乙丙丁戊己庚，辛", "plain")).Lines()[0];

        var right = Sheets.A4.Left + (Sheets.A4.CharacterPitch * 8);
        Assert.Equal("甲乙丙丁戊己庚，", line.Text);
        Assert.Equal(Sheets.A4.CharacterPitch.Millipoints / 2, (right - line.Places[^1]).Millipoints);
    }

    [Fact]
    public void Without_halving_a_full_line_stands_on_the_grid()
    {
        var document = Sheets.Document(Sheets.WithLine(8), Sheets.Paragraph("甲乙丙丁戊己庚，辛", "plain"));
        var line = Paged.Layout(document, new() { HalveMarksAtLineEnd = false }).Lines()[0];

        Assert.Equal(
            Enumerable.Range(0, 8).Select(i => Sheets.A4.Left + (Sheets.A4.CharacterPitch * i)), line.Places);
    }

    [Fact]
    public void A_hanging_mark_stands_outside_the_text()
    {
        var document = Sheets.Document(Sheets.WithLine(4), Sheets.Paragraph("甲乙丙丁，戊己庚辛", "plain"));
        var line = Paged.Layout(document, new() { HangMarksAtLineEnd = true }).Lines()[0];

        Assert.Equal("甲乙丙丁，", line.Text);
        Assert.Equal(Sheets.A4.Left + (Sheets.A4.CharacterPitch * 4), line.Places[^1]);
    }

    [Fact]
    public void Squeezing_takes_from_marks_before_anything_is_pushed_out()
    {
        // Nine characters of which the last may not begin a line: the two marks inside give the room it needs.
        var lines = Paged.Layout(Sheets.WithLine(8), Sheets.Paragraph("甲，乙，丙丁戊己，庚辛", "plain")).Lines();

        Assert.Equal(["甲，乙，丙丁戊己，", "庚辛"], lines.Select(line => line.Text));
    }

    private static StyleSheet Twelve(int indent)
    {
        var plain = new ParagraphStyle("plain", "顶格", "仿宋", Length.FromPoints(12)) { FirstLineIndent = indent };
        return Sheets.Official with { Paragraphs = Sheets.Official.Paragraphs.SetItem("plain", plain) };
    }
}
