using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Every place of every kind of file, with every value in every disguise: nothing planted may go unfound.</summary>
public sealed class CorpusTests
{
    private const double PlainRecall = 0.99;
    private const double DisguisedRecall = 0.95;

    private static readonly (string Kind, string Value)[] Values =
    [
        ("name", Planted.Name),
        ("phone", Planted.Phone),
        ("id-number", Planted.IdNumber),
        ("bank-card", Planted.Card),
        ("address", Planted.Address),
    ];

    private static readonly (string Name, Func<string, string> Disguise)[] Disguises =
    [
        ("spaces", text => string.Join(' ', text.ToCharArray())),
        ("wide spaces", text => string.Join('\u3000', text.ToCharArray())),
        ("zero width", text => string.Join('\u200B', text.ToCharArray())),
        ("soft hyphens", text => string.Join('\u00AD', text.ToCharArray())),
        ("line break", text => text.Insert(text.Length / 2, "\n")),
        ("full width", text => string.Concat(text.Select(unit => unit is > ' ' and < '\u007F' ? (char)(unit + 0xFEE0) : unit))),
        ("hyphens", text => string.Join('-', text.ToCharArray())),
        ("numerals", text => string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? "〇一二三四五六七八九"[unit - '0'] : unit))),
        ("formal numerals", text => string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? "零壹贰叁肆伍陆柒捌玖"[unit - '0'] : unit))),
        ("circled digits", text => string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? "⓪①②③④⑤⑥⑦⑧⑨"[unit - '0'] : unit))),
        ("traditional", text => text.Replace('钱', '錢').Replace('号', '號').Replace('东', '東').Replace('区', '區')),
        ("letter o", text => text.Any(char.IsAsciiLetter) || !text.Any(char.IsAsciiDigit) ? text : text.Replace("00", "0O", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Kinds => ["a.docx", "a.xlsx", "a.pptx", "a.html", "a.txt", "a.pdf"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_planted_is_found(string fileName)
    {
        var missed = Missed(fileName, [("plain", text => text)], out var planted);

        Assert.True(missed.Count <= planted * (1 - PlainRecall), $"{missed.Count} of {planted}: {string.Join("; ", missed)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_disguised_is_found(string fileName)
    {
        var missed = Missed(fileName, Disguises, out var planted);

        Assert.True(missed.Count <= planted * (1 - DisguisedRecall), $"{missed.Count} of {planted}: {string.Join("; ", missed)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Numbers_of_strangers_are_found_by_their_patterns(string fileName)
    {
        var places = PlacesOf(fileName);
        var missed = from place in places
                     from value in new[] { ("phone", Planted.Phone), ("id-number", Planted.IdNumber), ("bank-card", Planted.Card) }
                     let result = PersonalInformationScanner.Scan(place.Value($"其号码{value.Item2}。"), fileName, Planted.Patterns)
                     where !Planted.Finds(result, value.Item1)
                     select $"{place.Key} {value.Item1}";

        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_clean_file_is_clean(string fileName)
    {
        var dirty = from place in PlacesOf(fileName)
                    let result = PersonalInformationScanner.Scan(place.Value("被告人韩某某的行为违法。"), fileName, Planted.Profile)
                    where !result.IsClean(Planted.Rules.Threshold)
                    select $"{place.Key}: {string.Join(", ", result.Hits.Select(hit => $"{hit.Rule} {hit.Place} {hit.Masked}"))} {string.Join(", ", result.Obstacles)}";

        Assert.Empty(dirty);
    }

    private static List<string> Missed(string fileName, (string Name, Func<string, string> Disguise)[] disguises, out int planted)
    {
        var tries = (from place in PlacesOf(fileName)
                     from value in Values
                     from disguise in disguises
                     select (Place: place, Value: value, Disguise: disguise)).ToList();
        planted = tries.Count;
        return [.. from each in tries
                   let result = PersonalInformationScanner.Scan(each.Place.Value(each.Disguise.Disguise(each.Value.Value)), fileName, Planted.Profile)
                   where !Planted.Finds(result, each.Value.Kind)
                   select $"{each.Place.Key}/{each.Value.Kind}/{each.Disguise.Name}"];
    }

    private static IReadOnlyDictionary<string, Func<string, byte[]>> PlacesOf(string fileName) => Path.GetExtension(fileName) switch
    {
        ".docx" => DocxPlaces.All,
        ".xlsx" => OtherPlaces.Xlsx,
        ".pptx" => OtherPlaces.Pptx,
        ".html" => OtherPlaces.Html,
        ".pdf" => PdfPlaces.All,
        _ => OtherPlaces.Text,
    };
}
