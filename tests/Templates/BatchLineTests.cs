using PiiDocs.Core;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Templates;

/// <summary>The line that the workers of a batch share: what goes in, what comes out, and what ends it.</summary>
public class BatchLineTests
{
    [Fact]
    public void What_is_given_out_of_order_is_handed_on_in_order()
    {
        var handed = new List<int>();
        using var line = Line(Items(4), handed.Add);
        var taken = Enumerable.Range(0, 4).Select(_ => line.Take()!).ToList();

        line.Give(Made(taken[2]));
        line.Give(Made(taken[1]));
        Assert.Empty(handed);
        line.Give(Made(taken[0]));
        Assert.Equal([1, 2, 3], handed);
        line.Give(Made(taken[3]));
        Assert.Equal([1, 2, 3, 4], handed);
        Assert.Null(line.Take());
    }

    [Fact]
    public async Task Nobody_takes_a_case_too_far_after_one_that_is_still_at_work()
    {
        using var line = Line(Items(5), _ => { }, longest: 3);
        var taken = Enumerable.Range(0, 3).Select(_ => line.Take()!).ToList();
        line.Give(Made(taken[1]));
        line.Give(Made(taken[2]));

        var fourth = Task.Run(line.Take);
        Assert.NotSame(fourth, await Task.WhenAny(fourth, Task.Delay(50)));
        line.Give(Made(taken[0]));

        Assert.Equal(4, (await fourth)!.Number);
    }

    [Fact]
    public async Task Who_waits_for_a_place_is_sent_home_when_the_line_fails()
    {
        using var line = Line(Items(5), _ => { }, longest: 1);
        line.Take();
        var waiting = Task.Run(line.Take);

        line.Fail(new IOException("no space left on device"));

        Assert.Null(await waiting);
        Assert.IsType<IOException>(line.Failure);
    }

    [Fact]
    public void Cases_before_the_one_that_failed_are_handed_on_and_none_after_it()
    {
        var handed = new List<int>();
        using var line = Line(Items(4), handed.Add);
        var taken = Enumerable.Range(0, 3).Select(_ => line.Take()!).ToList();

        line.Fail(new IOException("no space left on device"));
        line.Give(Made(taken[2]));
        line.Give(Made(taken[0]));

        Assert.Equal([1], handed);
        Assert.Null(line.Take());
    }

    [Fact]
    public void A_line_that_is_over_reads_no_more_of_its_source()
    {
        var read = 0;
        using var line = Line(Items(4).Select(item => { read++; return item; }), _ => { });
        line.Take();

        line.Fail(new IOException("the share is gone"));

        Assert.Null(line.Take());
        Assert.Equal(1, read);
    }

    private static BatchLine Line(IEnumerable<BatchItem> items, Action<int> hand, int longest = 10) =>
        new(items, longest, outcome => hand(outcome.Item.Number), CancellationToken.None);

    private static IEnumerable<BatchItem> Items(int count) =>
        Enumerable.Range(1, count).Select(i => new BatchItem(i, $"{i}", new(new("rows.csv", ""), default), "", _ => null));

    private static BatchOutcome Made(BatchItem item) => new(item, BatchState.Made, [], []);
}
