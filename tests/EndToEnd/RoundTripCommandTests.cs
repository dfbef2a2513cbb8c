using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PiiDocs.Unit.Support;
using PiiDocs.Unit.Word;
using PiiDocs.Word;

namespace PiiDocs.EndToEnd;

/// <summary>Documents go out, are edited in Word or LibreOffice, and come home on the command line.</summary>
public sealed class RoundTripCommandTests : Workplace
{
    private const string Phone = "pii:office.contact.phone";

    private static readonly string Sample = Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml");

    [Fact]
    public void Read_shows_an_edit_and_writes_it_into_a_copy_of_the_case()
    {
        var edited = Edited("pre-suit-notice", "pii:office.contact.name", "赵某");
        var copy = Path.Combine(Folder, "copy.yaml");

        var shown = CommandLine.PiiDocs("read", edited, "--case", Sample);
        var written = CommandLine.PiiDocs("read", edited, "--case", Sample, "--write", copy, "--json");

        Assert.Equal(0, shown.Code);
        Assert.Contains("  + 赵某\n", shown.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(written.Out);
        var edit = Assert.Single(json.RootElement.GetProperty("edits").EnumerateArray());
        Assert.Equal(("$.office.contact.name", "赵某"), (edit.GetProperty("field").GetString(), edit.GetProperty("after").GetString()));
        var changed = Assert.Single(File.ReadAllLines(copy).Except(File.ReadAllLines(Sample)));
        Assert.Contains("赵某", changed, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.PiiDocs("check", copy).Code);
    }

    [Fact]
    public void Read_writes_no_edit_that_makes_the_case_invalid()
    {
        var edited = Edited("pre-suit-notice", Phone, "不详");
        var copy = Path.Combine(Folder, "copy.yaml");

        var outcome = CommandLine.PiiDocs("read", edited, "--case", Sample, "--write", copy);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7204", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public void Refresh_puts_a_changed_fact_into_an_edited_document_and_the_second_time_does_nothing()
    {
        var edited = Edited("pre-suit-notice", "pii:office.contact.name", "赵某");
        var changed = Write("changed.yaml", File.ReadAllText(Sample)
            .Replace("phone: 000-20000301", "phone: 000-20000399", StringComparison.Ordinal));
        var first = Path.Combine(Folder, "first.docx");
        var second = Path.Combine(Folder, "second.docx");

        var refreshed = CommandLine.PiiDocs("refresh", edited, "--case", changed, "-o", first);
        CommandLine.PiiDocs("refresh", first, "--case", changed, "-o", second);

        Assert.Equal(0, refreshed.Code);
        Assert.Contains("000-20000399", TextOf(first), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void A_conflict_is_left_to_a_person_and_shows_in_the_exit_code()
    {
        var edited = Edited("pre-suit-notice", Phone, "000-20000388");
        var changed = Write("changed.yaml", File.ReadAllText(Sample)
            .Replace("phone: 000-20000301", "phone: 000-20000399", StringComparison.Ordinal));
        var target = Path.Combine(Folder, "new.docx");

        var outcome = CommandLine.PiiDocs("refresh", edited, "--case", changed, "-o", target);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD3050", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("000-20000388", TextOf(target), StringComparison.Ordinal);
    }

    [Fact]
    public void LibreOffice_may_save_every_document_and_nothing_is_lost()
    {
        Assert.Equal(0, CommandLine.PiiDocs("make", Sample, "-o", Folder).Code);
        var made = Directory.GetFiles(Path.Combine(Folder, "003-maternity-nanny"), "*.docx");
        var saved = Directory.CreateDirectory(Path.Combine(Folder, "saved")).FullName;

        CommandLine.Run(
            "soffice",
            [$"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", saved, .. made]);

        foreach (var file in made.Select(path => Path.Combine(saved, Path.GetFileName(path))))
        {
            using var json = JsonDocument.Parse(CommandLine.PiiDocs("read", file, "--case", Sample, "--json").Out);

            Assert.Empty(json.RootElement.GetProperty("edits").EnumerateArray());
            Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray().Select(each => $"{file} {each}"));
        }
    }

    [Fact]
    public void LibreOffice_opens_a_refreshed_document_and_shows_the_new_fact()
    {
        var changed = Write("changed.yaml", File.ReadAllText(Sample)
            .Replace("phone: 000-20000301", "phone: 000-20000399", StringComparison.Ordinal));
        var target = Path.Combine(Folder, "new.docx");
        Assert.Equal(0, CommandLine.PiiDocs("refresh", Edited("pre-suit-notice", "pii:office.contact.name", "赵某"), "--case", changed, "-o", target, "--track").Code);

        CommandLine.Run(
            "soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", Folder, target);

        var text = File.ReadAllText(Path.Combine(Folder, "new.txt"));
        Assert.Contains("联系电话：000-20000399", text.Replace("000-20000301", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("联系人：赵某", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_case_has_gained_goes_into_documents_that_LibreOffice_saved_and_a_second_time_nothing_does()
    {
        var changed = Write("changed.yaml", WithADefendantAClaimAndAPieceOfEvidenceMore(File.ReadAllText(Sample)));
        var saved = Directory.CreateDirectory(Path.Combine(Folder, "saved")).FullName;
        string[] made = [Made("evidence-list"), Made("indictment-with-civil-claims")];
        CommandLine.Run(
            "soffice",
            [$"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", saved, .. made]);

        foreach (var (file, added) in made.Zip(new[] { "9视听资料、电子数据微信聊天记录和Excel工作表", "2.判令被告王某某、刘某某公开赔礼道歉。" }))
        {
            var first = Path.Combine(Folder, "first.docx");
            var second = Path.Combine(Folder, "second.docx");
            using var json = JsonDocument.Parse(CommandLine.PiiDocs(
                "refresh", Path.Combine(saved, Path.GetFileName(file)), "--case", changed, "-o", first, "--json").Out);
            using var again = JsonDocument.Parse(CommandLine.PiiDocs("refresh", first, "--case", changed, "-o", second, "--json").Out);

            Assert.NotEmpty(json.RootElement.GetProperty("blocks").EnumerateArray());
            Assert.All(json.RootElement.GetProperty("blocks").EnumerateArray(), block => Assert.True(block.GetProperty("canBeMade").GetBoolean()));
            Assert.Empty(again.RootElement.GetProperty("blocks").EnumerateArray());
            Assert.Contains(added, TextOf(first), StringComparison.Ordinal);
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));

            // LibreOffice itself writes what the schemas do not have; nothing is added to that.
            Assert.Subset(ComplaintsOf(Path.Combine(saved, Path.GetFileName(file))), ComplaintsOf(first));
        }
    }

    [Fact]
    public void A_defendant_more_stands_in_a_tracked_document_as_LibreOffice_shows_it()
    {
        var changed = Write("changed.yaml", WithADefendantAClaimAndAPieceOfEvidenceMore(File.ReadAllText(Sample)));
        var target = Path.Combine(Folder, "new.docx");

        _ = CommandLine.PiiDocs("refresh", Made("indictment-with-civil-claims"), "--case", changed, "-o", target, "--track");
        CommandLine.Run(
            "soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", Folder, target);

        Assert.Empty(DocxValidator.Problems(File.ReadAllBytes(target), target));
        var lines = File.ReadAllLines(Path.Combine(Folder, "new.txt"));
        Assert.Equal(
            ["王某某", "刘某某", "黄某某"],
            lines.Where(line => line.StartsWith("附带民事公益诉讼被告：", StringComparison.Ordinal)).Select(line => line[11..14]));
    }

    [Theory]
    [InlineData("not a document", "PD5001")]
    [InlineData("", "PD5001")]
    public void What_is_no_document_is_refused(string content, string code)
    {
        var file = Write("edited.docx", content);

        foreach (var outcome in new[]
                 {
                     CommandLine.PiiDocs("read", file, "--case", Sample, "--write", Path.Combine(Folder, "x.yaml")),
                     CommandLine.PiiDocs("refresh", file, "--case", Sample, "-o", Path.Combine(Folder, "x.docx")),
                 })
        {
            Assert.Equal(1, outcome.Code);
            Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal(["edited.docx"], Files());
    }

    private static HashSet<string> ComplaintsOf(string path) =>
        [.. DocxValidator.Problems(File.ReadAllBytes(path), "").Select(each => each.Message.Chinese.Split('：')[^1])];

    private static string TextOf(string path) =>
        XElement.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(WordLike.Parts(File.ReadAllBytes(path))["word/document.xml"]))).Value;

    private static string WithADefendantAClaimAndAPieceOfEvidenceMore(string text)
    {
        var (start, end) = (text.IndexOf("  - id: L\n", StringComparison.Ordinal), text.IndexOf("  - id: Z\n", StringComparison.Ordinal));
        var defendant = text[start..end].Replace("id: L\n", "id: X\n", StringComparison.Ordinal).Replace("刘某某", "黄某某", StringComparison.Ordinal);
        return text.Insert(end, defendant)
            .Replace("  - { kind: compensate, against: [W, L] }\n", "  - { kind: compensate, against: [W, L] }\n  - { kind: apologise, against: [W, L] }\n", StringComparison.Ordinal)
            .Replace("  - { id: E8,", "  - { id: E9, category: documentary, name: 转账记录, proves: 参与出售 }\n  - { id: E8,", StringComparison.Ordinal);
    }

    private string Made(string type)
    {
        var made = CommandLine.PiiDocs("make", Sample, "-t", type, "-o", Folder);
        Assert.True(made.Code == 0, made.Error);
        return Path.Combine(Repository.Root, made.Out.Trim());
    }

    private string Edited(string type, string tag, string text)
    {
        var edited = Path.Combine(Folder, "edited.docx");
        File.WriteAllBytes(edited, WordLike.Save(WordLike.Edit(File.ReadAllBytes(Made(type)), root => WordLike.Type(root, tag, text)), 1));
        return edited;
    }
}
