using System.IO.Compression;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;
using PiiDocs.Unit.Word;

namespace PiiDocs.Templates;

/// <summary>What a document that comes back to its case may have wrong, each by its code; and what is written home.</summary>
public sealed class RoundTripErrorTests
{
    private const string Nanny = "003-maternity-nanny";

    private static readonly RoundTrip Trip = new(Office.Generator, Office.Catalog);

    private static readonly XNamespace W = WordLike.W;

    [Fact]
    public void A_foreign_file_is_none_of_ours()
    {
        var foreign = WordLike.Rewrite(Made("pre-suit-notice"), parts =>
        {
            parts.Remove("customXml/item1.xml");
            parts["word/document.xml"] = parts["word/document.xml"].Replace("pii:", "other:", StringComparison.Ordinal);
        });

        Assert.Equal(["PD7200"], CodesOf(Read(foreign)));
        Assert.False(Read(foreign).Document.IsOurs);
        Assert.Equal(["PD5001"], CodesOf(Read([1, 2, 3])));
        Assert.Null(Trip.Refresh(new([1, 2, 3], "x.docx"), Office.Sample(Nanny), new(), CancellationToken.None).Content);
    }

    [Fact]
    public void A_document_of_another_case_is_refused()
    {
        var reading = Trip.Read(new(Made("pre-suit-notice"), "x.docx"), Office.Sample("000-baoshan-platform"), CancellationToken.None);

        Assert.Equal(["PD7201"], CodesOf(reading));
        Assert.Empty(reading.Edits);
    }

    [Fact]
    public void A_document_of_another_template_is_compared_with_care()
    {
        var older = WordLike.Rewrite(Made("pre-suit-notice"), parts =>
        {
            var part = XElement.Parse(parts["customXml/item1.xml"]);
            part.SetAttributeValue("templateHash", "00");
            foreach (var derived in part.Elements().Where(each => each.Name.LocalName == "derived"))
            {
                derived.SetAttributeValue("key", "00000000");
            }

            parts["customXml/item1.xml"] = part.ToString();
        });
        var reading = Read(older);

        Assert.Equal(["PD7202"], CodesOf(reading));
        Assert.DoesNotContain(reading.Findings, each => each.Diagnostic.Code == "PD3052");
    }

    [Fact]
    public void A_document_without_its_part_says_so()
    {
        var lost = WordLike.Rewrite(Made("pre-suit-notice"), parts =>
        {
            var part = XElement.Parse(parts["customXml/item1.xml"]);
            part.Elements().Remove();
            part.SetAttributeValue("controls", "");
            parts["customXml/item1.xml"] = part.ToString();
        });

        Assert.Equal(["PD7206"], CodesOf(Read(lost)));
    }

    [Fact]
    public void Placeholders_and_stale_figures_and_unlawful_words_are_findings()
    {
        var draft = WordLike.Edit(Made("pre-suit-notice"), root =>
            root.Descendants(W + "p").Last().AddBeforeSelf(
                new XElement(W + "p", WordLike.Run("联系电话：【待补：联系电话】。")),
                new XElement(W + "p", WordLike.Run("根据《中华人民共和国个人信息保护法》第七十条、《中华人民共和国民法总则》第一百一十一条的规定。"))));
        var findings = Read(draft).Findings;

        Assert.Contains(findings, each => each is { Kind: FindingKind.Missing, Diagnostic.Code: "PD7203", Text: "【待补：联系电话】" });
        Assert.Contains(findings, each => each is { Kind: FindingKind.Legal, Diagnostic.Code: "PD8116" });

        var redrawn = WordLike.Rewrite(Made("relationship-diagram"), parts =>
            parts["customXml/item1.xml"] = parts["customXml/item1.xml"].Replace("</line>", "改</line>", StringComparison.Ordinal));
        Assert.Contains(Read(redrawn).Findings, each => each.Diagnostic.Code == "PD7205");
    }

