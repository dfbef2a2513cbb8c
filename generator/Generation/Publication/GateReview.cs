using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
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

    /// <summary>Looks through paragraphs that people wrote; what is found is named with its place in their file.</summary>
    public static void RunOverText(PublicationGate gate, ImmutableArray<Paragraph> written, DiagnosticBag diagnostics)
    {
        if (written.IsEmpty)
        {
            return;
        }

        var found = written.SelectMany(paragraph => Hits(gate, paragraph)).ToList();
        diagnostics.AddRange(found);
        diagnostics.Add(PublicationErrors.WrittenByHand(PlaceOf(written[0]), written.Select(paragraph => PlaceOf(paragraph).Start.Line).Distinct()));
    }

    private static IEnumerable<Diagnostic> Hits(PublicationGate gate, Paragraph paragraph) =>
        from hit in gate.Scan(Encoding.UTF8.GetBytes(InlineText.Of(paragraph.Inlines)), "paragraph.txt").Hits
        where hit.Confidence >= gate.Rules.Threshold
        select PublicationErrors.CannotMask(PlaceOf(paragraph), hit.Kind.Label, hit.Field);

    private static SourceLocation PlaceOf(Paragraph paragraph) => paragraph.Origin.Template!.Value;
}
