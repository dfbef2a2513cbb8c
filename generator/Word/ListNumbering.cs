using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PiiDocs.Word;

/// <summary>The numbers and bullets that Word counts by itself, as the text it shows.</summary>
/// <remarks>Lists that share their looks count on together, unless one says that it begins anew.</remarks>
internal sealed partial class ListNumbering
{
    private const int Levels = 9;
    private const string NoList = "0";
    private const string NoSpaceAfter = "、．。：）】";

    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _looks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <param name="numbering">The part; null where the file has none.</param>
    public ListNumbering(XElement? numbering)
    {
        foreach (var each in numbering?.Elements() ?? [])
        {
            (each.Name.LocalName switch { "num" => _lists, "abstractNum" => _looks, _ => null })
                ?.TryAdd(Xml.Value(each, each.Name.LocalName + "Id") ?? "", each);
        }
    }

    /// <summary>Whether the paragraph is an item of a list.</summary>
    public static bool IsItem(ListPlace place) => place.List is not null and not NoList;

    /// <summary>What stands before the next item of a list; null where the file does not say, or says it in a way not known here.</summary>
    public string? Next(ListPlace place)
    {
        if (place.List is not { } id || !_lists.TryGetValue(id, out var list)
            || Xml.Value(list.Element(Xml.W + "abstractNumId"), "val") is not { } lookId || !_looks.TryGetValue(lookId, out var look))
        {
            return null;
        }

        var levels = LevelsOf(list, look);
        var level = place.Level ?? Array.FindIndex(levels, each => Xml.Value(each?.Element(Xml.W + "pStyle"), "val") == place.Style);
        level = Math.Clamp(level, 0, Levels - 1);
        return levels[level] is { } here ? LabelOf(here, levels, Count(list, lookId, levels, level)) : null;
    }

    private static XElement?[] LevelsOf(XElement list, XElement look)
    {
        var levels = new XElement?[Levels];
        foreach (var level in look.Elements(Xml.W + "lvl").Concat(list.Elements(Xml.W + "lvlOverride").Elements(Xml.W + "lvl")))
        {
            if (NumberOf(level, "ilvl") is >= 0 and < Levels and var place)
            {
                levels[place] = level;
            }
        }

        return levels;
    }

    private int?[] Count(XElement list, string lookId, XElement?[] levels, int level)
    {
        if (!_counted.TryGetValue(lookId, out var counted))
        {
            _counted.Add(lookId, counted = new int?[Levels]);
        }

        if (_begun.Add(Xml.Value(list, "numId")!))
        {
            foreach (var anew in list.Elements(Xml.W + "lvlOverride").Where(each => each.Element(Xml.W + "startOverride") is not null))
            {
                if (NumberOf(anew, "ilvl") is >= 0 and < Levels and var place)
                {
                    counted[place] = NumberOf(anew.Element(Xml.W + "startOverride"), "val") - 1;
                }
            }
        }

        counted[level] = counted[level] is { } last ? last + 1 : StartOf(levels[level]);
        for (var i = 0; i < level; i++)
        {
            counted[i] ??= StartOf(levels[i]);
        }

        counted.AsSpan((level + 1)..).Clear();
        return counted;
    }

    private static string? LabelOf(XElement level, XElement?[] levels, int?[] counted)
    {
        var text = Xml.Value(level.Element(Xml.W + "lvlText"), "val") ?? "";
        var isKnown = true;
        var label = FormatOf(level) == "bullet" ? ListLabels.Bullet(text) : PlacePattern().Replace(text, place =>
        {
            var at = place.Value[1] - '1';
            var format = Xml.IsOn(level.Element(Xml.W + "isLgl")) ? "decimal" : FormatOf(levels[at]);
            var number = ListLabels.Number(counted[at] ?? 1, format);
            isKnown &= number is not null;
            return number ?? "";
        });
        if (!isKnown)
        {
            return null;
        }

        var isTight = label.Length == 0 || NoSpaceAfter.Contains(label[^1], StringComparison.Ordinal)
            || Xml.Value(level.Element(Xml.W + "suff"), "val") == "nothing";
        return isTight ? label : label + " ";
    }

    private static string FormatOf(XElement? level) => Xml.Value(level?.Element(Xml.W + "numFmt"), "val") ?? "decimal";

    private static int StartOf(XElement? level) => level?.Element(Xml.W + "start") is { } start ? NumberOf(start, "val") : 1;

    private static int NumberOf(XElement? element, string attribute) =>
        int.TryParse(Xml.Value(element, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1_000_000) : 0;

    [GeneratedRegex("%[1-9]", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();
}

/// <summary>Where a paragraph stands among lists.</summary>
/// <param name="List">The list; null for none.</param>
/// <param name="Level">From 0; null where the list's own levels say which style is theirs.</param>
/// <param name="Style">The style that brings the paragraph into the list.</param>
internal readonly record struct ListPlace(string? List, int? Level, string? Style);
