using PiiDocs.Documents;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Keeps together what is read as one: numbers with units, dates, document numbers, articles, dashes.</summary>
/// <remarks>
/// Works after <see cref="Spacing"/> and only ever forbids more. What is short is kept whole until a line has nothing
/// else; dates and numbers in words are long enough to leave a hole, and yield before the hole shows.
/// </remarks>
internal static class UnitBinder
{
    // After a digit: what multiplies or rounds it, so that the unit comes later (3.9万余条).
    private const string Multipliers = "十百千万亿余多几";

    // After a number: what it counts. The first character binds the rest of 个月, 平方米, 小时.
    private const string Units =
        "年月日时分秒元角条款项目号人名个件份页户家次起例种类套台部张辆本册卷章节篇岁周天期度倍笔处级届楼室层栋幢组支间米克吨升亩里公平千毫厘小工美字位环路弄村";

    private static readonly string[] LongUnits =
        ["个月", "个工作日", "工作日", "周岁", "小时", "分钟", "平方米", "立方米", "公里", "公斤", "千克", "毫克", "厘米", "毫米", "美元", "人次", "日内", "年度"];

    private const string ArticleEnds = "条款项章节编页号次期届审类级人季批组号";
    private const string DateParts = "年月日时分";
    private const int LongestCaseNumber = 20;

    public static void Bind(Span<Cluster> clusters, ReadOnlySpan<char> characters, ProhibitionLevel level)
    {
        var text = new Reader(clusters, characters);
        for (var i = 1; i < clusters.Length; i++)
        {
            switch (clusters[i - 1].Class)
            {
                case Digit or Percent when IsHan(clusters[i].Class):
                    BindUnit(clusters, text, i);
                    break;
                case Numeral when Units.Contains(text[i], StringComparison.Ordinal):
                    Forbid(ref clusters[i], BreakKind.Reluctant);
                    BindNextDatePart(clusters, text, i);
                    BindEndOfSum(clusters, text, i);
                    break;
                case Ordinal:
                    BindArticle(clusters, text, i);
                    break;
                case Closing when clusters[i].Class is Digit || IsHan(clusters[i].Class):
                    BindDocumentNumber(clusters, text, i);
                    break;
                case Dash or Ellipsis when clusters[i].Class == clusters[i - 1].Class && level != ProhibitionLevel.Strict:
                    SplitPairs(clusters, i);
                    break;
                case Letter when text[i] == ':' && text.Says(i, "://"):
                    OpenAddress(clusters, text, i + 3);
                    break;
                default:
                    break;
            }
        }
    }

    // 3.9万余条, 30个工作日, and on through 2024年5月1日.
    private static void BindUnit(Span<Cluster> clusters, Reader text, int index)
    {
        while (index < clusters.Length && Multipliers.Contains(text[index], StringComparison.Ordinal))
        {
            Forbid(ref clusters[index++], BreakKind.Emergency);
        }

        if (index >= clusters.Length || !Units.Contains(text[index], StringComparison.Ordinal))
        {
            return;
        }

        Forbid(ref clusters[index], BreakKind.Emergency);
        foreach (var unit in LongUnits)
        {
            if (text.Says(index, unit))
            {
                ForbidInside(clusters, index, unit.Length);
                return;
            }
        }

        BindNextDatePart(clusters, text, index);
    }

    private static void BindNextDatePart(Span<Cluster> clusters, Reader text, int index)
    {
        if (DateParts.Contains(text[index], StringComparison.Ordinal)
            && index + 1 < clusters.Length && clusters[index + 1].Class is Digit or Numeral)
        {
            Forbid(ref clusters[index + 1], BreakKind.Reluctant);
        }
    }

    // 贰佰元整: the last character of a sum in words is not left to the next line.
    private static void BindEndOfSum(Span<Cluster> clusters, Reader text, int index)
    {
        if (index + 1 < clusters.Length && text[index] is '元' or '角'
            && text[index + 1] is '整' or '正')
        {
            Forbid(ref clusters[index + 1], BreakKind.Emergency);
        }
    }

