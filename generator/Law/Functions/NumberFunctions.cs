using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Numbers, sums of money and counts.</summary>
internal static class NumberFunctions
{
    private const long MostWords = PositionalNumber.Limit - 1;

    public static IEnumerable<TemplateFunction> All(LawForms forms) =>
    [
        Function.Of("legal.numeral", new("汉字数字：一百一十", "number in words: 一百一十"),
            Arguments.Whole("n", 0, MostWords), n => FunctionOutcome.Of(ChineseNumerals.Words(n))),
        Function.Of("legal.digits", new("逐位汉字：二〇二四", "number digit by digit: 二〇二四"),
            Arguments.Whole("n", 0, MostWords), n => FunctionOutcome.Of(ChineseNumerals.Digits(n))),
        Function.Of("legal.quantity", new("汉字数字加量词：两个月", "number in words with a measure word: 两个月"),
            (Arguments.Whole("n", 0, MostWords), Arguments.Text("unit")), (n, unit) => FunctionOutcome.Of(Quantity(n, unit, forms))),
        Function.Of("legal.ordinal", new("层次序数：一、（一）1.（1）", "outline number: 一、 （一） 1. （1）"),
            (Arguments.Whole("n", 1, 9999), Arguments.Whole("level", 1, forms.Ordinals.Length).Or(1m)),
            (n, level) => FunctionOutcome.Of(Ordinal(n, level, forms))),
        Function.Of("legal.copies", new("刑事起诉书副本份数", "copies of a criminal indictment"),
            Arguments.Whole("n", 1, 9999), n => FunctionOutcome.Of(forms.CopiesForFirst + (forms.CopiesForFurther * (n - 1m)))),
    ];

    private static string Quantity(long n, string unit, LawForms forms) =>
        (n == 2 && forms.MeasureWordsWithLiang.Contains(unit) ? "两" : ChineseNumerals.Words(n)) + unit;

    private static string Ordinal(long n, long level, LawForms forms) =>
        forms.Ordinals[(int)level - 1].With(new("words", ChineseNumerals.Words(n)), new("figures", CountText.Figures(n)));
}
