using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;
using PiiDocs.Unit.Word;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Templates;

/// <summary>What a refresh puts into every sample document, and takes out of it, when the lists of its case become longer or shorter.</summary>
public sealed class RefreshedBlocksTests
{
    // A page for each service, all alike: which of them is a new one cannot be told, so all or nothing is put in.
    private const string RepeatsItsPages = "service-receipt";

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void A_document_nobody_edited_becomes_what_the_changed_case_makes(string typeId, string caseName)
    {
        var input = Office.Sample(caseName);
        var made = SampleTrips.Make(typeId, input).Files[0].Content.ToArray();
        var saved = new ReturnedFile(WordLike.Save(made, 3), "saved.docx");
        foreach (var (name, changed, track) in Changes(input))
        {
            // A case that lacks a fact is not written over what the document says of it; that is tested elsewhere.
            if (SampleTrips.Make(typeId, changed) is not { Document: { } wanted, Files: [var fresh] }
                || MissingFact.IsIn(DocumentPrinter.Print(wanted)) || HaveSameBlocks(made, fresh.Content.ToArray()))
            {
                continue;
            }

            var refresh = SampleTrips.Trip.Refresh(saved, changed, new() { Track = track }, CancellationToken.None);
            var content = refresh.Content!.Value.ToArray();
            if (refresh.Findings.All(each => each.Diagnostic.Code != SampleTrips.RedrawFigure)
                && (typeId != RepeatsItsPages || refresh.Blocks.Any(each => each.CanBeMade)))
            {
                Assert.Equal(name, name + string.Concat(refresh.Findings.Select(each => $"\n{SampleTrips.Describe(each)}")));
                Assert.Equal($"{name}\n{DocumentPrinter.Print(SampleTrips.Read(fresh.Content.ToArray(), wanted.Styles))}", $"{name}\n{DocumentPrinter.Print(SampleTrips.Read(content, wanted.Styles))}");
            }

            var again = SampleTrips.Trip.Refresh(new(content, "again.docx"), changed, new(), CancellationToken.None);
            Assert.Equal(content, again.Content!.Value.ToArray());
            Assert.DoesNotContain(again.Blocks, each => each.CanBeMade);
            Assert.Empty(DocxValidator.Problems(content, "refreshed.docx"));
        }
    }

    private static bool HaveSameBlocks(byte[] one, byte[] other) => BlocksOf(one).SequenceEqual(BlocksOf(other));

    private static IEnumerable<string> BlocksOf(byte[] docx) =>
        ReturnedDocx.Open(docx, "", DocxLimits.Default, new())!.Trace.Written.Blocks.Select(each => each.Hash);

    // Of each list one less and one more, at either end by turns.
    private static IEnumerable<(string Name, CaseInput Case, TrackedBy? Track)> Changes(CaseInput input) =>
        ChangedLists.Of(input.Data).SelectMany((list, index) =>
        {
            var (count, isOdd) = (list.Items.Length, index % 2 == 1);
            var track = index % 4 < 2 ? new TrackedBy("PiiDocs", Office.Today) : null;
            return new[]
            {
                ($"less of {list.Path}", ChangedLists.Without(input, list.Path, isOdd ? 0 : count - 1), track),
                ($"more of {list.Path}", ChangedLists.WithCopy(input, list.Path, isOdd ? 0 : count - 1, isOdd ? count : 0), track),
            };
        });
}
