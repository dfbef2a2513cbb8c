using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>What was found in a case, each once, at the cell concerned.</summary>
internal static class BatchFindings
{
    /// <remarks>
    /// A value that is missing has no place but its row's; where the table has a column for it, the empty cell is what people look for. A
    /// cell that could not be read is not said to be empty as well.
    /// </remarks>
    public static ImmutableArray<BatchFinding> Of(DiagnosticBag found, BatchItem item)
    {
        var unread = found.Items.Where(each => each.Severity == Severity.Error).Select(each => each.Location).ToHashSet();
        return
        [
            .. from each in found.Items.DistinctBy(each => (each.Code, each.Location, each.Field, each.Message))
               let cell = each is { Location: { } at, Field: { } field } ? item.CellOf(at, field) : null
               where cell is null || cell == each.Location || !unread.Contains(cell)
               select BatchFinding.Of(cell is null ? each : each with { Location = cell }),
        ];
    }
}
