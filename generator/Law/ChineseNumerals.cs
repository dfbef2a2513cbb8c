using System.Globalization;
using System.Text;
using Humanizer;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>Numbers in Chinese characters: words (一百一十) and digit by digit (二〇二四).</summary>
public static class ChineseNumerals
{
    private const string DigitSigns = "〇一二三四五六七八九";

    private static readonly CultureInfo Chinese = new("zh-CN");

    /// <summary>A number in words, as articles and ordinals are written: 一万零一十.</summary>
    /// <param name="number">From 0 to below 10^16.</param>
    public static string Words(long number) =>
        HumanizerIsRight(number) ? number.ToWords(Chinese) : PositionalNumber.Write(number, NumeralSigns.Plain);

    /// <summary>The number that words mean; null where they are not written as legal texts write them.</summary>
    public static long? ReadWords(string words) => PositionalNumber.Read(words, NumeralSigns.Plain);

    /// <summary>A number digit by digit, as years are written: 二〇二四, with U+3007.</summary>
    public static string Digits(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var text = new StringBuilder(20);
        foreach (var digit in number.ToString(CultureInfo.InvariantCulture))
        {
            text.Append(DigitSigns[digit - '0']);
        }

        return text.ToString();
    }

    /// <summary>The number written digit by digit; null where a sign is no digit (also for ○ U+25CB in place of 〇).</summary>
    public static long? ReadDigits(string digits)
    {
        if (digits.Length is 0 or > 16)
        {
            return null;
        }

        var number = 0L;
        foreach (var sign in digits)
        {
            if (DigitSigns.IndexOf(sign, StringComparison.Ordinal) is not (>= 0 and var digit))
            {
                return null;
            }

            number = number * 10 + digit;
        }

        return number;
    }

    /// <summary>
    /// Humanizer's zh-CN words leave out 一 before 十 inside a number (一百十, 一万零十), write it at the front (一十一万),
    /// and go on to 兆 where legal texts write 万亿: right below 20 and where neither group of four has the ten 1.
    /// </summary>
    private static bool HumanizerIsRight(long number) =>
        number is >= 0 and < 20
        || (number is > 0 and < 100_000_000 && number / 10 % 10 != 1 && number / 100_000 % 10 != 1);
}
