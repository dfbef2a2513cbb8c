using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PiiDocs.Unit.Support;
using PiiDocs.Unit.Word;

namespace PiiDocs.EndToEnd.Publishing;

/// <summary>The public copy as its publishers meet it: searched with other people's tools for everything that was to be masked.</summary>
public sealed partial class PublishTests : Workplace
{
    // What the case below tells of persons, in full.
    private static readonly string[] Planted =
        ["王试样", "刘试样", "邹试样", "顾试样", "990000199104160026", "990000198908230013", "000-20000311", "000-20000312", "示例路11弄", "示例路12弄", "1991年4月16日", "1991-04-16"];

    [Theory]
    [InlineData("criminal-indictment", 6)]
    [InlineData("indictment-with-civil-claims", 6)]
    [InlineData("non-prosecution-decision", 6)]
    [InlineData("pre-suit-notice", 6)]
    [InlineData("press-release", 6)]
    public void No_part_of_any_file_tells_of_a_person(string type, int kinds)
    {
        var outcome = Publish(type);

        Assert.True(outcome.Code == 0, outcome.Error);
        var files = Files("out").Select(name => Path.Combine(Folder, name)).ToList();
        Assert.Equal(kinds + 1, files.Count);
        Assert.All(files, file =>
        {
            var text = Path.GetFileName(file) + AllTextOf(file);
            Assert.All(Planted, value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
        });
        Assert.Contains("王某某", AllTextOf(files.Single(file => file.EndsWith("-报刊.txt", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Word_copy_holds_no_controls_and_nothing_of_its_making()
    {
        Publish("criminal-indictment");
        using var package = ZipFile.OpenRead(Path.Combine(Folder, Files("out").Single(name => name.EndsWith(".docx", StringComparison.Ordinal))));
        var parts = package.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd());

        Assert.DoesNotContain("w:sdt", parts["word/document.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain(parts.Values, part => part.Contains("caseHash=\"a", StringComparison.Ordinal) || part.Contains("path=\"$", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_left_in_a_place_no_rule_reaches_blocks_everything()
    {
        // 王 试 样 with spaces is no value of the case: only the gate sees through it.
        var outcome = Publish("criminal-indictment", text => text.Replace("文员，常驻一家医院的产科", "文员（王 试 样），常驻一家医院的产科", StringComparison.Ordinal));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7704", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("王 试 样", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void A_Word_file_that_LibreOffice_saved_and_people_changed_is_masked_by_its_case()
    {
        var source = CaseFile(text => text);
        Assert.Equal(0, CommandLine.PiiDocs("make", source, "-t", "criminal-indictment", "--format", "docx", "-o", Path.Combine(Folder, "made")).Code);
        var made = Path.Combine(Folder, "made.docx");
        File.Copy(Directory.GetFiles(Path.Combine(Folder, "made"), "*.docx", SearchOption.AllDirectories).Single(), made);
        Assert.Equal(0, CommandLine.Run("soffice", "--headless", $"-env:UserInstallation=file://{Folder}/profile", "--convert-to", "docx", "--outdir", Path.Combine(Folder, "saved"), made).Code);
        var edited = Path.Combine(Folder, "saved", "made.docx");
        File.WriteAllBytes(edited, WordLike.Rewrite(File.ReadAllBytes(edited), parts =>
            parts["word/document.xml"] = parts["word/document.xml"].Replace("文化程度", "程度；另查，王试样与邹试样相识", StringComparison.Ordinal)));

        var outcome = CommandLine.PiiDocs("publish", edited, "--case", source, "-o", Path.Combine(Folder, "out"));

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("PD7708", outcome.Error, StringComparison.Ordinal);
        var files = Files("out").Select(name => Path.Combine(Folder, name)).ToList();
        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.DoesNotContain("试样", Path.GetFileName(file) + AllTextOf(file), StringComparison.Ordinal));
        Assert.Contains("另查，王某某与邹某某相识", AllTextOf(files.Single(file => file.EndsWith(".html", StringComparison.Ordinal) && !file.Contains("公众号", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_file_is_published_only_with_its_case()
    {
        var outcome = CommandLine.PiiDocs("publish", Write("edited.docx", ""), "-o", Path.Combine(Folder, "out"));

        Assert.Equal(2, outcome.Code);
        Assert.Contains("--case", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_a_common_word_too_is_masked_and_said_so()
    {
        var outcome = Publish("criminal-indictment", text => text.Replace("顾试样", "包括", StringComparison.Ordinal));

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("warning PD7714: “包某”", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("包括", outcome.Error, StringComparison.Ordinal);
        Assert.All(Files("out"), name => Assert.DoesNotContain("包括", AllTextOf(Path.Combine(Folder, name)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_is_not_made_for_the_public_is_refused()
    {
        var outcome = Publish("procuratorial-opinion");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7703", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void Rules_that_are_wrong_are_named_with_their_place()
    {
        var templates = Path.Combine(Folder, "templates");
        CommandLine.Run("cp", "-r", Repository.PathTo("templates"), templates);
        var rules = Path.Combine(templates, "_redaction", "public.yaml");
        File.WriteAllText(rules, DistrictLine().Replace(
            File.ReadAllText(rules).Replace("  phone: remove", "  phone: hide", StringComparison.Ordinal), "district: \"(\"\n"));

        var outcome = CommandLine.PiiDocs("publish", CaseFile(text => text), "-t", "press-release", "--templates", templates, "-o", Path.Combine(Folder, "out"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("error PD7701", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("error PD7702", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void Who_is_who_is_sealed_apart_and_opens_with_the_password_alone()
    {
        var password = Write("password.txt", "测试口令\n");
        var mapping = Path.Combine(Folder, "who.json");
        var outcome = CommandLine.PiiDocs("publish", CaseFile(text => text), "-t", "press-release", "-o", Path.Combine(Folder, "out"), "--mapping", mapping, "--password-file", password);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.DoesNotContain("王试样", File.ReadAllText(mapping), StringComparison.Ordinal);
        Assert.Contains("王某某\t王试样", CommandLine.PiiDocs("mapping", mapping, "--password-file", password).Out, StringComparison.Ordinal);
        Assert.Contains("PD7712", CommandLine.PiiDocs("mapping", mapping, "--password-file", Write("wrong.txt", "别的\n")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sealed_list_needs_a_password()
    {
        var outcome = CommandLine.PiiDocs("publish", CaseFile(text => text), "-t", "press-release", "-o", Path.Combine(Folder, "out"), "--mapping", Path.Combine(Folder, "who.json"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7711", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void A_publication_is_registered_and_its_period_runs_from_the_day_it_came_out()
    {
        var store = Path.Combine(Folder, "registers.db");
        Assert.Equal(0, CommandLine.PiiDocs("publish", CaseFile(text => text), "-t", "pre-suit-notice", "-o", Path.Combine(Folder, "out"), "--store", store).Code);

        var completed = CommandLine.PiiDocs("publications", "complete", "1", "--medium", "测试报", "--on", "2024-09-10", "--store", store);

        Assert.True(completed.Code == 0, completed.Error);
        Assert.Contains("2024-09-10→2024-10-10", completed.Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.PiiDocs("audit", "verify", "--store", store).Code);
    }

    private Outcome Publish(string type, Func<string, string>? change = null) =>
        CommandLine.PiiDocs("publish", CaseFile(change ?? (text => text)), "-t", type, "-o", Path.Combine(Folder, "out"));

    /// <summary>Case 003 with names in full: 试样 stands where the news has 某某, so that nobody real is named.</summary>
    private string CaseFile(Func<string, string> change) => Write("003.yaml", change(
        MaskedName().Replace(File.ReadAllText(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml")), "试样")));

    private string AllTextOf(string file) => Path.GetExtension(file) switch
    {
        ".pdf" => PdfText(file),
        ".docx" => PackageText(file),
        _ => File.ReadAllText(file),
    };

    private string PdfText(string file)
    {
        var text = Path.Combine(Folder, "text.txt");
        var plain = Path.Combine(Folder, "plain.pdf");
        Assert.Equal(0, CommandLine.Run("pdftotext", file, text).Code);
        Assert.Equal(0, CommandLine.Run("qpdf", "--qdf", "--object-streams=disable", file, plain).Code);
        return File.ReadAllText(text) + File.ReadAllText(plain, Encoding.Latin1) + CommandLine.Run("pdfinfo", file).Out;
    }

    private static string PackageText(string file)
    {
        using var package = ZipFile.OpenRead(file);
        return string.Concat(package.Entries.Select(entry => entry.FullName + TagPattern().Replace(new StreamReader(entry.Open()).ReadToEnd(), "")));
    }

    [GeneratedRegex("(?<=[王刘邹顾])某某")]
    private static partial Regex MaskedName();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagPattern();

    [GeneratedRegex("^district:.*\n", RegexOptions.Multiline)]
    private static partial Regex DistrictLine();
}
