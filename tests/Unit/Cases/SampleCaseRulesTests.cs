using PiiDocs.Core;
using PiiDocs.Unit.Law;

namespace PiiDocs.Unit.Cases;

/// <summary>The dates and sums of the sample cases satisfy the rules that filings are checked by.</summary>
public sealed class SampleCaseRulesTests
{
    private static readonly string[] Suits = ["documents.indictment-with-civil-claims.date", "documents.civil-complaint.date"];

    public static TheoryData<string> Civil { get; } =
        new(SampleCase.All.Where(sample => sample.Find("procedure.notice") is not null).Select(sample => sample.Name));

    public static TheoryData<string> Claiming { get; } =
        new(SampleCase.All.Where(sample => sample.Find("liability") is not null).Select(sample => sample.Name));

    [Theory]
    [MemberData(nameof(Civil))]
    public void Filing_notice_and_suit_come_in_order_with_thirty_days_between(string name)
    {
        var sample = SampleCase.Load(name);
        var published = sample.DateAt("procedure.notice.published_on")!.Value;
        var expires = sample.DateAt("procedure.notice.expires_on")!.Value;
        var suit = SuitOf(sample);

        Assert.True(sample.DateAt("procedure.filing.date") <= published);
        Assert.True(sample.DateAt("documents.pre-suit-notice.date") <= published);
        Assert.Equal(published.AddDays(30), expires);
        Assert.True(LawFiles.Library.Calendar.IsWorkday(expires), "the period ends on a working day");
        Assert.True(expires < suit, "the suit comes after the period");
        Assert.True(suit <= expires.AddMonths(3), "the suit comes within three months of the period");
    }

    [Theory]
    [MemberData(nameof(Civil))]
    public void Attached_claims_come_with_or_after_the_criminal_indictment(string name)
    {
        var sample = SampleCase.Load(name);
        var attached = sample.DateAt("documents.indictment-with-civil-claims.date");

        Assert.Equal(attached is null, sample.DateAt("documents.criminal-indictment.date") is null);
        Assert.True(attached is null || sample.DateAt("documents.criminal-indictment.date") <= attached);
    }

    [Theory]
    [MemberData(nameof(Claiming))]
    public void Damages_are_claimed_of_those_who_share_the_liability(string name)
    {
        var sample = SampleCase.Load(name);
        var claim = Assert.Single(sample.Objects("claims"), claim => SampleCase.Text(claim, "kind") == "compensate");

        Assert.Equal(
            sample.Objects("liability.shares").Select(share => SampleCase.Text(share, "party")),
            SampleCase.Texts(claim, "against"));
    }

    [Theory]
    [MemberData(nameof(Claiming))]
    public void What_can_be_recovered_is_the_highest_cap_or_the_sum_of_shares(string name)
    {
        var sample = SampleCase.Load(name);
        var total = SampleCase.Number(sample.Root, "liability.total");
        var shares = sample.Objects("liability.shares").ToList();

        Assert.Equal(total, SampleCase.Text(sample.Root, "liability.mode") == "joint"
            ? shares.Max(share => SampleCase.Number(share, "cap"))
            : shares.Aggregate(default(decimal?), (sum, share) => SampleCase.Number(share, "amount") is { } amount ? amount + (sum ?? 0) : sum));
    }

    [Theory]
    [MemberData(nameof(Claiming))]
    public void A_judgment_gives_what_the_liability_says(string name)
    {
        var sample = SampleCase.Load(name);
        var given =
            from item in sample.Objects("decisions.civil_judgment.items")
            where SampleCase.Number(item, "amount") is not null || SampleCase.Number(item, "cap") is not null
            from party in SampleCase.Texts(item, "parties")
            select (party, SampleCase.Number(item, "cap") ?? SampleCase.Number(item, "amount"));
        var claimed =
            from share in sample.Objects("liability.shares")
            select (SampleCase.Text(share, "party")!, SampleCase.Number(share, "cap") ?? SampleCase.Number(share, "amount"));

        Assert.True(sample.Find("decisions") is null || given.Order().SequenceEqual(claimed.Order()));
    }

