using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Unit.Word;

/// <summary>Files that suffered on their way: looks that are not the style sheet's, bytes that are not a file's.</summary>
public sealed class DamagedFileTests
{
    private static readonly XNamespace W = WordLike.W;

    private static readonly byte[] Made = Make("被告{0}，住{1}。\n\n{0}应当赔偿{2}元（{~2}）。", "王某某", "某路1号", "310000");

    [Fact]
    public void Controls_that_an_editor_ran_together_are_told_apart_and_stand_side_by_side_again()
    {
        const string Adjacent = "对{0}{1}{2}。";
        var made = Make(Adjacent, "刘某某", "取保候审", "一年");
        var melted = WordLike.Edit(made, root =>
        {
            var first = WordLike.Controls(root, "pii:v0").Single();
            foreach (var next in new[] { "pii:v1", "pii:v2" }.Select(tag => WordLike.Controls(root, tag).Single()))
            {
                var text = next.Descendants(W + "r").ToList();
                text.Remove();
                next.Remove();
                first.Element(W + "sdtContent")!.Add(next, text);
            }
        });
        var fresh = Make(Adjacent, "刘某某", "监视居住", "半年");

        Assert.All(Returned.Of(melted, made).Controls, each => Assert.Equal(ControlState.Same, each.State));
        Assert.Equal(["pii:v0 Same", "pii:v1 Update", "pii:v2 Update"], Returned.Of(melted, fresh).States);
        var refreshed = Returned.Of(Returned.Of(melted, fresh).Refresh(), fresh);
        Assert.Equal(["pii:v0 Same", "pii:v1 Same", "pii:v2 Same"], refreshed.States);
        Assert.Empty(refreshed.Findings);

        var edited = WordLike.Edit(melted, root => root.Descendants(W + "t").Single(each => each.Value == "刘某某").Value = "刘某");
        Assert.Equal(["$.v0: 刘某某 → 刘某"], Returned.Of(edited, made).Edited);
    }

    [Fact]
    public void Damage_to_styles_and_letters_is_named()
    {
        var damaged = WordLike.Rewrite(Made, parts =>
        {
            var styles = XElement.Parse(parts["word/styles.xml"]);
            var byId = styles.Elements(W + "style").ToDictionary(each => (string)each.Attribute(W + "styleId")!);
            byId["title"].Remove();
            byId["body"].Element(W + "rPr")!.Element(W + "sz")!.SetAttributeValue(W + "val", 28);
            parts["word/styles.xml"] = styles.ToString(SaveOptions.DisableFormatting);
            var main = XElement.Parse(parts["word/document.xml"], LoadOptions.PreserveWhitespace);
            main.Descendants(W + "p").ElementAt(1).Descendants(W + "r").First().AddFirst(
                new XElement(W + "rPr", new XElement(W + "rFonts", new XAttribute(W + "eastAsia", "隶书"))));
            parts["word/document.xml"] = main.ToString(SaveOptions.DisableFormatting);
        });
        var sheet = StyleFiles.Procuratorial;

        Assert.Equal(["PD5072 1", "PD5071 1", "PD5073 2"], Returned.Of(damaged, Made).Damage(sheet, "body", "title"));
        Assert.Empty(Returned.Of(WordLike.Save(Made, 4), Made).Damage(sheet, [.. sheet.Paragraphs.Keys]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_damaged_file_brings_the_program_down(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var bytes = (byte[])Made.Clone();
            for (var flaw = random.Next(1, 6); flaw > 0; flaw--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var cut = random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            var diagnostics = new DiagnosticBag();
            var opened = ReturnedDocx.Open(cut, "damaged.docx", DocxLimits.Default, diagnostics);
            Assert.True(opened is not null || diagnostics.HasErrors);
        }
    }

    private static byte[] Make(string pattern, params string[] values) => Samples.Write(Samples.FromMarkup(pattern, null, values));
}