    [Fact]
    public void An_element_that_was_edited_away_is_a_finding()
    {
        var edited = WordLike.Edit(Made("pre-suit-notice"), root =>
        {
            foreach (var text in root.Descendants(W + "t").Where(each => each.Value.Contains("三十日", StringComparison.Ordinal)).ToList())
            {
                text.Value = text.Value.Replace("三十日", "若干日", StringComparison.Ordinal);
            }
        });

        Assert.Contains(Read(edited).Findings, each => each is { Kind: FindingKind.Legal, Diagnostic.Code: "PD7007" });
        Assert.Contains(Read(edited).Findings, each => each is { Kind: FindingKind.Outside, Diagnostic.Code: "PD3030" });
    }

    [Fact]
    public void A_returned_document_is_held_against_the_elements_as_a_generated_one_is()
    {
        var sample = Office.Sample(Nanny);
        var lines = sample.Data.Location!.Value.Source.Text.Split('\n').Where(line => !line.Contains("000-20000301", StringComparison.Ordinal));
        var lacking = CaseInput.Read(new("lacking.yaml", string.Join('\n', lines)), Office.Catalog, new())!;
        var type = Office.Catalog.Find("pre-suit-notice", new())!;
        var made = Office.Generator.Generate(type, lacking, new(OutputFormats.Docx, IsDraft: true), CancellationToken.None);
        var docx = made.Files[0].Content.ToArray();
        var filled = WordLike.Edit(docx, root => WordLike.Type(root, "pii:office.contact.phone", "000-20000301"));

        Assert.Equal("PD7004", Assert.Single(made.Diagnostics, each => each.Severity == Severity.Warning && each.Field is not null).Code);
        Assert.Contains("PD7007", Codes(docx, lacking));
        Assert.DoesNotContain("PD7007", Codes(filled, lacking));
    }

    [Fact]
    public void An_element_that_was_deleted_from_its_field_is_a_finding() =>
        Assert.Contains("PD7007", Codes(WordLike.Edit(Made("pre-suit-notice"), root => WordLike.Type(root, "pii:office.contact.phone", "")), Office.Sample(Nanny)));

    private static IEnumerable<string> Codes(byte[] docx, CaseInput input) =>
        new RoundTrip(Office.Generator, Office.Catalog).Read(new(docx, "edited.docx"), input, CancellationToken.None).Findings
            .Where(each => each.Kind == FindingKind.Legal).Select(each => each.Diagnostic.Code);

