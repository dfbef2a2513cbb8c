using System.Text;

namespace PiiDocs.Core;

/// <summary>The signs of one way to write numbers in Chinese.</summary>
/// <param name="Digits">Zero to nine.</param>
/// <param name="Units">Ten, hundred, thousand.</param>
/// <param name="LeadingTenIsBare">十二 rather than 一十二 at the beginning of a number.</param>
public sealed record NumeralSigns(string Digits, string Units, bool LeadingTenIsBare)
{
    public static readonly NumeralSigns Plain = new("零一二三四五六七八九", "十百千", LeadingTenIsBare: true);

    public static readonly NumeralSigns Capital = new("零壹贰叁肆伍陆柒捌玖", "拾佰仟", LeadingTenIsBare: false);
}

/// <summary>Numbers in Chinese positional notation: groups of four digits under 万, 亿 and 万亿.</summary>
public static class PositionalNumber
{
    public const long Limit = 10_000_000_000_000_000;

    /// <summary>Writes a number.</summary>
    /// <param name="number">From 0 to below <see cref="Limit"/>.</param>
    /// <param name="signs">The signs to use.</param>
    /// <param name="withOptionalZeros">
    /// Writes 零 also where usage leaves it open: the last digit of a group is 0 and the first of the next is not (壹拾万零柒仟).
    /// </param>
    public static string Write(long number, NumeralSigns signs, bool withOptionalZeros = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Limit);
        if (number == 0)
        {
            return signs.Digits[..1];
        }

        var text = new StringBuilder();
        var rest = number;
        var lastGroup = 0L;
        for (var (scale, size) = (3, 1_000_000_000_000L); scale >= 0; scale--, size /= 10_000)
        {
            var group = rest / size;
            rest %= size;
            if (group > 0)
            {
                text.Append(text.Length > 0 && NeedsZero(group, lastGroup, withOptionalZeros) ? signs.Digits[..1] : "");
                WriteGroup(text, signs, group);
            }

            WriteScale(text, scale, group, number);
            lastGroup = group;
        }

        var bare = signs.LeadingTenIsBare && text.Length > 1 && text[0] == signs.Digits[1] && text[1] == signs.Units[0];
        return bare ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>The number a text means if it is written as <see cref="Write"/> writes it; null otherwise.</summary>
    public static long? Read(string text, NumeralSigns signs)
    {
        var number = Add(text, signs);
        return number is { } value && (text == Write(value, signs) || text == Write(value, signs, withOptionalZeros: true))
            ? value
            : null;
    }

    private static bool NeedsZero(long group, long lastGroup, bool withOptional) =>
        group < 1000 || lastGroup == 0 || (withOptional && lastGroup % 10 == 0);

    private static void WriteGroup(StringBuilder text, NumeralSigns signs, long group)
    {
        var gap = false;
        var begun = false;
        for (var (unit, size) = (3, 1000L); unit >= 0; unit--, size /= 10)
        {
            var digit = (int)(group / size % 10);
            if (digit == 0)
            {
                gap = begun;
                continue;
            }

            if (gap)
            {
                text.Append(signs.Digits[0]);
            }

            text.Append(signs.Digits[digit]);
            if (unit > 0)
            {
                text.Append(signs.Units[unit - 1]);
            }

            (gap, begun) = (false, true);
        }
    }

    private static void WriteScale(StringBuilder text, int scale, long group, long number)
    {
        if (group > 0 && scale is 1 or 3)
        {
            text.Append('万');
        }
        else if (scale == 2 && number >= 100_000_000)
        {
            text.Append('亿');
        }
    }

    /// <summary>Adds up digits times units without asking whether they stand in order.</summary>
    private static long? Add(string text, NumeralSigns signs)
    {
        var (total, section, digit) = (0L, 0L, 0L);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (signs.Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
            }
            else if (signs.Units.IndexOf(c, StringComparison.Ordinal) is >= 0 and var unit)
            {
                var bareTen = i == 0 && signs.LeadingTenIsBare;
                section += (bareTen ? 1 : digit) * (long)Math.Pow(10, unit + 1);
                digit = 0;
            }
            else if (c == '万')
            {
                (section, digit) = ((section + digit) * 10_000, 0);
            }
            else if (c == '亿')
            {
                (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0);
            }
            else
            {
                return null;
            }

            if (total + section is < 0 or >= Limit)
            {
                return null;
            }
        }

        return text.Length == 0 ? null : total + section + digit;
    }
}
