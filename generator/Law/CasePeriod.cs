using System.Collections.Immutable;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>One period of a case with the acts that begin and end it.</summary>
/// <param name="Deadline">The period and its last day.</param>
/// <param name="Start">What it begins with.</param>
/// <param name="Ends">What ends it: a reply, a return, every decision on the accused; none where the case dates none.</param>
internal sealed record CasePeriod(Deadline Deadline, DatedFact Start, ImmutableArray<DatedFact> Ends);
