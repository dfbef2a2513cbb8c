using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>The ways in which numbers, addresses and days may be written.</summary>
internal static partial class ValueForms
{
    private const int ShortestNumber = 5;
    private const int ShortestSubscriber = 7;
    private const int ShortestAddress = 5;

    public static IEnumerable<WordForm> OfNumber(KnownIdentifier identifier)
    {
        var key = FoldedText.KeyOfDigits(identifier.Value);
        if (key.Length < ShortestNumber)
        {
            yield break;
        }

        yield return Number(identifier, key, identifier.Rule.Confidence);
        if (Landline().Match(identifier.Value) is { Success: true } landline && landline.Groups[1].Length >= ShortestSubscriber)
        {
            yield return Number(identifier, landline.Groups[1].Value, Confidence.Medium);
        }
    }

    public static IEnumerable<WordForm> OfWord(KnownIdentifier identifier)
    {
        var key = FoldedText.KeyOfLetters(Scheme().Replace(identifier.Value, ""));
        return key.Length < ShortestNumber
            ? []
            : [new(identifier, TextView.Letters, key, HitForm.Plain) { Gaps = GapRule.Number, Confidence = identifier.Rule.Confidence }];
    }

    /// <summary>The whole address, and from the street on, there also without the words for building and room, and between its numbers
    /// without those for lane and house; house numbers also in Chinese numerals.</summary>
    public static IEnumerable<WordForm> OfAddress(KnownIdentifier identifier)
    {
        var full = identifier.Value;
        var street = Street().Match(full) is { Success: true } match ? match.Value : null;
        var bare = street is null ? null : UnitWords().Replace(street, "");
        var numbers = bare is null ? null : LaneWords().Replace(bare, "");
        foreach (var (text, confidence) in new[]
        {
            (full, identifier.Rule.Confidence),
            (street, Confidence.Medium),
            (street?.TrimEnd('室', '户'), Confidence.Medium),
            (bare == street ? null : bare, Confidence.Medium),
            (numbers == bare ? null : numbers, Confidence.Medium),
        })
        {
            if (text is null || FoldedText.KeyOfDigits(text).Length < ShortestAddress || !HouseNumber().IsMatch(text))
            {
                continue;
            }

            yield return Number(identifier, FoldedText.KeyOfDigits(text), confidence);
            var spelled = HouseNumber().Replace(text, number => Spell(number.Value));
            if (FoldedText.KeyOfDigits(spelled) is { } key && key != FoldedText.KeyOfDigits(text))
            {
                yield return Number(identifier, key, confidence);
            }
        }
    }

    public static IEnumerable<WordForm> OfDate(KnownIdentifier identifier)
    {
        if (!DateOnly.TryParseExact(identifier.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return [];
        }

        var (year, month, day) = (date.Year, date.Month, date.Day);
        string[] texts =
        [
            date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            $"{year}年{month}月{day}日",
            $"{year}年{month:00}月{day:00}日",
            $"{year}年{Spell($"{month}")}月{Spell($"{day}")}日",
        ];
        return texts.Select(FoldedText.KeyOfDigits).Distinct(StringComparer.Ordinal)
            .Select(key => Number(identifier, key, identifier.Rule.Confidence))
            .Append(new(identifier, TextView.Digits, $"{year}{month}{day}", HitForm.Plain)
            {
                Gaps = GapRule.Joints,
                Confidence = identifier.Rule.Confidence,
                Joints = [4, 4 + (month > 9 ? 2 : 1)],
            });
    }

    /// <summary>A number up to 9,999 in Chinese numerals with places: 104 is 一百零四.</summary>
    internal static string Spell(string digits)
    {
        if (digits.Length > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
        {
            return digits;
        }

        const string Numerals = "零一二三四五六七八九";
        var (text, divisor, owesZero) = (new System.Text.StringBuilder(), 1000, false);
        foreach (var unit in "千百十\0")
        {
            var digit = value / divisor % 10;
            if (digit > 0)
            {
                text.Append(owesZero && text.Length > 0 ? "零" : "").Append(Numerals[digit]).Append(unit == '\0' ? "" : unit.ToString());
            }

            owesZero = digit == 0;
            divisor /= 10;
        }

        return value is >= 10 and < 20 ? text.ToString()[1..] : text.ToString();
    }

    private static WordForm Number(KnownIdentifier identifier, string key, Confidence confidence) =>
        new(identifier, TextView.Digits, key, HitForm.Plain) { Gaps = GapRule.Number, Confidence = confidence };

    [GeneratedRegex(@"\A\s*[(（]?0[0-9]{2,3}[)）]?[-—－ ]?([0-9]{7,8})", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    [GeneratedRegex(@"\A[a-z]+://(?:www\.)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<=[市区县旗])[^市区县旗]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    /// <summary>What is left out where someone writes 12号3-2-501.</summary>
    [GeneratedRegex("栋|幢|座|单元|室|户|号楼", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWords();

    /// <summary>What is left out where someone writes 示例路12-3-501; where nothing follows, the number alone would be any.</summary>
    [GeneratedRegex("[弄号](?=[^0-9]*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LaneWords();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();
}
