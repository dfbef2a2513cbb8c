using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Publication;
using PiiDocs.Typesetting;
using PiiDocs.Unit.Support;
using PiiDocs.Unit.Word;

namespace PiiDocs.Templates;

/// <summary>A document that people edited in Word is published as they left it, masked by the case it was made from.</summary>
public sealed partial class EditedPublicationTests
{
    private const string Indictment = "criminal-indictment";

    private static readonly PublicationOptions Options = new(
        RedactionPolicyFile.Read(Office.Catalog.Folder, "public", new())!, 17, new byte[16]);

    private static readonly Publisher Publisher = new(
        Office.Generator, Office.Catalog, new(new Typesetter(MachineFonts.Open(Repository.Root))));

    public static IEnumerable<object[]> PublicDocuments() =>
        new SampleDocuments().Where(each => Office.Catalog.Find((string)each[0], new())!.Audience.Contains("public"));

    [Theory]
    [MemberData(nameof(PublicDocuments))]
    public void What_nobody_edited_is_published_as_from_the_case(string typeId, string caseName)
    {
        var input = Named(caseName);
        var wanted = Publisher.Publish(Office.Catalog.Find(typeId, new())!, input, Options, CancellationToken.None);

        var result = Publish(WordLike.Save(Make(typeId, input), 7), input);

        Assert.Equal(wanted.Diagnostics.Select(each => each.Code), result.Diagnostics.Select(each => each.Code));
        Assert.Equal(wanted.Files.Select(file => (file.Name, file.Hash)), result.Files.Select(file => (file.Name, file.Hash)));
        Assert.Equal(wanted.IsPublished, result.IsPublished);
    }

    [Fact]
    public void Names_numbers_and_addresses_of_the_case_are_masked_in_what_people_wrote()
    {
        var result = Publish(Edited(Indictment, body => Append(body, "王试样曾向刘试样提供电话000-20000311，住示例路11弄以外。")), Named());

        Assert.True(result.IsPublished, Codes(result));
        var text = Column(result);
        Assert.Contains("王某某曾向刘某某提供电话***", text, StringComparison.Ordinal);
        Assert.Equal("PD7708", Assert.Single(result.Diagnostics, each => each.Severity == Severity.Warning && each.Code.StartsWith("PD77", StringComparison.Ordinal)).Code);
    }

    [Fact]
    public void A_value_corrected_in_Word_is_masked_like_the_one_it_corrects()
    {
        var result = Publish(Edited(Indictment, body => WordLike.Type(body, "pii:parties[0].address", "上海市静安区样例街15号")), Named());

        Assert.True(result.IsPublished, Codes(result));
        Assert.DoesNotContain("样例街", Column(result), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Diagnostics, each => each.Code == "PD7708");
    }

    [Fact]
    public void What_a_person_wrote_and_masking_cannot_reach_blocks_and_is_named_with_its_paragraph()
    {
        var edited = Edited(Indictment, body => Append(body, "王 试 样生于一九九一年四月十六日。"));
        var paragraphs = 0;
        WordLike.Edit(edited, body => paragraphs = body.Descendants(WordLike.W + "p").Count());

        var result = Publish(edited, Named());

        Assert.False(result.IsPublished);
        Assert.Empty(result.Files);
        var blocked = result.Diagnostics.Where(each => each.Code == "PD7706").ToList();
        Assert.NotEmpty(blocked);
        Assert.All(blocked, each => Assert.Equal(paragraphs, each.Location!.Value.Start.Line));
        Assert.DoesNotContain(result.Diagnostics, each => each.Code == "PD7704");
    }

