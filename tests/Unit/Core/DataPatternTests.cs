using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Unit.Core;

public sealed class DataPatternTests
{
    private const int LongText = 100_000;

    [Fact]
    public void It_finds_the_same_after_it_has_read_much_as_before()
    {
        var pattern = new DataPattern("(?<date>[0-9]{4}年)[^。]*公告", RegexOptions.ExplicitCapture);
        const string Text = "二审于2024年发布公告。";
        var before = pattern.Match(Text).Groups["date"].Value;

        for (var read = 0; read <= 2_000_000; read += LongText)
        {
            Assert.False(pattern.IsMatch(new('。', LongText)));
        }

        Assert.Equal("2024年", before);
        Assert.Equal(before, pattern.Match(Text).Groups["date"].Value);
        Assert.Single(pattern.Matches(Text));
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_stopped_also_when_it_is_compiled()
    {
        var pattern = new DataPattern("(公|公公)+告", timeout: TimeSpan.FromMilliseconds(50));
        Assert.False(pattern.IsMatch(new('。', 2_000_000)));

        Assert.Throws<RegexMatchTimeoutException>(() => pattern.IsMatch(new string('公', 2_000)));
    }

    [Fact]
    public void Nothing_matches_nothing() => Assert.False(DataPattern.Nothing.IsMatch(""));
}
