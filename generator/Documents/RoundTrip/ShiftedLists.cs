using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Lists of the case that have grown or shrunk while a person changed one of their entries in the document.</summary>
/// <remarks>
/// Where the first of two defendants was struck out, everything the second says moves to the place of the first. If somebody
/// had corrected the first one's address, no program can tell whose address that is now: all of the list is for a person.
/// </remarks>
public sealed class ShiftedLists
{
    private readonly HashSet<string> _paths;

    private ShiftedLists(HashSet<string> paths) => _paths = paths;

    /// <param name="made">What the document was made with.</param>
    /// <param name="fresh">What the case would make it with now.</param>
    /// <param name="controls">How the two stand against each other.</param>
    public static ShiftedLists Of(WrittenTrace made, WrittenTrace fresh, ImmutableArray<ControlComparison> controls)
    {
        var (before, now) = (Entries(made), Entries(fresh));
        var disputed = controls.Where(each => each.State == ControlState.Conflict).SelectMany(each => each.Fields).SelectMany(ListsAround);
        return new(disputed.Where(list => before.GetValueOrDefault(list) != now.GetValueOrDefault(list)).ToHashSet(StringComparer.Ordinal));
    }

    public bool Holds(FieldPath field) => ListsAround(field).Any(_paths.Contains);

    /// <summary>The comparison with nothing of these lists left to be written.</summary>
    public ImmutableArray<ControlComparison> Withhold(ImmutableArray<ControlComparison> controls) =>
        _paths.Count == 0
            ? controls
            :
            [
                .. controls.Select(each => each.State == ControlState.Update && each.Fields.Any(Holds) ? each with { State = ControlState.Conflict } : each),
            ];

    // How many entries of each list the file shows.
    private static Dictionary<string, int> Entries(WrittenTrace written) =>
        written.Controls.SelectMany(each => each.Fields)
            .SelectMany(field => ListsAround(field).Select(list => (List: list, Entry: field.Value[..(field.Value.IndexOf(']', list.Length) + 1)])))
            .Distinct().CountBy(each => each.List, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> ListsAround(FieldPath field)
    {
        for (var at = field.Value.IndexOf('['); at >= 0; at = field.Value.IndexOf('[', at + 1))
        {
            yield return field.Value[..at];
        }
    }
}
