using System.Globalization;

namespace PiiDocs.Templating.Functions;

/// <summary>The cultures a template may name. The program runs without the system's culture data, so that every machine prints the same.</summary>
internal static class Cultures
{
    public static CultureInfo Of(Call call, int index)
    {
        if (call.IsNull(index))
        {
            return CultureInfo.InvariantCulture;
        }

        var name = call.Text(index);
        return Find(name) ?? throw call.Evaluator.Fault(RenderErrors.NotSupported(call.Evaluator.At(call.Span), $"culture '{name}'"));
    }

    private static CultureInfo? Find(string name) => name switch
    {
        "" or "en" or "en-US" => CultureInfo.InvariantCulture,
        "en-GB" => With(culture => culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy"),
        "zh-CN" or "zh" => With(UseChinese),
        "fr-FR" or "fr" => With(UseFrench),
        _ => null,
    };

    private static CultureInfo With(Action<CultureInfo> change)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        change(culture);
        return culture;
    }

    private static void UseChinese(CultureInfo culture)
    {
        var format = culture.DateTimeFormat;
        format.ShortDatePattern = "yyyy/M/d";
        SetMonths(format, [.. "一 二 三 四 五 六 七 八 九 十 十一 十二".Split(' ').Select(month => month + "月"), ""]);
        format.DayNames = [.. "日一二三四五六".Select(day => $"星期{day}")];
        format.AbbreviatedDayNames = [.. "日一二三四五六".Select(day => $"周{day}")];
        format.AMDesignator = "上午";
        format.PMDesignator = "下午";
    }

    private static void UseFrench(CultureInfo culture)
    {
        var format = culture.DateTimeFormat;
        format.ShortDatePattern = "dd/MM/yyyy";
        SetMonths(format, [.. "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".Split(' '), ""]);
        SetShortMonths(format, [.. "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".Split(' '), ""]);
        format.DayNames = "dimanche lundi mardi mercredi jeudi vendredi samedi".Split(' ');
        format.AbbreviatedDayNames = [.. format.DayNames.Select(day => day[..3] + ".")];
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u202F";
    }

    private static void SetMonths(DateTimeFormatInfo format, string[] names)
    {
        format.MonthNames = names;
        format.MonthGenitiveNames = names;
        SetShortMonths(format, names);
    }

    private static void SetShortMonths(DateTimeFormatInfo format, string[] names)
    {
        format.AbbreviatedMonthNames = names;
        format.AbbreviatedMonthGenitiveNames = names;
    }
}
