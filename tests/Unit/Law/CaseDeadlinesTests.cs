using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Law;

public sealed class CaseDeadlinesTests
{
    [Theory]
    [InlineData("2024-10-09", "T1 2024-10-10 Running")]
    [InlineData("2024-10-11", "T1 2024-10-10 RunOut")]
    [InlineData("2024-10-11", "T3 2025-01-10 Kept")]
    [InlineData("2024-11-01", "T20 2024-11-05 Running")]
    [InlineData("2024-11-06", "T20 2024-11-05 Overdue")]
    [InlineData("2024-11-06", "T10 2025-01-21 Running")]
    [InlineData("2025-01-22", "T10 2025-01-21 Overdue")]
    public void The_periods_of_case_003_are_listed_with_their_state_on_a_day(string today, string expected)
    {
        var deadlines = CaseDeadlines.List(LawFiles.Library, Read("003-maternity-nanny"), PartialDate.Parse(today)!.Value.First);

        Assert.Contains(expected, deadlines.Select(each => $"{each.Deadline.Rule.Id} {each.Deadline.Last:yyyy-MM-dd} {each.State}"));
        Assert.Equal(deadlines.Select(each => each.Deadline.Last).Order(), deadlines.Select(each => each.Deadline.Last));
    }

    [Fact]
    public void A_period_tells_the_field_it_begins_with() =>
        Assert.Equal(
            "$.procedure.notice.published_on",
            CaseDeadlines.List(LawFiles.Library, Read("003-maternity-nanny"), new(2024, 10, 9)).Single(each => each.Deadline.Rule.Id == "T1").BegunAt.Value);

    [Fact]
    public void What_came_too_late_or_too_early_is_missed()
    {
        var data = LawFiles.Yaml("""
            procedure: { notice: { published_on: 2024-09-10, expires_on: 2024-10-09 } }
            recommendations: { administrative: { received_on: 2024-06-20, replied_on: 2024-08-21 } }
            """);

        Assert.Equal(
            ["T1 Missed", "T8 Missed"],
            from each in CaseDeadlines.List(LawFiles.Library, data, new(2024, 10, 9))
            where each.State == DeadlineState.Missed
            orderby each.Deadline.Rule.Id
            select $"{each.Deadline.Rule.Id} {each.State}");
    }

    [Fact]
    public void Rules_that_came_later_do_not_run_in_earlier_cases() =>
        Assert.DoesNotContain(
            "T3",
            CaseDeadlines.List(LawFiles.Library, Read("000-baoshan-platform"), new(2019, 12, 1)).Select(each => each.Deadline.Rule.Id));

    [Fact]
    public void The_charge_of_each_accusation_is_reckoned_from_the_case()
    {
        var charges = CaseCharges.Assess(LawFiles.Library, Read("003-maternity-nanny"));

        var charge = Assert.Single(charges);
        Assert.Equal("王某某、刘某某", string.Join('、', charge.Defendants));
        Assert.Equal(charge.Accused, charge.Assessment.Level);
        Assert.Equal(["T3 15.6", "income 124"], charge.Assessment.Steps.Select(step => $"{step.Measure} {step.Reached}"));
    }

    [Theory]
    [InlineData("non-prosecution-decision", "被不起诉人如不服本决定，可以申诉。", 1)]
    [InlineData("criminal-indictment", "被不起诉人如不服本决定，可以申诉。", 0)]
    [InlineData("procuratorial-recommendation-governance", "此致\n某某人民法院", 1)]
    [InlineData("procuratorial-opinion", "建议你院依法处理。", 1)]
    [InlineData("indictment-with-civil-claims", "公益诉讼人某某人民检察院", 1)]
    public void Words_a_document_should_not_use_are_found_in_its_text(string type, string text, int count)
    {
        var diagnostics = new DiagnosticBag();
        LegalChecks.RunOverText(LawFiles.Library, Read("003-maternity-nanny"), (type, text), diagnostics);

        Assert.Equal(Enumerable.Repeat("PD8119", count), diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void The_approved_texts_use_no_such_words() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.PathTo("templates"), "*.txt", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "approved"),
            path =>
            {
                var diagnostics = new DiagnosticBag();
                var type = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!;
                var name = Path.GetFileName(path).Split('.')[0];
                LegalChecks.RunOverText(LawFiles.Library, Read(name), (type, File.ReadAllText(path)), diagnostics);
                Assert.Equal("", string.Join('\n', diagnostics.Items.Select(each => $"{type} {each.Message}")));
            });

    private static DataObject Read(string name)
    {
        var path = Repository.PathTo("templates", "_cases", name + ".yaml");
        return CaseReader.Read(new(path, File.ReadAllText(path)), new())!;
    }
}
