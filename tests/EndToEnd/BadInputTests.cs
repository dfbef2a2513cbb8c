using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary>Whatever a user hands in, the program says what is wrong and where, and writes nothing by halves.</summary>
public sealed class BadInputTests : Workplace
{
    private static readonly string Sample = File.ReadAllText(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"));

    [Theory]
    [InlineData("broken.yaml", "id: \"1\"\n  slug: [a\n", "PD1001")]
    [InlineData("empty.yaml", "", "PD1")]
    [InlineData("list.yaml", "- 1\n- 2\n", "PD1")]
    [InlineData("broken.json", "{ \"id\": ", "PD1001")]
    public void A_broken_file_gets_its_place(string name, string text, string code)
    {
        var outcome = CommandLine.PiiDocs("make", Write(name, text), "-o", Path.Combine(Folder, "out"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{name}(", outcome.Error, StringComparison.Ordinal);
        AssertNothingMade(outcome);
    }

    [Theory]
    [InlineData("2024-10-28", "2024-02-30", "PD1012")]
    [InlineData("kind: person", "kind: persn", "PD1")]
    [InlineData("parties:", "partys:", "PD1011")]
    public void A_wrong_value_gets_its_line_and_field(string right, string wrong, string code)
    {
        var at = Sample.IndexOf(right, StringComparison.Ordinal);
        var text = Sample[..at] + wrong + Sample[(at + right.Length)..];
        var line = text[..at].Count(c => c == '\n') + 1;

        var outcome = CommandLine.PiiDocs("make", Write("wrong.yaml", text), "-o", Path.Combine(Folder, "out"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains($"wrong.yaml({line},", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("[$.", outcome.Error, StringComparison.Ordinal);
        AssertNothingMade(outcome);
    }

    [Fact]
    public void A_case_with_Windows_line_ends_and_a_byte_order_mark_makes_the_same_documents()
    {
        var plain = CommandLine.PiiDocs("show", Write("plain.yaml", Sample), "--type", "pre-suit-notice");
        var windows = CommandLine.PiiDocs("show", Write("windows.yaml", '\uFEFF' + Sample.Replace("\n", "\r\n", StringComparison.Ordinal)), "--type", "pre-suit-notice");

        Assert.Equal(0, plain.Code);
        Assert.Equal(plain.Out, windows.Out);
    }

    [Theory]
    [InlineData("# 1 Holdings | **x** {{ y }}")]
    [InlineData("𬱖㛃龑")]
    public void A_name_is_only_ever_a_name(string name)
    {
        // The judgment names its parties too, and is held against them.
        var text = Sample.Replace("name: 刘某某", $"name: '{name}'", StringComparison.Ordinal)
            .Replace("text: 附带民事公益诉讼被告刘某某赔偿十六万元", $"text: '附带民事公益诉讼被告{name}赔偿十六万元'", StringComparison.Ordinal);

        var outcome = CommandLine.PiiDocs("show", Write("name.yaml", text), "--type", "indictment-with-civil-claims");

        Assert.Equal(0, outcome.Code);
        Assert.Contains(name, WithoutEscapes(outcome.Out), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Out.Split('\n'), line => line.StartsWith("# 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_at_once()
    {
        var path = Path.Combine(Folder, "huge.yaml");
        using (var file = new FileStream(path, FileMode.Create))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        var outcome = CommandLine.PiiDocs("make", path, "-o", Path.Combine(Folder, "out"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD1", outcome.Error, StringComparison.Ordinal);
        AssertNothingMade(outcome);
    }

    [Theory]
    [InlineData("被告：{{ defendant.name", "PD20")]
    [InlineData("{{ no_such_function 1 }}", "PD2")]
    [InlineData("{{ while true }}x{{ end }}", "PD2090")]
    [InlineData("{{ include '../../secrets' }}", "PD2030")]
    [InlineData("{{ missing.member }}", "PD2003")]
    public void A_wrong_template_gets_its_place(string template, string code)
    {
        var outcome = CommandLine.PiiDocs("render", Write("t.sbn", template), Write("d.json", "{}"));

        Assert.Equal(1, outcome.Code);
        Assert.Equal("", outcome.Out);
        Assert.Contains("t.sbn(1,", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_the_world_s_fault()
    {
        var outcome = CommandLine.PiiDocs("make", Path.Combine(Folder, "nowhere.yaml"), "-o", Path.Combine(Folder, "out"));

        Assert.Equal(3, outcome.Code);
        AssertNothingMade(outcome);
    }

    [Fact]
    public void A_wrong_command_line_is_usage()
    {
        Assert.Equal(2, CommandLine.PiiDocs("make").Code);
        Assert.Equal(2, CommandLine.PiiDocs("mkae").Code);
        Assert.Equal(2, CommandLine.PiiDocs("make", "x.yaml", "--format", "doc").Code);
    }

    // `show` prints markup, and escapes what would read as markup and is none.
    private static string WithoutEscapes(string text) => text.Replace("\\", "", StringComparison.Ordinal);

    private void AssertNothingMade(Outcome outcome)
    {
        Assert.Empty(Files("out"));
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }
}
