using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V12: who is told of a decision not to prosecute.</summary>
internal static class RightsChecks
{
    private const string Decision = "non-prosecution-decision";

    /// <summary>The decision is served on the person it concerns, on or after its day.</summary>
    public static IEnumerable<Finding> Served(CheckInput input)
    {
        if (input.Case.DocumentDay(Decision) is not { } decision)
        {
            yield break;
        }

        var records = input.Case.List("service").OfType<DataObject>()
            .Where(record => CaseFacts.TextOf(record.Find("document")) == Decision).ToList();
        var person = input.Case.Text("non_prosecution.party");
        if (records.Count > 0 && !records.Any(record => CaseFacts.TextOf(record.Find("recipient")) == person))
        {
            yield return Finding.Of(input.Case.Find("service"), "不起诉决定书没有送达被不起诉人", "the decision was not served on the person it concerns");
        }

        if (records.Count > 0 && input.Case.Text("procedure.criminal.authority") is { } police && !records.Any(record => CaseFacts.TextOf(record.Find("recipient")) == police))
        {
            yield return Finding.Of(input.Case.Find("service"), "不起诉决定书没有送达移送起诉的公安机关", "the decision was not served on the police").AsWarning();
        }

        foreach (var record in records)
        {
            if (CaseFacts.DayOf(record.Find("received_on")) is { } received && received.Day < decision.Day)
            {
                yield return Finding.Of(received.Node, $"送达日{received}早于决定日期{decision}", "the decision was served before its date");
            }
        }
    }
}