    [Fact]
    public void Text_worked_out_from_a_masked_field_does_not_outlive_it_in_an_edited_paragraph()
    {
        // The paragraph that introduces a defendant, with a word added at its end.
        var result = Publish(Edited(Indictment, body => ParagraphWith(body, "1991年4月16日").Add(WordLike.Run("（补正）"))), Named());

        Assert.True(result.IsPublished, Codes(result));
        Assert.Contains("（补正）", Column(result), StringComparison.Ordinal);
        Assert.DoesNotContain("1991", Column(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Tracked_changes_are_published_only_as_decided()
    {
        var edited = Edited(Indictment, body => Append(body, "").Add(Tracked("ins", "t", "经审查补充。"), Tracked("del", "delText", "原有一句。")));

        Assert.Equal("PD7709", Publish(edited, Named()).Diagnostics.Single(each => each.Severity == Severity.Error).Code);
        var accepted = Column(Publish(edited, Named(), accept: true));
        var refused = Column(Publish(edited, Named(), accept: false));
        Assert.Equal((true, false), (accepted.Contains("经审查补充", StringComparison.Ordinal), accepted.Contains("原有一句", StringComparison.Ordinal)));
        Assert.Equal((false, true), (refused.Contains("经审查补充", StringComparison.Ordinal), refused.Contains("原有一句", StringComparison.Ordinal)));
    }

    [Fact]
    public void Comments_are_left_out_and_said_to_be()
    {
        var edited = WordLike.Rewrite(Make(Indictment, Named()), parts =>
        {
            parts["word/comments.xml"] = $"<w:comments xmlns:w=\"{WordLike.W}\"><w:comment w:id=\"1\"><w:p><w:r><w:t>王试样的电话？</w:t></w:r></w:p></w:comment></w:comments>";
            parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].Replace(
                "</Relationships>",
                "<Relationship Id=\"rC\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>",
                StringComparison.Ordinal);
        });

        var result = Publish(edited, Named());

        Assert.True(result.IsPublished, Codes(result));
        Assert.Contains(result.Diagnostics, each => each.Code == "PD7710");
    }

    [Fact]
    public void Hidden_text_is_not_published_and_said_to_be_there()
    {
        var result = Publish(
            Edited(Indictment, body => Append(body, "").Add(new XElement(
                WordLike.W + "r", new XElement(WordLike.W + "rPr", new XElement(WordLike.W + "vanish")), new XElement(WordLike.W + "t", "内部意见：待议。")))),
            Named());

        Assert.True(result.IsPublished, Codes(result));
        Assert.DoesNotContain("内部意见", Column(result), StringComparison.Ordinal);
        Assert.Contains(result.Diagnostics, each => each.Code == "PD5007" && each.Message.Chinese.Contains("隐藏文字", StringComparison.Ordinal));
    }

    [Fact]
    public void One_fact_told_in_two_ways_is_not_published()
    {
        var result = Publish(Edited(Indictment, body => WordLike.Type(body, "pii:parties[0].name", "汪试样", index => index == 0)), Named());

        Assert.Contains(result.Diagnostics, each => each is { Code: "PD7707", Location: not null });
        Assert.False(result.IsPublished);
    }

    [Theory]
    [InlineData("press-release", "003-maternity-nanny", "PD7713")]
    [InlineData(null, "000-baoshan-platform", "PD7201")]
    public void A_file_of_another_type_or_case_is_refused(string? type, string caseName, string code)
    {
        var result = Publisher.Publish(
            new EditedSource(new(Make(Indictment, Named()), "edited.docx"), type), Named(caseName), Options, CancellationToken.None);

        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_placeholder_that_nobody_filled_in_is_not_published()
    {
        var result = Publish(Edited(Indictment, body => Append(body, MissingFact.Of("联系电话"))), Named());

        Assert.Contains(result.Diagnostics, each => each is { Code: "PD7203", Severity: Severity.Error });
        Assert.False(result.IsPublished);
    }

    /// <summary>A sample with names in full: 试样 stands where the news has 某某, so that nobody real is named.</summary>
    private static CaseInput Named(string name = "003-maternity-nanny")
    {
        var text = MaskedName().Replace(File.ReadAllText(Repository.PathTo("templates", "_cases", $"{name}.yaml")), "试样");
        return CaseInput.Read(new($"{name}.yaml", text), Office.Catalog, new())!;
    }

    private static byte[] Make(string typeId, CaseInput input) =>
        Office.Generator.Generate(Office.Catalog.Find(typeId, new())!, input, new(OutputFormats.Docx), CancellationToken.None).Files[0].Content.ToArray();

    private static byte[] Edited(string typeId, Action<XElement> edit) => WordLike.Edit(Make(typeId, Named()), edit);

    private static PublicationResult Publish(byte[] edited, CaseInput input, bool? accept = null) => Publisher.Publish(
        new EditedSource(new(edited, "edited.docx"), null) { AcceptChanges = accept }, input, Options, CancellationToken.None);

    private static XElement Append(XElement root, string text)
    {
        var last = root.Descendants(WordLike.W + "p").Last();
        var paragraph = new XElement(last.Name, last.Element(WordLike.W + "pPr"), text.Length == 0 ? null : WordLike.Run(text));
        last.AddAfterSelf(paragraph);
        return paragraph;
    }

    private static XElement ParagraphWith(XElement root, string text) =>
        root.Descendants(WordLike.W + "p").First(each => each.Value.Contains(text, StringComparison.Ordinal));

    private static XElement Tracked(string change, string kind, string text) => new(
        WordLike.W + change, new XAttribute(WordLike.W + "id", "9"), new XElement(WordLike.W + "r", new XElement(WordLike.W + kind, text)));

    private static string Column(PublicationResult result) =>
        Encoding.UTF8.GetString(result.Files.Single(file => file.Name.EndsWith("-报刊.txt", StringComparison.Ordinal)).Content.Span).Replace("\n", "", StringComparison.Ordinal);

    private static string Codes(PublicationResult result) => string.Join('\n', result.Diagnostics.Select(each => $"{each.Location} {each.Code} {each.Message.English}"));

    [GeneratedRegex("(?<=[一-龥])某某")]
    private static partial Regex MaskedName();
}
