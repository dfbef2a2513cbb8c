using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;
using PiiDocs.Unit.Word;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Templates;

/// <summary>Every sample document goes through Word and comes home.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void A_document_that_was_only_saved_means_nothing_for_its_case(string typeId, string caseName)
    {
        var input = Office.Sample(caseName);
        var made = SampleTrips.Make(typeId, input).Files[0].Content.ToArray();
        var saved = new ReturnedFile(WordLike.Save(made, 1), "saved.docx");

        var reading = SampleTrips.Trip.Read(saved, input, CancellationToken.None);
        Assert.Empty(reading.Diagnostics);
        Assert.Empty(reading.Edits);
        Assert.Empty(reading.Findings.Select(SampleTrips.Describe));
        Assert.Equal((typeId, input.Id, true), (reading.Document.TypeId, reading.Document.CaseId, reading.Document.IsOurs));

        var refresh = SampleTrips.Trip.Refresh(saved, input, new(), CancellationToken.None);
        Assert.All(refresh.Controls, control => Assert.Equal(ControlState.Same, control.State));
        Assert.Equal(saved.Content, refresh.Content!.Value.ToArray());
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void Edits_in_controls_are_found_whichever_they_are(string typeId, string caseName)
    {
        var input = Office.Sample(caseName);
        var made = SampleTrips.Make(typeId, input).Files[0].Content.ToArray();
        var random = new Random(Seed(typeId, caseName));
        var tags = Tags(made).Where(tag => !tag.StartsWith("pii:~", StringComparison.Ordinal)).ToList();
        var chosen = tags.Where(_ => random.Next(4) == 0).ToList();
        var edited = WordLike.Edit(made, root => chosen.ForEach(tag => WordLike.Type(root, tag, $"改{tags.IndexOf(tag)}")));

        var reading = SampleTrips.Trip.Read(new(WordLike.Save(edited, random.Next()), "edited.docx"), input, CancellationToken.None);

        Assert.Equal(
            chosen.Select(tag => $"{tag} 改{tags.IndexOf(tag)}").Order(StringComparer.Ordinal),
            reading.Edits.Select(edit => $"{edit.Tag} {edit.After}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(reading.Findings, finding => finding.Kind is FindingKind.Outside or FindingKind.Stale or FindingKind.Gone);
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void A_refresh_after_the_case_changed_gives_what_the_changed_case_makes(string typeId, string caseName)
    {
        var input = Office.Sample(caseName);
        var made = SampleTrips.Make(typeId, input).Files[0].Content.ToArray();
        var random = new Random(Seed(typeId, caseName) + 1);
        for (var round = 0; round < 3; round++)
        {
            var changed = ChangedAtRandom(input, random);
            if (SampleTrips.Make(typeId, changed) is not { Document: { } wanted } generated || !SameShape(made, generated))
            {
                continue;
            }

            foreach (var track in new TrackedBy?[] { null, new("PiiDocs", Office.Today) })
            {
                var saved = new ReturnedFile(WordLike.Save(made, random.Next()), "saved.docx");
                var refresh = SampleTrips.Trip.Refresh(saved, changed, new() { Track = track }, CancellationToken.None);
                var content = refresh.Content!.Value.ToArray();

                Assert.Empty(refresh.Findings.Where(each => each.Diagnostic.Code != SampleTrips.RedrawFigure).Select(SampleTrips.Describe));
                if (refresh.Findings.IsEmpty)
                {
                    Assert.Equal(DocumentPrinter.Print(wanted), DocumentPrinter.Print(SampleTrips.Read(content, wanted.Styles)));
                }

                Assert.Equal(content, SampleTrips.Trip.Refresh(new(content, "again.docx"), changed, new(), CancellationToken.None).Content!.Value.ToArray());
                AssertValid(content);
            }
        }
    }

    private static int Seed(string typeId, string caseName) => $"{typeId}{caseName}".Aggregate(7, (seed, c) => unchecked((seed * 31) + c));

    private static List<string> Tags(byte[] docx)
    {
        var main = XElement.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(WordLike.Parts(docx)["word/document.xml"])));
        return [.. WordLike.Controls(main).Select(WordLike.TagOf).Distinct()];
    }

    // A change of a date or a role may change which paragraphs there are; that is reported, and tested elsewhere.
    private static bool SameShape(byte[] made, GenerationResult changed) =>
        ReturnedDocx.Open(made, "", DocxLimits.Default, new())!.Trace.Written.Paragraphs.SequenceEqual(
            ReturnedDocx.Open(changed.Files[0].Content.ToArray(), "", DocxLimits.Default, new())!.Trace.Written.Paragraphs);

    private static CaseInput ChangedAtRandom(CaseInput input, Random random)
    {
        var changes = Leaves(input.Data).Where(_ => random.Next(6) == 0).Select(leaf => Change(leaf, random)).OfType<FieldChange>().ToImmutableArray();
        var source = input.Data.Location!.Value.Source;
        var text = CaseEdits.Apply(source, input.Data, changes, new());
        return input with { Data = CaseReader.Read(new(source.Path, text), new())!, Hash = "changed" };
    }

    private static FieldChange? Change(DataNode leaf, Random random) => leaf switch
    {
        DataNumber number when number.Path.Value.Contains("article", StringComparison.Ordinal) => null,
        DataNumber number => new(leaf.Path, (number.Value + random.Next(1, 9)).ToString(CultureInfo.InvariantCulture)),
        DataText text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            new(leaf.Path, day.AddDays(random.Next(1, 3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DataText { Value.Length: > 3 } text when text.Value.Any(c => c is >= '一' and <= '鿿') && !text.Value.Contains('《', StringComparison.Ordinal) =>
            new(leaf.Path, text.Value[..1] + "改" + text.Value[1..]),
        _ => null,
    };

    private static IEnumerable<DataNode> Leaves(DataNode node) => node switch
    {
        DataObject fields => fields.Members.Where(member => member.Name is not ("source" or "id")).SelectMany(member => Leaves(member.Value)),
        DataList list => list.Items.SelectMany(Leaves),
        _ => [node],
    };

    private static void AssertValid(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
