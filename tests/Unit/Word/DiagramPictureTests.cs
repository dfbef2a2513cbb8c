using System.Buffers.Binary;
using System.Text;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class DiagramPictureTests
{
    private static readonly Length Width = Length.FromMillimetres(156);

    [Fact]
    public void The_header_counts_what_follows()
    {
        var picture = Draw(Node("甲", isDashed: false));
        var records = Records(picture);
        var header = records[0].Content;

        Assert.Equal(EmfRecord.Header, records[0].Type);
        Assert.Equal(" EMF"u8.ToArray(), header[40..44]);
        Assert.Equal(picture.Length, Int(header, 48));
        Assert.Equal(records.Count, Int(header, 52));
        var objects = records.Count(record => record.Type is EmfRecord.CreatePen or EmfRecord.CreateFont);
        Assert.Equal(objects + 1, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56)));
        Assert.Equal((EmfRecord.EndOfFile, 20), (records[^1].Type, Int(records[^1].Content, 16)));
    }

    [Fact]
    public void The_frame_is_the_size_of_the_drawing_and_holds_all_of_it()
    {
        var records = Records(Draw(Node("甲", isDashed: true)));
        var (width, height) = (Int(records[0].Content, 32), Int(records[0].Content, 36));

        Assert.Equal(15_600 + (2 * 26), width); // And room for the thickness of lines on the edge.
        Assert.All(
            records.Where(record => record.Type is EmfRecord.MoveTo or EmfRecord.LineTo),
            record => Assert.True(
                Int(record.Content, 8) >= 0 && Int(record.Content, 8) <= width
                && Int(record.Content, 12) >= 0 && Int(record.Content, 12) <= height));
    }

    [Fact]
    public void A_solid_box_is_four_lines_and_a_dashed_one_many()
    {
        Assert.Equal(4, Lines(Node("甲", isDashed: false)));
        Assert.True(Lines(Node("甲", isDashed: true)) > 20);
    }

    [Fact]
    public void Runs_of_one_look_are_one_text_and_others_stand_side_by_side()
    {
        var texts = Records(Draw(new("A", NodeShape.Person, false, [new TextRun("甲"), new TextRun("乙丙"), new TextRun("𬱖", Bold: true)])))
            .Where(record => record.Type == EmfRecord.ExtTextOut).Select(record => record.Content).ToList();

        Assert.Equal(["甲乙丙", "𬱖"], texts.Select(Said));
        Assert.Equal(2 * (Int(texts[1], 36) - Int(texts[0], 36)), Advances(texts[0]).Sum() + Advances(texts[1]).Sum(), 3.0);
        Assert.Equal(0, Advances(texts[1])[1]); // The second half of a character outside the first plane.
    }

    private static int Lines(DiagramNode node) => Records(Draw(node)).Count(record => record.Type == EmfRecord.LineTo);

    private static DiagramNode Node(string name, bool isDashed) => new("A", NodeShape.Person, isDashed, [new TextRun(name)]);

    private static byte[] Draw(DiagramNode node) =>
        DiagramPicture.Draw(DiagramLayout.Arrange(new([node], []), Width, Width), StyleFiles.Procuratorial);

    private static List<(int Type, byte[] Content)> Records(byte[] picture)
    {
        var records = new List<(int, byte[])>();
        for (var at = 0; at < picture.Length;)
        {
            var size = Int(picture, at + 4);
            Assert.True(size >= 8 && size % 4 == 0 && at + size <= picture.Length, $"record at {at} of {size} bytes");
            records.Add((Int(picture, at), picture[at..(at + size)]));
            at += size;
        }

        return records;
    }

    private static string Said(byte[] text) => Encoding.Unicode.GetString(text, Int(text, 48), Int(text, 44) * 2);

    private static int[] Advances(byte[] text) =>
        [.. Enumerable.Range(0, Int(text, 44)).Select(i => Int(text, Int(text, 72) + (i * 4)))];

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
