using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Unit.Word;

/// <summary>What people and editors do to the controls of a file, and what the file then means.</summary>
public sealed class RoundTripTests
{
    private const string Letter = "被告{0}，住{1}。\n\n{0}应当赔偿{2}元（{~2}）。\n\n此致。";

    private static readonly XNamespace W = WordLike.W;

    private static readonly byte[] Made = Make(Letter, "王某某", "某路1号", "310000");

    [Fact]
    public void A_file_that_nobody_touched_means_nothing()
    {
        var returned = Returned.Of(WordLike.Save(Made, 1), Made);

        Assert.Empty(returned.Findings);
        Assert.Empty(returned.Edits);
        Assert.All(returned.Controls, each => Assert.Equal(ControlState.Same, each.State));
        Assert.Equal(5, returned.Controls.Length);
    }

    [Fact]
    public void An_edit_is_an_edit_and_a_changed_case_is_an_update_and_both_are_a_conflict()
    {
        var edited = WordLike.Edit(Made, root =>
        {
            WordLike.Type(root, "pii:v1", "某路2号");
            WordLike.Type(root, "pii:v0", "王某");
        });
        var returned = Returned.Of(WordLike.Save(edited, 2), Make(Letter, "王五", "某路1号", "320000"));

        Assert.Equal(
            ["pii:v0 Conflict", "pii:v1 Edited", "pii:v0 Conflict", "pii:v2 Update", "pii:~0 Update"],
            returned.States);
        Assert.Equal(["$.v0: 王五 → 王某", "$.v1: 某路1号 → 某路2号"], returned.Edited);
        Assert.Equal([true, false], returned.Edits.Select(each => each.IsConflict));
        Assert.Equal(["PD3050 1 王某", "PD3055 2 310000", "PD3055 2 〈310000〉"], returned.Found);
    }

    [Fact]
    public void A_refresh_writes_updates_and_nothing_else()
    {
        var edited = WordLike.Edit(WordLike.Save(Made, 3), root =>
        {
            WordLike.Type(root, "pii:v1", "某路2号");
            root.Descendants(W + "p").Last().AddBeforeSelf(new XElement(W + "p", WordLike.Run("另加一段。")));
        });
        var fresh = Make(Letter, "王某某", "某路1号", "320000");
        var refreshed = Returned.Of(edited, fresh).Refresh();
        var again = Returned.Of(refreshed, fresh);

        Assert.Equal("被告王某某，住某路2号。|王某某应当赔偿320000元（〈320000〉）。|另加一段。|此致。", TextOf(again));
        Assert.DoesNotContain(again.Controls, each => each.State is ControlState.Update or ControlState.Conflict);
        Assert.Equal(["$.v1: 某路1号 → 某路2号"], again.Edited);
        Assert.Equal(refreshed, again.Refresh());
        AssertValid(refreshed);
        AssertOtherPartsAreUntouched(edited, refreshed, ["word/document.xml"]);
    }

    [Fact]
    public void A_tracked_refresh_can_be_accepted_or_refused()
    {
        var fresh = Make(Letter, "王某某", "某路1号", "320000");
        var refreshed = Returned.Of(Made, fresh).Refresh(new("PiiDocs", new(2026, 1, 5, 9, 30, 0, TimeSpan.FromHours(8))));
        var main = XElement.Parse(WordLike.Parts(refreshed)["word/document.xml"]);

        Assert.Equal(2, main.Descendants(W + "ins").Count());
        Assert.Equal(2, main.Descendants(W + "del").Count());
        Assert.All(main.Descendants(W + "ins"), each => Assert.Equal(("PiiDocs", "2026-01-05T09:30:00Z"), ((string)each.Attribute(W + "author")!, (string)each.Attribute(W + "date")!)));
        Assert.Equal(4, main.Descendants().Where(each => each.Name == W + "ins" || each.Name == W + "del").Select(each => (string)each.Attribute(W + "id")!).Distinct().Count());
        AssertValid(refreshed);

        var again = Returned.Of(refreshed, fresh);
        Assert.All(again.Controls, each => Assert.Equal(ControlState.Same, each.State));
        Assert.Equal(refreshed, again.Refresh());

        var refused = WordLike.Edit(refreshed, root =>
        {
            root.Descendants(W + "ins").ToList().ForEach(each => each.Remove());
            foreach (var deleted in root.Descendants(W + "del").ToList())
            {
                deleted.Descendants(W + "delText").ToList().ForEach(text => text.Name = W + "t");
                deleted.ReplaceWith(deleted.Elements());
            }
        });
        Assert.Equal(["$.v2: 320000 → 310000"], Returned.Of(refused, fresh).Edited);
    }

