using PiiDocs.Core;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Generation.Publication;

/// <summary>Sends finished files through the gate: every hit, and everything that could not be searched, blocks them all.</summary>
internal static class GateReview
{
    public static void Run(PublicationGate gate, IEnumerable<GeneratedFile> files, DiagnosticBag diagnostics)
    {
        foreach (var scan in files.Select(file => gate.Scan(file.Content, file.Name)))
        {
            diagnostics.AddRange(
                from hit in scan.Hits
                where hit.Confidence >= gate.Rules.Threshold
                select PublicationErrors.Blocked(scan.FileName, hit.Place.Text, hit.Kind.Label, hit.Field));
            diagnostics.AddRange(
                from obstacle in scan.Obstacles
                where obstacle.Reason != ObstacleReason.UnknownKind
                select PublicationErrors.Unsearchable(scan.FileName, obstacle.Place.Text));
        }
    }
}
