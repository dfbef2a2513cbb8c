using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>How numbers, sums, dates and document numbers are worded: <c>_law/forms.yaml</c>.</summary>
internal sealed record LawForms
{
    /// <summary>Approximate numbers by their word: 余, 近, 超过 …</summary>
    public required IReadOnlyDictionary<string, Phrase> Qualifiers { get; init; }

    /// <summary>Outline numbers, outermost level first.</summary>
    public required ImmutableArray<Phrase> Ordinals { get; init; }

    public required Phrase AmountPair { get; init; }

    public required Phrase DocumentNumber { get; init; }

    public required Phrase Period { get; init; }

    public required string ListMark { get; init; }

    public required string ListLast { get; init; }

    public required string TermYear { get; init; }

    public required string TermMonth { get; init; }

    /// <summary>Measure words before which 二 is written 两.</summary>
    public required IReadOnlySet<string> MeasureWordsWithLiang { get; init; }

    public required int CopiesForFirst { get; init; }

    public required int CopiesForFurther { get; init; }

    public static LawForms Read(LawNode file)
    {
        var qualifiers = file.Object("qualifiers").Members().ToDictionary(
            member => member.Name, member => Phrase.Parse(member.Node.Text()), StringComparer.Ordinal);
        var list = file.Object("list");
        var term = file.Object("term");
        var copies = file.Object("indictment_copies");
        return new()
        {
            Qualifiers = qualifiers,
            Ordinals = [.. from item in file.List("ordinals") select Phrase.Parse(item.Text())],
            AmountPair = Phrase.Parse(file.Text("amount_pair")),
            DocumentNumber = Phrase.Parse(file.Text("document_number")),
            Period = Phrase.Parse(file.Text("period")),
            ListMark = list.Text("mark"),
            ListLast = list.Text("last"),
            TermYear = term.Text("year"),
            TermMonth = term.Text("month"),
            MeasureWordsWithLiang = file.List("measure_words_with_liang").Select(item => item.Text()).ToHashSet(StringComparer.Ordinal),
            CopiesForFirst = copies.Integer("first"),
            CopiesForFurther = copies.Integer("further"),
        };
    }
}
