using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Unit.Word;

/// <summary>Paragraphs and rows that the case has gained or lost, put into a document that people may have edited, or taken out of it.</summary>
public sealed class BlockRefreshTests
{
    private static readonly XNamespace W = WordLike.W;

    private static readonly TrackedBy Tracked = new("PiiDocs", new(2026, 1, 5, 9, 30, 0, TimeSpan.FromHours(8)));

    private static readonly byte[] TwoClaims = Letter(claims: ["赔偿", "道歉"]);

    private static readonly byte[] ThreeClaims = Letter(claims: ["赔偿", "道歉", "删除"]);

    [Fact]
    public void A_claim_more_comes_after_the_last_and_ends_the_list()
    {
        var returned = Returned.Of(WordLike.Save(TwoClaims, 1), ThreeClaims);

        Assert.Equal(["Rewrite 3 二、道歉。 → 二、道歉；", "Insert 3  → 三、删除。"], returned.Changes);
        Assert.Equal(["PD3056 3 二、道歉。", "PD3056 3 "], returned.Found);
        AssertBecomes(ThreeClaims, WordLike.Save(TwoClaims, 1));
    }

    [Fact]
    public void A_claim_less_goes_and_the_one_before_ends_the_list() => AssertBecomes(TwoClaims, WordLike.Save(ThreeClaims, 2));

    [Fact]
    public void Ordinals_move_on_when_something_comes_in_between() =>
        AssertBecomes(Make("# 一、事实\n\n甲。\n\n# 二、责任\n\n乙。\n\n# 三、请求\n\n丙。"), WordLike.Save(Make("# 一、事实\n\n甲。\n\n# 二、请求\n\n丙。"), 3));

    [Fact]
    public void A_row_more_stands_in_the_table_with_the_widths_of_the_others()
    {
        var made = WordLike.Edit(Evidence("合同", "发票"), root =>
            root.Descendants(W + "tc").Elements(W + "tcPr").Elements(W + "tcW").ToList().ForEach(width => width.SetAttributeValue(W + "w", 1234)));
        var refreshed = AssertBecomes(Evidence("合同", "发票", "聊天记录"), made);

        var table = MainOf(refreshed).Descendants(W + "tbl").Single();
        Assert.Equal(4, table.Elements(W + "tr").Count());
        Assert.All(table.Descendants(W + "tcW"), width => Assert.Equal("1234", (string)width.Attribute(W + "w")!));
    }

    [Fact]
    public void A_table_comes_and_goes_as_a_whole()
    {
        var without = Make("证据如下：\n\n此致。");
        var with = Make("证据如下：\n\n| 序号 | 名称 |\n|--|--|\n| 1 | {0} |\n\n此致。", "合同");

        AssertBecomes(with, without);
        Assert.Empty(MainOf(AssertBecomes(without, with)).Descendants(W + "tbl"));
    }

    [Fact]
    public void A_value_typed_next_to_the_place_stays()
    {
        var edited = WordLike.Edit(TwoClaims, root => WordLike.Type(root, "pii:v1", "公开道歉"));
        var again = Returned.Of(Returned.Of(edited, ThreeClaims).Refresh(), ThreeClaims);

        Assert.Equal("请求：|一、赔偿；|二、公开道歉；|三、删除。|此致。", TextOf(again));
        Assert.Equal(["$.v1: 道歉 → 公开道歉"], again.Edited);
        Assert.Empty(again.Changes);
    }

    [Fact]
    public void Text_edited_next_to_the_place_stays_and_is_named()
    {
        var edited = WordLike.Edit(TwoClaims, root => WordLike.Controls(root, "pii:v1").Single().AddAfterSelf(WordLike.Run("并登报")));
        var returned = Returned.Of(edited, ThreeClaims);
        var again = Returned.Of(returned.Refresh(), ThreeClaims);

        Assert.Equal(["!Rewrite 3 二、道歉并登报。 → 二、道歉；", "Insert 3  → 三、删除。"], returned.Changes);
        Assert.Equal("请求：|一、赔偿；|二、道歉并登报。|三、删除。|此致。", TextOf(again));
        Assert.Equal(["!Rewrite 3 二、道歉并登报。 → 二、道歉；"], again.Changes);
    }

    [Fact]
    public void What_a_person_edited_is_not_taken_out()
    {
        var edited = WordLike.Edit(ThreeClaims, root => WordLike.Type(root, "pii:v2", "删除并注销"));
        var returned = Returned.Of(edited, TwoClaims);

        Assert.Equal(["Rewrite 3 二、道歉； → 二、道歉。", "!Remove 4 三、删除并注销。 → "], returned.Changes);
        Assert.Contains("PD3053 4 三、删除并注销。", returned.Found);
        Assert.Equal("请求：|一、赔偿；|二、道歉。|三、删除并注销。|此致。", TextOf(Returned.Of(returned.Refresh(), TwoClaims)));
    }

