using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Generation;

/// <summary>An edited file beside the one its case would make now.</summary>
/// <param name="Returned">The file as it came back.</param>
/// <param name="Fresh">The file as the case would make it now.</param>
/// <param name="Document">The same as a document.</param>
internal sealed record CaseComparison(ReturnedDocx Returned, ReturnedDocx Fresh, Document Document)
{
    private static readonly GenerationOptions Draft = new(OutputFormats.Docx, IsDraft: true);

    public required DocumentType Type { get; init; }

    public required CaseInput Case { get; init; }

    public required ImmutableArray<ControlComparison> Controls { get; init; }

    /// <summary>What a refresh does to paragraphs and rows.</summary>
    public required BlockPlan Blocks { get; init; }

    public required ParagraphPlaces Places { get; init; }

    /// <summary>The bytes of <see cref="Fresh"/>.</summary>
    public required GeneratedFile FreshFile { get; init; }

    /// <summary>Reads a file; what it is stands in the result, why it cannot be read in the bag.</summary>
    public static Reading Read(ReturnedFile file, DocxLimits limits, DiagnosticBag diagnostics) =>
        new(file, ReturnedDocx.Open(file.Content, file.Path, limits, diagnostics), diagnostics);

    /// <summary>Text that is not, or no longer, what the data says.</summary>
    public IEnumerable<DocumentFinding> Stale()
    {
        var text = new StaleText(Returned.Trace, Fresh.Trace, Blocks, Places);
        return
        [
            .. text.InControls(Controls),
            .. text.OutsideControls(),
            .. text.Remains(Controls),
            .. StaleFigures(),
        ];
    }

    // Drawn anew or not at all: a picture has no text to put in its place.
    private IEnumerable<DocumentFinding> StaleFigures() =>
        Returned.Trace.Written.Figures.SequenceEqual(Fresh.Trace.Written.Figures, StringComparer.Ordinal)
            ? []
            : [new(FindingKind.Stale, RoundTripErrors.FigureStale(Places.At(0)))];

    /// <summary>A file that was read.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Returned">What was read; null where it is no document.</param>
    /// <param name="Diagnostics">Where findings go.</param>
    internal sealed record Reading(ReturnedFile File, ReturnedDocx? Returned, DiagnosticBag Diagnostics)
    {
        public ReturnedSummary Summary { get; } = Returned is null
            ? ReturnedSummary.Unknown
            : new(Returned.Info.TypeId, Returned.Info.CaseId, Returned.Info.Stamp, Returned.IsOurs) { Audience = Returned.Info.Audience };

        /// <summary>Null, with diagnostics, where the file cannot be compared with the case.</summary>
        public CaseComparison? Compare(CaseInput input, DocumentGenerator generator, TemplateCatalog catalog, CancellationToken cancellation)
        {
            if (Returned is null || TypeFor(input, catalog) is not { } type)
            {
                return null;
            }

            var result = generator.Generate(type, input, Draft, cancellation);
            if (result is not { Document: { } document, Files: [var made, ..] }
                || ReturnedDocx.Open(made.Content.ToArray(), made.Name, DocxLimits.Default, Diagnostics) is not { } fresh)
            {
                Diagnostics.AddRange(result.Diagnostics);
                return null;
            }

            NoticeAge(type);
            var controls = ControlStates.Compare(Returned.Trace, fresh.Trace);
            return new(Returned, fresh, document)
            {
                Type = type,
                Case = input,
                FreshFile = made,
                Controls = controls,
                Blocks = BlockPlan.Of(Returned.Trace, fresh.Trace, controls, Summary.Stamp.TemplateHash == type.Hash),
                Places = new(File.Path, Returned.ParagraphCount),
            };
        }

        private DocumentType? TypeFor(CaseInput input, TemplateCatalog catalog)
        {
            var at = new SourceLocation(new(File.Path, ""), default);
            if (!Returned!.IsOurs || Summary.TypeId.Length == 0)
            {
                Diagnostics.Add(RoundTripErrors.NotOurs(at));
                return null;
            }

            if (Summary.IsMaskedCopy)
            {
                Diagnostics.Add(RoundTripErrors.MaskedCopy(at));
                return null;
            }

            if (Summary.CaseId.Length > 0 && Summary.CaseId != input.Id)
            {
                Diagnostics.Add(RoundTripErrors.AnotherCase(at, FieldPath.Root.Member("id")));
                return null;
            }

            return catalog.Find(Summary.TypeId, Diagnostics, at);
        }

        private void NoticeAge(DocumentType type)
        {
            var at = new SourceLocation(new(File.Path, ""), default);
            if (Returned!.Trace.Written.Controls.IsEmpty && !Returned.Trace.Controls.IsEmpty)
            {
                Diagnostics.Add(RoundTripErrors.MemoryLost(at));
            }
            else if (Summary.Stamp.TemplateHash != type.Hash)
            {
                Diagnostics.Add(RoundTripErrors.AnotherTemplate(at));
            }
        }
    }
}
