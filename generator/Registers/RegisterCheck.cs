using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>Whether every number is accounted for.</summary>
public static class RegisterCheck
{
    /// <summary>Looks for gaps, reservations nobody used, documents with two living numbers, and rows that the audit log does not know.</summary>
    /// <param name="store">The registers.</param>
    /// <param name="reservedLongerThan">A reservation older than this should have been used or voided.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="diagnostics">Takes what was found.</param>
    public static void Run(RegisterStore store, TimeSpan reservedLongerThan, TimeProvider clock, DiagnosticBag diagnostics)
    {
        var numbers = store.Numbers.List(new());
        foreach (var series in numbers.GroupBy(number => (number.Office, number.Series, number.Year)))
        {
            FindGaps([.. series.Select(number => number.Serial)], series.First(), diagnostics);
        }

        var longAgo = clock.GetUtcNow() - reservedLongerThan;
        diagnostics.AddRange(
            from number in numbers
            where number.State == NumberState.Reserved && At(number.ReservedAt) < longAgo
            select RegisterErrors.NeverUsed(number.Number));
        diagnostics.AddRange(
            from number in numbers
            where number.State != NumberState.Void && number.CaseId.Length > 0
            group number by (number.CaseId, number.Type, number.Series) into document
            where document.Count() > 1
            select RegisterErrors.TwoNumbers(string.Join('、', document.Select(number => number.Number))));

        if (store.Audit.Verify(diagnostics) is not null)
        {
            CompareWithLog(store, numbers, diagnostics);
        }
    }

    private static void FindGaps(long[] serials, RegisteredNumber example, DiagnosticBag diagnostics)
    {
        var expected = 1L;
        foreach (var serial in serials)
        {
            if (serial != expected)
            {
                diagnostics.Add(RegisterErrors.Gap(example.Number, expected, serial - 1));
            }

            expected = serial + 1;
        }
    }

    // The lines of the log about a number say what state it is in, whose it is and which document bears it: a row changed behind the
    // register's back shows.
    private static void CompareWithLog(RegisterStore store, IReadOnlyList<RegisteredNumber> numbers, DiagnosticBag diagnostics)
    {
        var lines = new Dictionary<(string Number, NumberState State), string>();
        var states = new Dictionary<string, NumberState>(StringComparer.Ordinal);
        foreach (var entry in store.Audit.Newest(int.MaxValue))
        {
            if (StateAfter(entry.Action) is { } state)
            {
                states[entry.Subject] = state;
                lines[(entry.Subject, entry.Action is NumberLog.Reserve or NumberLog.Import ? NumberState.Reserved : state)] = entry.Detail;
            }
        }

        diagnostics.AddRange(
            from number in numbers
            where !states.TryGetValue(number.Number, out var state) || state != number.State || !Fits(number, lines)
            select RegisterErrors.NotInLog(number.Number));
    }

    private static bool Fits(RegisteredNumber number, Dictionary<(string Number, NumberState State), string> lines) =>
        lines.GetValueOrDefault((number.Number, NumberState.Reserved)) == NumberLog.Owner(number.CaseId, number.Type)
        && (number.State != NumberState.Used || number.Imported
            || lines.GetValueOrDefault((number.Number, NumberState.Used)) == NumberLog.Document(number.DocumentHash));

    private static NumberState? StateAfter(string action) => action switch
    {
        NumberLog.Reserve => NumberState.Reserved,
        NumberLog.Use or NumberLog.Import => NumberState.Used,
        NumberLog.Void => NumberState.Void,
        _ => null,
    };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