    [Theory]
    [InlineData("comment")]
    [InlineData("change")]
    [InlineData("picture")]
    public void What_somebody_hung_something_on_is_not_taken_out(string what)
    {
        var edited = WordLike.Edit(ThreeClaims, root =>
        {
            var run = WordLike.Controls(root, "pii:v2").Single().Parent!.Elements(W + "r").Last();
            run.AddAfterSelf(what switch
            {
                "comment" => new(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 1))),
                "change" => new XElement(W + "del", new XAttribute(W + "id", 9), new XAttribute(W + "author", "x"), new XElement(W + "r", new XElement(W + "delText", "旧"))),
                _ => new(W + "r", new XElement(W + "pict")),
            });
        });

        Assert.Contains("!Remove 4 三、删除。 → ", Returned.Of(edited, TwoClaims).Changes);
    }

    [Fact]
    public void Where_a_person_wrote_a_claim_of_his_own_nothing_is_put_in()
    {
        var edited = WordLike.Edit(TwoClaims, root =>
            WordLike.Controls(root, "pii:v1").Single().Ancestors(W + "p").Single().AddAfterSelf(new XElement(W + "p", WordLike.Run("三、其他。"))));
        var returned = Returned.Of(edited, ThreeClaims);

        Assert.Equal(["Rewrite 3 二、道歉。 → 二、道歉；", "!Insert 3  → 三、删除。"], returned.Changes);
        Assert.Equal("请求：|一、赔偿；|二、道歉；|三、其他。|此致。", TextOf(Returned.Of(returned.Refresh(), ThreeClaims)));
    }

    [Fact]
    public void What_a_person_deleted_or_wrote_before_the_case_did_is_done()
    {
        var deleted = WordLike.Edit(ThreeClaims, root => WordLike.Controls(root, "pii:v2").Single().Ancestors(W + "p").Single().Remove());
        Assert.Equal(["Rewrite 3 二、道歉； → 二、道歉。"], Returned.Of(deleted, TwoClaims).Changes);

        var written = WordLike.Edit(Make("甲。\n\n丙。"), root => root.Descendants(W + "p").First().AddAfterSelf(new XElement(W + "p", WordLike.Run("乙。"))));
        Assert.Empty(Returned.Of(written, Make("甲。\n\n乙。\n\n丙。")).Changes);
    }

    [Fact]
    public void When_the_first_of_a_list_goes_and_somebody_corrected_it_all_of_the_list_is_for_a_person()
    {
        var made = Parties("甲 甲路", "乙 乙路");
        var fresh = Parties("乙 乙路");
        AssertBecomes(fresh, made);

        var edited = WordLike.Edit(made, root => WordLike.Type(root, "pii:p[0].address", "甲路1号"));
        var returned = Returned.Of(edited, fresh);
        Assert.Equal(["!Remove 2 被告乙，住乙路。 → "], returned.Changes);
        Assert.Equal("被告甲，住甲路1号。|被告乙，住乙路。|此致。", TextOf(Returned.Of(returned.Refresh(), fresh)));
    }

    [Fact]
    public void A_tracked_refresh_can_be_accepted_or_refused()
    {
        foreach (var (before, after) in new[] { (TwoClaims, ThreeClaims), (ThreeClaims, TwoClaims), (Evidence("合同"), Evidence("合同", "发票")), (Evidence("合同", "发票"), Evidence("合同")) })
        {
            var refreshed = Returned.Of(before, after).Refresh(Tracked);
            var main = MainOf(refreshed);

            Assert.Empty(DocxValidator.Problems(refreshed, "tracked.docx"));
            Assert.Contains(main.Descendants(), IsChange);
            Assert.Equal(main.Descendants().Count(IsChange), main.Descendants().Where(IsChange).Select(each => (string)each.Attribute(W + "id")!).Distinct().Count());
            var again = Returned.Of(refreshed, after);
            Assert.Empty(again.Changes);
            Assert.Equal(refreshed, again.Refresh());
            Assert.Equal(TextOf(Returned.Of(after, after)), TextOf(again));
            Assert.Equal(TextOf(Returned.Of(before, before)), TextOf(Returned.Of(WordLike.Edit(refreshed, Refuse), after)));
        }
    }

    [Fact]
    public void A_document_that_does_not_know_its_blocks_is_compared_and_never_changed()
    {
        var old = WordLike.Rewrite(TwoClaims, parts => parts["customXml/item1.xml"] = WithoutBlocks(parts["customXml/item1.xml"]));
        var returned = Returned.Of(old, ThreeClaims);

        Assert.Equal(["!Rewrite 3 二、道歉。 → 二、道歉；", "!Insert 3  → 三、删除。"], returned.Changes);
        Assert.Equal(old, returned.Refresh());
    }

    [Fact]
    public void Wording_of_another_template_is_left_to_a_person()
    {
        var returned = Returned.Of(TwoClaims, ThreeClaims, isSameTemplate: false);

        Assert.All(returned.Changes, each => Assert.StartsWith("!", each, StringComparison.Ordinal));
        Assert.Equal(TwoClaims, returned.Refresh());
    }

    [Fact]
    public void The_memory_of_a_refreshed_document_holds_nothing_of_what_went()
    {
        var refreshed = Returned.Of(ThreeClaims, TwoClaims).Refresh();
        var part = WordLike.Parts(refreshed)["customXml/item1.xml"];

        Assert.Contains("pii:v2", WordLike.Parts(ThreeClaims)["customXml/item1.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("pii:v2", part, StringComparison.Ordinal);
        Assert.Equal(WordLike.Parts(TwoClaims)["customXml/item1.xml"].Replace("00bb", "newcase", StringComparison.Ordinal).Length, part.Length);
    }

    // The refreshed document reads as the one the case makes, a second refresh has nothing to do, and Word opens it.
    private static byte[] AssertBecomes(byte[] fresh, byte[] made)
    {
        var refreshed = Returned.Of(made, fresh).Refresh();
        var again = Returned.Of(refreshed, fresh);

        Assert.Equal(TextOf(Returned.Of(fresh, fresh)), TextOf(again));
        Assert.All(again.Controls, each => Assert.Equal(ControlState.Same, each.State));
        Assert.Empty(again.Findings);
        Assert.Equal(refreshed, again.Refresh());
        Assert.Empty(DocxValidator.Problems(refreshed, "refreshed.docx"));
        var ids = MainOf(refreshed).Descendants(W + "sdtPr").Elements(W + "id").Select(each => (string)each.Attribute(W + "val")!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        return refreshed;
    }

    private static bool IsChange(XElement element) => element.Name == W + "ins" || element.Name == W + "del";

    // What Word does when all changes are rejected.
    private static void Refuse(XElement root)
    {
        root.Descendants(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + "ins") is not null).Remove();
        root.Descendants(W + "p").Where(paragraph => paragraph.Element(W + "pPr")?.Element(W + "rPr")?.Element(W + "ins") is not null).Remove();
        root.Descendants(W + "ins").Remove();
        root.Descendants(W + "del").Where(each => each.IsEmpty).Remove();
        foreach (var deleted in root.Descendants(W + "del").ToList())
        {
            deleted.Descendants(W + "delText").ToList().ForEach(text => text.Name = W + "t");
            deleted.ReplaceWith(deleted.Elements());
        }
    }

    private static byte[] Letter(string[] claims) =>
        Make($"请求：\n\n{string.Join("\n\n", claims.Select((_, i) => $"{"一二三四"[i]}、{{{i}}}{(i == claims.Length - 1 ? "。" : "；")}"))}\n\n此致。", claims);

    private static byte[] Evidence(params string[] names) =>
        Make($"证据：\n\n| 序号 | 名称 |\n|--|--|\n{string.Concat(names.Select((_, i) => $"| {i + 1} | {{{i}}} |\n"))}\n此致。", names);

    private static byte[] Parties(params string[] parties) => Make(
        string.Concat(parties.Select((_, i) => $"被告{{{2 * i}}}，住{{{(2 * i) + 1}}}。\n\n")) + "此致。",
        [.. parties.SelectMany((each, i) => each.Split(' ').Zip(["name", "address"]).Select(pair => ($"p[{i}].{pair.Second}", pair.First)))]);

    private static byte[] Make(string pattern, params string[] values) => Samples.Write(Samples.FromMarkup(pattern, null, values));

    private static byte[] Make(string pattern, (string Path, string Value)[] fields) => Samples.Write(Samples.FromFields(pattern, fields));

    private static string WithoutBlocks(string part)
    {
        var root = XElement.Parse(part);
        root.Attribute("blocks")!.Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static string TextOf(Returned returned) => string.Join('|', returned.Trace.Paragraphs.Select(each => each.Text));

    private static XElement MainOf(byte[] docx) =>
        XElement.Parse(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(WordLike.Parts(docx)["word/document.xml"])));
}
