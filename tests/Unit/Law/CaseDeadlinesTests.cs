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
    [InlineData("2024-10-09", "T3 2025-01-10 NotBegun")]
    [InlineData("2024-10-11", "T3 2025-01-10 Running")]
    [InlineData("2024-10-28", "T3 2025-01-10 Kept")]
    [InlineData("2024-10-30", "T20 2024-11-07 NotBegun")]
    [InlineData("2024-11-01", "T20 2024-11-07 Running")]
    [InlineData("2024-11-08", "T20 2024-11-07 RunOut")]
    [InlineData("2024-11-06", "T10 2025-01-21 NotBegun")]
    [InlineData("2024-11-21", "T10 2025-01-21 Running")]
    [InlineData("2024-12-25", "T24 2025-02-11 Running")]
    [InlineData("2024-12-26", "T24 2025-02-11 Kept")]
    [InlineData("2025-01-22", "T10 2025-01-21 Overdue")]
    public void The_periods_of_case_003_are_listed_with_their_state_on_a_day(string today, string expected)
    {
        var deadlines = CaseDeadlines.List(LawFiles.Library, Read("003-maternity-nanny"), PartialDate.Parse(today)!.First);

        Assert.Contains(expected, deadlines.Select(each => $"{each.Deadline.Rule.Id} {each.Deadline.Last:yyyy-MM-dd} {each.State}"));
        Assert.Equal(deadlines.Select(each => each.Deadline.Last).Order(), deadlines.Select(each => each.Deadline.Last));
    }

    [Theory]
    [InlineData("2024-08-08", "T18 2024-09-09 NotBegun", "T19 2024-10-08 NotBegun", "T18 2024-10-30 NotBegun")]
    [InlineData("2024-09-05", "T18 2024-09-09 Running", "T19 2024-10-08 NotBegun", "T18 2024-10-30 NotBegun")]
    [InlineData("2024-09-06", "T18 2024-09-09 Kept", "T19 2024-10-08 Running", "T18 2024-10-30 NotBegun")]
    [InlineData("2024-09-30", "T18 2024-09-09 Kept", "T19 2024-10-08 Kept", "T18 2024-10-30 Running")]
    [InlineData("2024-10-28", "T18 2024-09-09 Kept", "T19 2024-10-08 Kept", "T18 2024-10-30 Running")]
    [InlineData("2024-10-29", "T18 2024-09-09 Kept", "T19 2024-10-08 Kept", "T18 2024-10-30 Kept")]
    public void A_supplementary_investigation_ends_one_review_and_begins_another(string today, params string[] expected) =>
        Assert.Equal(
            expected,
            from each in CaseDeadlines.List(LawFiles.Library, Read("003-maternity-nanny"), PartialDate.Parse(today)!.First)
            where each.Deadline.Rule.Id is "T18" or "T19"
            orderby each.Deadline.Start
            select $"{each.Deadline.Rule.Id} {each.Deadline.Last:yyyy-MM-dd} {each.State}");

    [Theory]
    [InlineData("extended: true, supplementary: [{ returned_on: 2024-09-20, resubmitted_on: 2024-10-18 }, { returned_on: 2024-11-20 }]", "T18 2024-09-24 Kept, T19 2024-10-21 Kept, T18 2024-12-03 Kept, T19 2024-12-20 Running")]
    [InlineData("supplementary: [{ returned_on: 2024-09-20, resubmitted_on: 2024-10-18 }]", "T18 2024-09-09 Missed, T19 2024-10-21 Kept, T18 2024-11-18 Overdue")]
    public void Each_review_is_as_long_as_the_law_allows_and_each_return_ends_one(string criminal, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                from each in CaseDeadlines.List(LawFiles.Library, LawFiles.Yaml($"procedure: {{ criminal: {{ accepted_on: 2024-08-09, {criminal} }} }}"), new(2024, 11, 25))
                orderby each.Deadline.Start
                select $"{each.Deadline.Rule.Id} {each.Deadline.Last:yyyy-MM-dd} {each.State}"));

    [Fact]
    public void A_recommendation_to_each_body_is_reported_upwards_in_its_own_time() =>
        Assert.Equal(
            ["T7 2024-06-25 Kept", "T7 2024-07-08 Overdue"],
            from each in CaseDeadlines.List(
                LawFiles.Library,
                LawFiles.Yaml("recommendations: { administrative: { received_on: 2024-06-20, reported_on: 2024-06-24 }, governance: { received_on: 2024-07-03 } }"),
                new(2024, 7, 9))
            where each.Deadline.Rule.Id == "T7"
            select $"{each.Deadline.Rule.Id} {each.Deadline.Last:yyyy-MM-dd} {each.State}");

    [Theory]
    [InlineData("true", "T8 T9")]
    [InlineData("false", "T8")]
    public void Only_an_urgent_recommendation_is_answered_within_fifteen_days(string urgent, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                from each in CaseDeadlines.List(LawFiles.Library, LawFiles.Yaml($"recommendations: {{ administrative: {{ received_on: 2024-06-20, urgent: {urgent} }} }}"), new(2024, 6, 21))
                where each.Deadline.Rule.Id is "T8" or "T9"
                orderby each.Deadline.Rule.Id
                select each.Deadline.Rule.Id));

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

        Assert.DoesNotContain(DeadlineState.Missed, CaseDeadlines.List(LawFiles.Library, data, new(2024, 8, 20)).Where(each => each.Deadline.Rule.Id == "T8").Select(each => each.State));

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