    // 第一千二百三十四条, 第3款, 第一百二十条之一.
    private static void BindArticle(Span<Cluster> clusters, Reader text, int first)
    {
        var index = first;
        while (index < clusters.Length && clusters[index].Class is Digit or Numeral)
        {
            Forbid(ref clusters[index], index == first ? BreakKind.Emergency : BreakKind.Reluctant);
            index++;
        }

        LetYield(clusters[Math.Min(first + 1, index)..index]);
        if (index == first || index >= clusters.Length || !ArticleEnds.Contains(text[index], StringComparison.Ordinal))
        {
            return;
        }

        Forbid(ref clusters[index], BreakKind.Emergency);
        if (text.Says(index + 1, "之") && index + 2 < clusters.Length && clusters[index + 2].Class == Numeral)
        {
            ForbidInside(clusters, index, 3);
        }
    }

    // 第一千一百/七十二条 is read as easily as a line full of holes is not.
    private static void LetYield(Span<Cluster> number)
    {
        foreach (ref var cluster in number)
        {
            if (cluster.Break == BreakKind.Reluctant)
            {
                cluster.Break = BreakKind.Yielding;
            }
        }
    }

    // 〔2024〕12号; （2024）沪0113刑初12号. The year's brackets hold by the tables already.
    private static void BindDocumentNumber(Span<Cluster> clusters, Reader text, int index)
    {
        var opening = index - 6;
        if (opening < 0 || !IsYear(clusters, opening + 1) || clusters[opening].Class != Opening)
        {
            return;
        }

        if (opening > 0 && text[opening] == '〔')
        {
            Forbid(ref clusters[opening], BreakKind.Reluctant);
        }

        var end = EndOfCaseNumber(clusters, text, index);
        for (var i = index; i < end; i++)
        {
            Forbid(ref clusters[i], i == index ? BreakKind.Emergency : BreakKind.Reluctant);
        }
    }

    private static bool IsYear(Span<Cluster> clusters, int start)
    {
        for (var i = start; i < start + 4; i++)
        {
            if (clusters[i].Class != Digit)
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfCaseNumber(Span<Cluster> clusters, Reader text, int start)
    {
        var limit = Math.Min(clusters.Length, start + LongestCaseNumber);
        for (var i = start; i < limit && (clusters[i].Class == Digit || IsHan(clusters[i].Class)); i++)
        {
            if (text[i] == '号' && clusters[i - 1].Class == Digit)
            {
                return i + 1;
            }
        }

        return start;
    }

    // A row of dashes or dots is whole only in pairs (GB/T 15834-2011, 5.1.5).
    private static void SplitPairs(Span<Cluster> clusters, int index)
    {
        if (index >= 2 && clusters[index - 2].Class == clusters[index].Class
            && clusters[index - 1].Break == BreakKind.Never)
        {
            clusters[index].Break = BreakKind.Allowed;
        }
    }

    // An address on the net may go on after each of its parts.
    private static void OpenAddress(Span<Cluster> clusters, Reader text, int start)
    {
        for (var i = start; i < clusters.Length && IsInAddress(clusters[i].Class); i++)
        {
            if (i > start && text[i - 1] is '/' or '?' or '&' && clusters[i].Break == BreakKind.Emergency)
            {
                clusters[i].Break = BreakKind.Allowed;
            }
        }
    }

    private static bool IsInAddress(CharacterClass characterClass) =>
        characterClass is Letter or Digit or LatinMark or LatinClosing or Solidus or Connector or Percent;

    private static void ForbidInside(Span<Cluster> clusters, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            Forbid(ref clusters[i], BreakKind.Emergency);
        }
    }

    private static void Forbid(ref Cluster cluster, BreakKind kind)
    {
        if (cluster.Break < kind && !cluster.HasWantedBreak)
        {
            cluster.Break = kind;
        }
    }

    private static bool IsHan(CharacterClass characterClass) => characterClass is Ideograph or Numeral or Ordinal;

    /// <summary>The text by cluster: its first UTF-16 unit.</summary>
    private readonly ref struct Reader(Span<Cluster> clusters, ReadOnlySpan<char> characters)
    {
        private readonly Span<Cluster> _clusters = clusters;
        private readonly ReadOnlySpan<char> _characters = characters;

        public char this[int index] =>
            _clusters[index].TextLength == 0 ? '\n' : _characters[_clusters[index].TextStart];

        public bool Says(int index, string expected)
        {
            if (index + expected.Length > _clusters.Length)
            {
                return false;
            }

            for (var i = 0; i < expected.Length; i++)
            {
                if (this[index + i] != expected[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