    [Fact]
    public void Case_000_caps_one_defendant_and_leaves_another_out()
    {
        var sample = SampleCase.Load("000-baoshan-platform");
        var shares = sample.Objects("liability.shares").ToDictionary(
            share => SampleCase.Text(share, "party")!, share => SampleCase.Number(share, "cap"));
        var cancelling = Assert.Single(sample.Objects("claims"), claim => SampleCase.Text(claim, "kind") == "cancel-accounts-and-delete");

        Assert.Equal(new Dictionary<string, decimal?> { ["C"] = 3900, ["H"] = 3900, ["Y"] = 3900, ["G"] = 3900, ["U"] = 3600 }, shares);
        Assert.Equal(["C", "H", "Y", "U", "M"], SampleCase.Texts(cancelling, "against"));
        Assert.Equal(3900, SampleCase.Number(sample.Root, "liability.total"));
    }

    [Fact]
    public void Case_003_is_several_and_its_fines_lie_within_the_range()
    {
        var sample = SampleCase.Load("003-maternity-nanny");
        var shares = sample.Objects("liability.shares").ToDictionary(
            share => SampleCase.Text(share, "party")!, share => SampleCase.Number(share, "amount")!.Value);

        Assert.Equal("several", SampleCase.Text(sample.Root, "liability.mode"));
        Assert.Equal(new Dictionary<string, decimal> { ["W"] = 150_000, ["L"] = 160_000 }, shares);
        Assert.All(
            sample.Objects("decisions.criminal_judgment.sentences"),
            sentence => Assert.InRange(SampleCase.Number(sentence, "fine")!.Value / shares[SampleCase.Text(sentence, "party")!], 1, 5));
    }

    [Fact]
    public void Case_003_returns_the_file_once_before_it_declines_to_prosecute()
    {
        var sample = SampleCase.Load("003-maternity-nanny");
        var declined = sample.DateAt("documents.non-prosecution-decision.date");
        var round = Assert.Single(sample.Objects("procedure.criminal.supplementary"));

        Assert.True(SampleCase.DateAt(round, "returned_on") <= sample.DateAt("procedure.criminal.accepted_on")!.Value.AddMonths(1));
        Assert.True(SampleCase.DateAt(round, "resubmitted_on") <= SampleCase.DateAt(round, "returned_on")!.Value.AddMonths(1));
        Assert.True(declined <= SampleCase.DateAt(round, "resubmitted_on")!.Value.AddMonths(1));
        Assert.True(sample.Find("non_prosecution.no_further_return") is DataFlag { Value: true });
        Assert.True(declined <= sample.DateAt("documents.procuratorial-opinion.date"));
    }

    [Fact]
    public void Case_002_announces_its_mediation_for_thirty_days()
    {
        var sample = SampleCase.Load("002-short-video-app");
        var announced = sample.DateAt("mediation.notice.starts_on")!.Value;

        Assert.True(sample.DateAt("mediation.agreed_on") <= announced);
        Assert.True(announced.AddDays(30) <= sample.DateAt("documents.mediation-statement.date"));
    }

    [Theory]
    [InlineData("001b-property-sales-face-capture", "recommendations.administrative")]
    [InlineData("002-short-video-app", "recommendations.administrative")]
    [InlineData("003-maternity-nanny", "recommendations.governance")]
    public void A_recommendation_is_received_and_answered_in_time(string name, string path)
    {
        var sample = SampleCase.Load(name);
        var issued = sample.DateAt($"documents.procuratorial-recommendation-{path.Split('.')[1]}.date");
        var received = sample.DateAt($"{path}.received_on");

        Assert.InRange(received!.Value.DayNumber - issued!.Value.DayNumber, 0, 3);
        Assert.True(sample.DateAt($"{path}.replied_on") is not { } replied || replied <= received.Value.AddMonths(2));
        Assert.All(sample.Objects($"{path}.problems"), pair => Assert.NotEmpty(SampleCase.List(pair, "basis")));
    }

    private static DateOnly SuitOf(SampleCase sample) => Suits.Select(sample.DateAt).Single(date => date is not null)!.Value;
}