    [Fact]
    public void Edits_are_written_where_the_case_stays_valid_and_reported_where_not()
    {
        var input = Office.Sample(Nanny);
        var edited = WordLike.Edit(Made("pre-suit-notice"), root =>
        {
            WordLike.Type(root, "pii:office.contact.name", "赵某");
            WordLike.Type(root, "pii:office.contact.phone", "电话");
        });
        var reading = Read(edited);
        var diagnostics = new DiagnosticBag();

        var revision = CaseRevision.Of(input, reading.Edits, Office.Catalog, diagnostics)!;

        Assert.Equal(["$.office.contact.name"], revision.Written.Select(each => each.Field.Value));
        Assert.Equal("PD7204", diagnostics.Items[0].Code);
        Assert.Equal("$.office.contact.phone", diagnostics.Items[0].Field?.Value);
        Assert.True(diagnostics.Items.Count > 1);
        var source = input.Data.Location!.Value.Source.Text.Split('\n');
        var changed = revision.Text.Split('\n').Where((line, index) => line != source[index]).ToList();
        Assert.Contains("赵某", Assert.Single(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_is_filled_from_the_case_or_from_Word()
    {
        var input = Office.Sample(Nanny);
        var without = CaseWithout(input, "    phone: 000-20000301");
        var draft = Office.Generator.Generate(
            Office.Catalog.Find("pre-suit-notice", new())!, without, new(OutputFormats.Docx, IsDraft: true), CancellationToken.None).Files[0].Content.ToArray();

        var refresh = Trip.Refresh(new(WordLike.Save(draft, 1), "x.docx"), input, new(), CancellationToken.None);
        Assert.Equal(["pii:office.contact.phone"], refresh.Controls.Where(each => each.State == ControlState.Update).Select(each => each.Tag));
        Assert.Empty(refresh.Findings);
        Assert.Contains("office.contact.phone", refresh.Part, StringComparison.Ordinal);
        Assert.Null(Trip.Refresh(new(draft, "x.docx"), input, new() { Apply = false }, CancellationToken.None).Content);

        var typed = WordLike.Edit(draft, root => WordLike.Type(root, "pii:office.contact.phone", "000-20000301"));
        var edit = Assert.Single(Trip.Read(new(typed, "x.docx"), without, CancellationToken.None).Edits);
        Assert.Equal(("$.office.contact.phone", "000-20000301"), (edit.Field.Value, edit.After));

        var back = Trip.Refresh(new(Made("pre-suit-notice"), "x.docx"), without, new(), CancellationToken.None);
        Assert.Contains(back.Controls, each => each is { Tag: "pii:office.contact.phone", State: ControlState.Conflict });
        Assert.Contains(back.Findings, each => each is { Tag: "pii:office.contact.phone", Diagnostic.Code: "PD3052" });
    }

    [Fact]
    public void A_file_with_a_broken_picture_is_compared_and_not_written()
    {
        var made = Made("relationship-diagram");
        using (var zip = new ZipArchive(new MemoryStream(made)))
        {
            // The sizes of a part that nobody reads, in its local header.
            var name = zip.Entries.Last(each => each.FullName.StartsWith("docProps/app", StringComparison.Ordinal)).FullName;
            var at = made.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name));
            made.AsSpan(at - 30, 4).Clear();
        }

        var changed = Office.Sample(Nanny) with { Hash = "x" };
        var source = changed.Data.Location!.Value.Source;
        changed = changed with { Data = Cases.CaseReader.Read(new(source.Path, source.Text.Replace("王某某", "王五", StringComparison.Ordinal)), new())! };

        var refresh = Trip.Refresh(new(made, "x.docx"), changed, new(), CancellationToken.None);
        Assert.Equal(["PD7207"], refresh.Diagnostics.Select(each => each.Code));
        Assert.Null(refresh.Content);
    }

    [Fact]
    public void A_filing_names_its_parties_and_what_its_case_would_not_put_there_is_a_leak()
    {
        var input = Office.Sample(Nanny);
        var made = Made("indictment-with-civil-claims");
        var phone = (string)((Core.DataText)((Core.DataObject)((Core.DataList)input.Data.Find("parties")!).Items[0]).Find("phone")!).Value;
        var edited = WordLike.Edit(made, root =>
        {
            WordLike.Type(root, "pii:parties[0].household", "上海市静安区示例路8号，手机13800138000");
            root.Descendants(W + "p").Last().AddBeforeSelf(new XElement(W + "p", WordLike.Run($"前一句。被告电话：{phone}。后一句。")));
        });

        Assert.DoesNotContain(ReadForLeaks(made, input).Findings, each => each.Kind == FindingKind.Leak);
        var leaks = ReadForLeaks(edited, input).Findings.Where(each => each.Kind == FindingKind.Leak).ToList();
        Assert.All(leaks, each => Assert.Equal("PD7209", each.Diagnostic.Code));
        Assert.Contains(leaks, each => each.Diagnostic.Field?.Value == "$.parties[0].phone" && each.Text == $"被告电话：{phone}。");
        Assert.Equal(2, leaks.Count); // The new address is an edit of an address.
        Assert.DoesNotContain(leaks, each => each.Diagnostic.Message.Chinese.Contains(phone, StringComparison.Ordinal));
    }

    [Fact]
    public void A_masked_copy_says_whom_it_is_for_and_is_searched_and_nothing_else()
    {
        var input = Office.Sample(Nanny);
        var copy = WordLike.Rewrite(Made("pre-suit-notice"), parts =>
        {
            var part = XElement.Parse(parts["customXml/item1.xml"]);
            part.SetAttributeValue("audience", "public");
            part.SetAttributeValue("case", "");
            parts["customXml/item1.xml"] = part.ToString();
            parts["word/document.xml"] = parts["word/document.xml"].Replace("本院在履行", "990000199104160026", StringComparison.Ordinal);
        });

        var reading = ReadForLeaks(copy, input);
        Assert.True(reading.CanOnlyBeSearched);
        Assert.Equal(["PD7208"], CodesOf(reading));
        Assert.Contains(reading.Findings, each => each is { Kind: FindingKind.Leak, Diagnostic.Code: "PD9501", Diagnostic.Field.Value: "$.parties[0].id_number" });
        Assert.All(reading.Findings, each => Assert.Equal(FindingKind.Leak, each.Kind));
        Assert.Equal(["PD7208"], Trip.Refresh(new(copy, "x.docx"), input, new(), CancellationToken.None).Diagnostics.Select(each => each.Code));
        Assert.Equal("original", Read(Made("pre-suit-notice")).Document.Audience);
    }

    [Fact]
    public void A_case_that_offends_the_law_is_compared_as_a_draft_and_no_mark_of_it_replaces_what_the_document_says()
    {
        var input = Office.Sample(Nanny);
        var source = input.Data.Location!.Value.Source;
        var text = source.Text
            .Replace("law_act_date: 2023-06-30", "law_act_date: 2015-06-30", StringComparison.Ordinal)
            .Replace("household: 上海市静安区示例路11弄1号101室", "household: 上海市静安区示例路99号", StringComparison.Ordinal);
        var changed = input with { Data = Cases.CaseReader.Read(new(source.Path, text), new())!, Hash = "x" };

        var refresh = Trip.Refresh(new(Made("indictment-with-civil-claims"), "x.docx"), changed, new(), CancellationToken.None);

        Assert.Empty(refresh.Diagnostics);
        Assert.Contains(refresh.Controls, each => each is { Tag: "pii:parties[0].household", State: ControlState.Update });
        Assert.DoesNotContain("【待补", WordLike.Parts(refresh.Content!.Value.ToArray())["word/document.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_is_followed_to_its_source_and_its_uses()
    {
        var input = Office.Sample(Nanny);
        var found = Provenance.Of(new("$.office.name"), input, Office.Generator, Office.Catalog);

        Assert.Equal(input.OfficeName, found.Value);
        Assert.NotNull(found.Label);
        Assert.Contains("name:", found.Location!.Value.Source.LineText(found.Location.Value.Start.Line), StringComparison.Ordinal);
        Assert.Contains(found.Uses, use => use is { Type: "pre-suit-notice", Shown: > 0 });
        Assert.Equal(new FieldPath("$.office.name"), Provenance.FieldOf("pii:office.name", input));
        Assert.Null(Provenance.FieldOf("pii:~0", input));
    }

    private static ReadingResult ReadForLeaks(byte[] file, CaseInput input) =>
        new RoundTrip(Office.Generator, Office.Catalog) { Salt = new byte[32] }.Read(new(file, "x.docx"), input, CancellationToken.None);

    private static CaseInput CaseWithout(CaseInput input, string line)
    {
        var source = input.Data.Location!.Value.Source;
        var text = string.Join('\n', source.Text.Split('\n').Where(each => !each.StartsWith(line, StringComparison.Ordinal)));
        return input with { Data = Cases.CaseReader.Read(new(source.Path, text), new())! };
    }

    private static byte[] Made(string typeId) =>
        Office.Generator.Generate(Office.Catalog.Find(typeId, new())!, Office.Sample(Nanny), new(OutputFormats.Docx), CancellationToken.None)
            .Files[0].Content.ToArray();

    private static ReadingResult Read(byte[] docx) => Trip.Read(new(docx, "x.docx"), Office.Sample(Nanny), CancellationToken.None);

    private static IEnumerable<string> CodesOf(ReadingResult reading) => reading.Diagnostics.Select(each => each.Code);
}
