using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>Sums of money in the formal numerals of payments and receipts: 叁拾柒万贰仟捌佰叁拾玖元整.</summary>
/// <remarks>支付结算办法附一《正确填写票据和结算凭证的基本规定》。</remarks>
public static class CapitalAmount
{
    private const string Prefix = "人民币";

    /// <summary>The first amount that is too large to write: 10^16.</summary>
    public const decimal Limit = PositionalNumber.Limit;

    /// <summary>Whether an amount can be written: not negative, whole 分, below <see cref="Limit"/>.</summary>
    public static bool CanFormat(decimal amount) =>
        amount is >= 0 and < Limit && decimal.Truncate(amount * 100) == amount * 100;

    /// <summary>The usual form: 整 after 元 only; 零 for a missing 元 before 角, none where a group ends in 0 before 万.</summary>
    public static string Format(decimal amount) => Format(amount, new(Zeros: false, ZeroAfterYuan: true, WholeAfterJiao: false));

    /// <summary>
    /// The amount a text means, in any of its equivalent forms: 圆 for 元, 正 for 整, with or without 人民币, with or
    /// without the optional 零 and the optional 整; null where it is none of them.
    /// </summary>
    public static decimal? Parse(string text)
    {
        var plain = Normalise(text);
        return Add(plain) is { } amount && CanFormat(amount) && Variants(amount).Contains(plain) ? amount : null;
    }

    /// <summary>Every accepted way to write an amount, without 人民币, in the signs 元 and 整.</summary>
    internal static IEnumerable<string> Variants(decimal amount) =>
        from zeros in (bool[])[false, true]
        from zeroAfterYuan in (bool[])[false, true]
        from wholeAfterJiao in (bool[])[false, true]
        select Format(amount, new(zeros, zeroAfterYuan, wholeAfterJiao));

    private static string Format(decimal amount, Choices choices)
    {
        if (!CanFormat(amount))
        {
            throw new ArgumentOutOfRangeException(nameof(amount));
        }

        var yuan = (long)decimal.Truncate(amount);
        var fen = (int)((amount - yuan) * 100);
        var text = new StringBuilder();
        if (yuan > 0 || fen == 0)
        {
            text.Append(PositionalNumber.Write(yuan, NumeralSigns.Capital, choices.Zeros)).Append('元');
        }

        AppendFraction(text, yuan, fen, choices);
        return text.ToString();
    }

    private static void AppendFraction(StringBuilder text, long yuan, int fen, Choices choices)
    {
        var (jiao, rest) = (fen / 10, fen % 10);
        if (jiao > 0)
        {
            text.Append(yuan > 0 && yuan % 10 == 0 && choices.ZeroAfterYuan ? "零" : "");
            text.Append(NumeralSigns.Capital.Digits[jiao]).Append('角');
        }

        if (rest > 0)
        {
            text.Append(jiao == 0 && yuan > 0 ? "零" : "");
            text.Append(NumeralSigns.Capital.Digits[rest]).Append('分');
        }
        else if (jiao == 0 || choices.WholeAfterJiao)
        {
            text.Append('整');
        }
    }

    private static string Normalise(string text)
    {
        var trimmed = text.Trim();
        return (trimmed.StartsWith(Prefix, StringComparison.Ordinal) ? trimmed[Prefix.Length..] : trimmed)
            .Replace('圆', '元')
            .Replace('正', '整');
    }

    /// <summary>Adds up 元, 角 and 分 without asking about 零 and 整; <see cref="Parse"/> does.</summary>
    private static decimal? Add(string text)
    {
        var yuanEnd = text.IndexOf('元', StringComparison.Ordinal);
        var yuan = yuanEnd < 0 ? 0 : AnyYuan(text[..yuanEnd]);
        var fraction = text[(yuanEnd + 1)..];
        return yuan is null ? null : yuan + Unit(fraction, '角') * 0.1m + Unit(fraction, '分') * 0.01m;
    }

    private static long? AnyYuan(string text) => PositionalNumber.Read(text, NumeralSigns.Capital);

    private static int Unit(string text, char unit)
    {
        var at = text.IndexOf(unit, StringComparison.Ordinal);
        return at <= 0 ? 0 : Math.Max(0, NumeralSigns.Capital.Digits.IndexOf(text[at - 1], StringComparison.Ordinal));
    }

    private readonly record struct Choices(bool Zeros, bool ZeroAfterYuan, bool WholeAfterJiao);
}
