using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word;

/// <summary>Findings about a file, placed by paragraph.</summary>
/// <param name="places">The places of its paragraphs.</param>
/// <param name="isForeign">
/// Whether the file is of other origin, and most of its paragraphs are not as ours are: what holds for many is then said once, with
/// all of them. In a document of ours each is a place to go to.
/// </param>
/// <param name="diagnostics">Where findings go, once they are complete.</param>
internal sealed class DocxReport(ParagraphPlaces places, bool isForeign, DiagnosticBag diagnostics)
{
    private readonly Dictionary<(string Code, string About, int Paragraph), Finding> _findings = [];

    /// <summary>Notes a finding.</summary>
    /// <param name="paragraph">From 1.</param>
    /// <param name="kind">Its code, and what it is about: said of one paragraph once.</param>
    /// <param name="tell">Makes the diagnostic.</param>
    public void Add(int paragraph, (string Code, string About) kind, Func<SourceLocation, ParagraphNumbers, Diagnostic> tell)
    {
        var key = (kind.Code, kind.About, isForeign ? 0 : paragraph);
        if (!_findings.TryGetValue(key, out var finding))
        {
            _findings.Add(key, finding = new([], tell));
        }

        finding.Paragraphs.Add(paragraph);
    }

    public bool IsForeign => isForeign;

    public SourceLocation PlaceOf(int paragraph) => places.At(paragraph);

    /// <summary>Tells what was found, in the order of the file.</summary>
    public void Finish() => diagnostics.AddRange(
        _findings.Values.OrderBy(each => each.Paragraphs[0]).Select(each => each.Tell(places.At(each.Paragraphs[0]), new(each.Paragraphs))));

    private sealed record Finding(List<int> Paragraphs, Func<SourceLocation, ParagraphNumbers, Diagnostic> Tell);
}

/// <summary>Paragraphs by number, in order: 第2、5至9段.</summary>
internal sealed class ParagraphNumbers
{
    private const int MostShown = 30;

    private readonly List<(int First, int Last)> _ranges = [];

    public ParagraphNumbers(IEnumerable<int> numbers)
    {
        foreach (var number in numbers.Distinct())
        {
            if (_ranges is [.., var (first, last)] && number == last + 1)
            {
                _ranges[^1] = (first, number);
            }
            else
            {
                _ranges.Add((number, number));
            }
        }
    }

    public string Chinese => $"第{string.Join('、', Shown.Select(each => Written(each, "至")))}{(_ranges.Count > MostShown ? "等" : "")}段";

    public string English => $"{(_ranges is [var (first, last)] && first == last ? "paragraph" : "paragraphs")} {string.Join(", ", Shown.Select(each => Written(each, " to ")))}{(_ranges.Count > MostShown ? " and others" : "")}";

    // Enough to find the rest by.
    private IEnumerable<(int First, int Last)> Shown => _ranges.Take(MostShown);

    private static string Written((int First, int Last) range, string to) => range.First == range.Last ? $"{range.First}" : $"{range.First}{to}{range.Last}";
}