    [Fact]
    public void The_look_of_a_control_and_what_hangs_on_it_survive_a_refresh()
    {
        var edited = WordLike.Edit(Made, root =>
        {
            var run = WordLike.Controls(root, "pii:v2").Single().Descendants(W + "r").Single();
            run.AddFirst(new XElement(W + "rPr", new XElement(W + "color", new XAttribute(W + "val", "FF0000"))));
            run.AddBeforeSelf(new XElement(W + "commentRangeStart", new XAttribute(W + "id", 4)));
            run.AddAfterSelf(
                new XElement(W + "commentRangeEnd", new XAttribute(W + "id", 4)),
                new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 4))));
        });
        var refreshed = Returned.Of(edited, Make(Letter, "王某某", "某路1号", "“三十二万”")).Refresh();
        var control = WordLike.Controls(XElement.Parse(Utf8(refreshed)), "pii:v2").Single();

        Assert.Equal("“三十二万”", control.Value);
        Assert.Equal(["rFonts", "color"], control.Descendants(W + "rPr").Single().Elements().Select(each => each.Name.LocalName));
        Assert.Equal(
            ["commentRangeStart", "r", "commentRangeEnd", "r"],
            control.Element(W + "sdtContent")!.Elements().Select(each => each.Name.LocalName));
    }

    [Fact]
    public void A_control_that_was_split_is_one_again()
    {
        var edited = WordLike.Edit(Made, root =>
        {
            var control = WordLike.Controls(root, "pii:v1").Single();
            var second = new XElement(control);
            WordLike.Type(root, "pii:v1", "某路");
            control.AddAfterSelf(second);
            second.Descendants(W + "t").Single().Value = "1号";
        });
        var fresh = Make(Letter, "王某某", "另路9号", "310000");
        var returned = Returned.Of(edited, fresh);

        Assert.Equal(ControlState.Update, returned.Controls[1].State);
        Assert.Equal(5, returned.Controls.Length);
        Assert.StartsWith("被告王某某，住另路9号。|", TextOf(Returned.Of(returned.Refresh(), fresh)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_ended_inside_a_control_is_a_line_end_in_the_field()
    {
        var edited = WordLike.Edit(Made, root =>
        {
            var control = WordLike.Controls(root, "pii:v1").Single();
            var second = new XElement(control);
            var rest = control.ElementsAfterSelf().ToList();
            WordLike.Type(root, "pii:v1", "某路");
            second.Descendants(W + "t").Single().Value = "1号";
            rest.Remove();
            control.Ancestors(W + "p").Single().AddAfterSelf(new XElement(W + "p", second, rest));
        });

        Assert.Equal(["$.v1: 某路1号 → 某路\n1号"], Returned.Of(edited, Made).Edited);
    }

    [Fact]
    public void Copies_moved_and_deleted_controls_are_told_apart()
    {
        var copied = WordLike.Edit(Made, root => root.Descendants(W + "p").Last().Add(new XElement(WordLike.Controls(root, "pii:v0").First())));
        var fresh = Make(Letter, "王五", "某路1号", "310000");
        var returned = Returned.Of(copied, fresh);

        Assert.Equal(["pii:v0 Update", "pii:v1 Same", "pii:v0 Update", "pii:v2 Same", "pii:~0 Same", "pii:v0 Update"], returned.States);
        Assert.Equal([0, 1, 2], returned.Controls.Where(each => each.Tag == "pii:v0").Select(each => each.Occurrence));

        var moved = WordLike.Edit(Made, root =>
        {
            var first = root.Descendants(W + "p").First();
            first.Remove();
            root.Descendants(W + "p").Last().AddAfterSelf(first);
        });
        Assert.Empty(Returned.Of(moved, Made).Findings);

        var deleted = WordLike.Edit(Made, root => WordLike.Controls(root, "pii:v1").Single().Remove());
        Assert.Contains("pii:v1 Gone", Returned.Of(deleted, Made).States);
        Assert.Equal(["PD3033", "PD3030"], Returned.Of(deleted, Made).Findings.Select(each => each.Diagnostic.Code));
    }

    [Fact]
    public void A_control_inside_another_is_left_to_a_person_and_one_inside_itself_is_one()
    {
        var nested = WordLike.Edit(Made, root =>
        {
            var inner = new XElement(WordLike.Controls(root, "pii:v1").Single());
            WordLike.Controls(root, "pii:v2").Single().Element(W + "sdtContent")!.Add(inner);
            var own = WordLike.Controls(root, "pii:v1").First();
            own.Element(W + "sdtContent")!.ReplaceNodes(new XElement(own));
        });
        var returned = Returned.Of(nested, Make(Letter, "王某某", "另路9号", "320000"));

        Assert.Equal(["pii:v0 Same", "pii:v1 Update", "pii:v0 Same", "pii:v2 Conflict", "pii:v1 Update", "pii:~0 Update"], returned.States);
        AssertValid(returned.Refresh());
    }

    [Fact]
    public void Tracked_changes_in_a_control_are_read_as_accepted_and_never_written_over()
    {
        var tracked = WordLike.Edit(Made, root =>
        {
            var run = WordLike.Controls(root, "pii:v1").Single().Descendants(W + "r").Single();
            run.AddAfterSelf(new XElement(W + "ins", new XAttribute(W + "id", 9), new XAttribute(W + "author", "x"), WordLike.Run("甲")));
        });

        Assert.Equal(["$.v1: 某路1号 → 某路1号甲"], Returned.Of(tracked, Made).Edited);
        Assert.Contains("pii:v1 Conflict", Returned.Of(tracked, Make(Letter, "王某某", "另路9号", "310000")).States);
    }

    [Fact]
    public void Text_typed_at_the_edge_of_a_control_belongs_to_where_it_stands()
    {
        var outside = WordLike.Edit(Made, root => WordLike.Controls(root, "pii:v2").Single().AddAfterSelf(WordLike.Run("余")));
        var inside = WordLike.Edit(Made, root => WordLike.Controls(root, "pii:v2").Single().Element(W + "sdtContent")!.Add(WordLike.Run("0")));

        Assert.Equal(["PD3030 2 王某某应当赔偿310000余元（〈310000〉）。"], Returned.Of(outside, Made).Found);
        Assert.Equal(["$.v2: 310000 → 3100000"], Returned.Of(inside, Made).Edited);
    }

    [Fact]
    public void A_field_edited_in_one_place_is_edited_and_in_two_ways_is_for_a_person()
    {
        var once = WordLike.Edit(Made, root => WordLike.Type(root, "pii:v0", "王某", index => index == 1));
        var twice = WordLike.Edit(once, root => WordLike.Type(root, "pii:v0", "王二", index => index == 0));

        Assert.Equal(["$.v0: 王某某 → 王某"], Returned.Of(once, Made).Edited);
        Assert.Equal(["PD3032 2 王某"], Returned.Of(once, Made).Found);
        Assert.Empty(Returned.Of(twice, Made).Edits);
        Assert.Equal(["PD3031 2 王某"], Returned.Of(twice, Made).Found);
    }

    [Fact]
    public void An_emptied_control_is_an_empty_field()
    {
        var emptied = WordLike.Edit(Made, root =>
        {
            var control = WordLike.Controls(root, "pii:v1").Single();
            control.Element(W + "sdtPr")!.Add(new XElement(W + "showingPlcHdr"));
            WordLike.Type(root, "pii:v1", "单击或点击此处输入文字。");
        });

        Assert.Equal(["$.v1: 某路1号 → "], Returned.Of(emptied, Made).Edited);
    }

    [Fact]
    public void Lines_and_tabs_of_a_value_come_and_go()
    {
        var made = Make("地址：{0}。", "甲\n乙");
        var fresh = Make("地址：{0}。", "丙\n丁\t戊\n“己”");
        var refreshed = Returned.Of(WordLike.Save(made, 5), fresh).Refresh();

        Assert.All(Returned.Of(refreshed, fresh).Controls, each => Assert.Equal(ControlState.Same, each.State));
        AssertValid(refreshed);
    }

    [Fact]
    public void Derived_text_is_updated_or_reported_and_never_written_back()
    {
        var edited = WordLike.Edit(Made, root => WordLike.Type(root, "pii:~0", "叁拾万"));

        Assert.Equal(["PD3051 2 叁拾万"], Returned.Of(edited, Made).Found);
        Assert.Empty(Returned.Of(edited, Made).Edits);
        Assert.Equal(
            ["PD3055 2 310000", "PD3052 2 叁拾万"],
            Returned.Of(edited, Make(Letter, "王某某", "某路1号", "320000")).Found);
    }

    [Fact]
    public void Old_text_outside_controls_is_found()
    {
        var edited = WordLike.Edit(Made, root => root.Descendants(W + "p").Last().AddFirst(WordLike.Run("前述310000元。另见王某某。")));
        var returned = Returned.Of(edited, Make(Letter, "王某某", "某路1号", "320000"));

        Assert.Contains("PD3054 3 前述310000元。", returned.Found);
    }

    [Fact]
    public void Old_text_cut_loose_from_its_control_is_found()
    {
        var loose = WordLike.Edit(Made, root =>
        {
            var control = WordLike.Controls(root, "pii:v2").Single();
            control.ReplaceWith(control.Element(W + "sdtContent")!.Elements());
        });

        Assert.Equal(["PD3033", "PD3030"], Returned.Of(loose, Made).Findings.Select(each => each.Diagnostic.Code));
        Assert.Contains("PD3054 2 王某某应当赔偿310000元（〈310000〉）。", Returned.Of(loose, Make(Letter, "王某某", "某路1号", "320000")).Found);
    }

    [Fact]
    public void Paragraphs_and_rows_the_case_now_writes_otherwise_are_named()
    {
        const string Rows = "一、{0}\n\n二、{1}\n\n尾。";
        var longer = Make("一、{0}\n\n二、{1}\n\n三、{2}\n\n尾。", "甲", "乙", "丙");
        var made = Make(Rows, "甲", "乙");

        Assert.Equal(["PD3056 2 "], Returned.Of(made, longer).Found);
        Assert.Equal("三、丙", Returned.Of(made, longer).Findings[0].Fix);
        Assert.Equal(["PD3056 3 三、丙"], Returned.Of(longer, made).Found);
        Assert.Equal(["PD3056 2 二、乙"], Returned.Of(made, Make("一、{0}\n\n其二、{1}\n\n尾。", "甲", "乙")).Found);
    }

    [Fact]
    public void A_deleted_paragraph_is_named_by_the_one_before()
    {
        var edited = WordLike.Edit(Made, root => root.Descendants(W + "p").Last().Remove());

        Assert.Equal(["PD3034 2 "], Returned.Of(edited, Made).Found);
    }

    [Fact]
    public void A_file_without_its_part_is_compared_and_never_written_over()
    {
        var lost = WordLike.Rewrite(Made, parts => parts.Remove("customXml/item1.xml"));
        var returned = Returned.Of(lost, Make(Letter, "王某某", "另路9号", "310000"));

        Assert.Equal(["pii:v0 Same", "pii:v1 Conflict", "pii:v0 Same", "pii:v2 Same", "pii:~0 Gone"], returned.States);
        Assert.Equal(lost, returned.Refresh());
    }

    [Fact]
    public void Controls_in_headers_and_text_boxes_are_brought_up_to_date_too()
    {
        var withHeader = WordLike.Rewrite(Made, parts =>
        {
            var main = XElement.Parse(parts["word/document.xml"], LoadOptions.PreserveWhitespace);
            var control = WordLike.Controls(main, "pii:v0").First();
            parts["word/header7.xml"] = new XElement(W + "hdr", new XElement(W + "p", control)).ToString(SaveOptions.DisableFormatting);
            parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].Replace(
                "</Relationships>",
                """<Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header7.xml"/></Relationships>""",
                StringComparison.Ordinal);
            main.Descendants(W + "p").Last().Add(new XElement(W + "r", new XElement(W + "pict", new XElement(W + "txbxContent", new XElement(W + "p", control)))));
            parts["word/document.xml"] = main.ToString(SaveOptions.DisableFormatting);
        });
        var fresh = Make(Letter, "王五", "某路1号", "310000");
        var returned = Returned.Of(withHeader, fresh);

        Assert.Equal(4, returned.Controls.Count(each => each.State == ControlState.Update));
        var parts = WordLike.Parts(returned.Refresh());
        Assert.DoesNotContain("王某某", XElement.Parse(Utf8(parts["word/header7.xml"])).Value + XElement.Parse(Utf8(parts["word/document.xml"])).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_in_one_place_stays_one_after_the_others_are_refreshed()
    {
        var edited = WordLike.Edit(Made, root => WordLike.Type(root, "pii:v0", "王二", index => index == 0));
        var fresh = Make(Letter, "王五", "某路1号", "310000");
        var again = Returned.Of(Returned.Of(edited, fresh).Refresh(), fresh);

        Assert.Equal(["pii:v0 Conflict", "pii:v1 Same", "pii:v0 Same", "pii:v2 Same", "pii:~0 Same"], again.States);
        Assert.Equal("pii:v0 Update", Returned.Of(again.Refresh(), Make(Letter, "王六", "某路1号", "310000")).States.ElementAt(2));
    }

    [Fact]
    public void Controls_that_lost_their_tags_are_known_again_even_when_some_are_gone()
    {
        var dropped = WordLike.Edit(Made, root =>
        {
            WordLike.Type(root, "pii:v1", "某路2号");
            WordLike.Controls(root, "pii:v2").Single().Remove();
            root.Descendants(W + "sdtPr").ToList().ForEach(each => each.RemoveNodes());
        });
        var fresh = Make(Letter, "王五", "某路1号", "310000");
        var returned = Returned.Of(dropped, fresh);

        Assert.Equal(["pii:v0 Update", "pii:v1 Edited", "pii:v0 Update", "pii:~0 Same", "pii:v2 Gone"], returned.States);
        Assert.Equal(
            ["pii:v0", "pii:v1", "pii:v0", "pii:~0"],
            WordLike.Controls(XElement.Parse(Utf8(returned.Refresh()))).Select(WordLike.TagOf));
    }

    private static byte[] Make(string pattern, params string[] values) => Samples.Write(Samples.FromMarkup(pattern, null, values));

    private static string TextOf(Returned returned) => string.Join('|', returned.Trace.Paragraphs.Select(each => each.Text));

    private static string Utf8(byte[] docx) => Utf8(WordLike.Parts(docx)["word/document.xml"]);

    private static string Utf8(string latin) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(latin));

    private static void AssertValid(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    private static void AssertOtherPartsAreUntouched(byte[] before, byte[] after, string[] changed)
    {
        var (old, now) = (WordLike.Parts(before), WordLike.Parts(after));
        Assert.Equal(old.Keys, now.Keys);
        Assert.All(old.Where(part => !changed.Contains(part.Key) && !part.Key.StartsWith("customXml/item", StringComparison.Ordinal)), part =>
            Assert.Equal(part.Value, now[part.Key]));
    }
}
