using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V14: the list of what goes to the court gives the copies the rules demand, and the volumes the indictment names.</summary>
internal static partial class TransferChecks
{
    /// <param name="input">The case.</param>
    /// <param name="accused">Defendants of the criminal case.</param>
    /// <param name="indictments">Copies of the criminal indictment.</param>
    /// <param name="sued">Defendants of the civil action.</param>
    public static IEnumerable<Finding> All(CheckInput input, int accused, int indictments, int sued) => [.. Quantities(input, indictments, sued), .. Notes(input, accused)];

    private static IEnumerable<Finding> Quantities(CheckInput input, int indictments, int sued)
    {
        foreach (var item in input.Case.List("file_transfer.items").OfType<DataObject>())
        {
            if (item.Find("quantity") is not DataText quantity || CaseFacts.TextOf(item.Find("name")) is not { } name)
            {
                continue;
            }

            var right = name == "起诉书" ? indictments
                : name.Contains("公益诉讼起诉书及副本", StringComparison.Ordinal) && sued > 0 ? sued + 1
                : name.StartsWith("案卷", StringComparison.Ordinal) ? (int?)input.Case.Number("documents.criminal-indictment.volumes")
                : null;
            if (right is > 0 && Figures().Match(quantity.Value) is { Success: true } written && int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) != right)
            {
                yield return Finding.Of(quantity, $"“{name}”的数量应为{right}", $"there must be {right} of these");
            }
        }
    }

    /// <summary>二名被告人 in a note.</summary>
    private static IEnumerable<Finding> Notes(CheckInput input, int accused)
    {
        var notes = accused == 0 ? [] : input.Case.List("file_transfer.items").Select(item => CaseFacts.Find(item, "note")).OfType<DataText>();
        foreach (var note in notes)
        {
            foreach (Match match in Accused().Matches(note.Value))
            {
                if ((ChineseNumerals.ReadWords(match.Groups["words"].Value) ?? accused) != accused)
                {
                    yield return Finding.Of(note, $"本案被告人为{accused}名", $"there are {accused} defendants") with { Words = match.Value };
                }
            }
        }
    }

    [GeneratedRegex("(?<words>[一二三四五六七八九十]+)名被告人", RegexOptions.CultureInvariant)]
    private static partial Regex Accused();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
