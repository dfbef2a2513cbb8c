using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Sums of money and counts, in figures and in formal numerals.</summary>
internal static class MoneyFunctions
{
    private const string Yuan = "元";

    public static IEnumerable<TemplateFunction> All(LawForms forms) =>
    [
        Function.Of("legal.money", new("金额：3900元、31万余元", "sum in figures: 3900元, 31万余元"),
            (Arguments.Any("value"), Arguments.Text("unit").Or(""), Arguments.Text("qualifier").Or("")),
            (value, unit, qualifier) => Write(value, new(0, Yuan, qualifier, unit), forms)),
        Function.Of("legal.count", new("数量：3.9万余条、近6000条", "count: 3.9万余条, 近6000条"),
            (Arguments.Any("value"), Arguments.Text("unit").Or(""), Arguments.Text("qualifier").Or(""), Arguments.TextOrNone("scale")),
            (value, unit, qualifier, scale) => Write(value, new(0, unit, qualifier, scale), forms)),
        Function.Of("legal.amount", new("大写金额：叁仟玖佰元整", "sum in formal numerals: 叁仟玖佰元整"),
            Amount("value"), value => FunctionOutcome.Of(CapitalAmount.Format(value))),
        Function.Of("legal.amount_pair", new("大小写并列的金额", "sum in figures and in formal numerals"),
            Amount("value"), value => FunctionOutcome.Of(
                forms.AmountPair.With(new("figures", CountText.Figures(value)), new("capital", CapitalAmount.Format(value))))),
        Function.Of("legal.amount_of", new("大写金额所表示的数", "the number an amount in formal numerals means"),
            Arguments.Text("text"), text => CapitalAmount.Parse(text) is { } amount
                ? FunctionOutcome.Of(amount)
                : FunctionOutcome.Failed(FunctionErrors.NotACapitalAmount("text"))),
        Function.Of("legal.total", new("合计", "sum of a list"),
            (Arguments.List("items"), Arguments.TextOrNone("member")), Total),
    ];

    private static Parameter<decimal> Amount(string name) =>
        new(name, static (value, parameter) =>
            Arguments.ReadNumber(value, parameter) is { Problem: { } problem } ? problem
            : CapitalAmount.CanFormat((decimal)value!) ? (decimal)value
            : FunctionErrors.NotAnAmount(parameter));

    private static FunctionOutcome Write(object? value, Count parts, LawForms forms)
    {
        var count = value is IReadOnlyDictionary<string, object?> members ? Of(members, parts) : Of(value, parts);
        if (count.Problem is { } problem)
        {
            return FunctionOutcome.Failed(problem);
        }

        if (count.Value.Scale is { } scale && CountText.SizeOf(scale) == 0)
        {
            return FunctionOutcome.Failed(FunctionErrors.WrongArgument("scale", "千、万或亿", "千, 万 or 亿"));
        }

        return CountText.Write(count.Value, forms) is { } text
            ? FunctionOutcome.Of(text)
            : FunctionOutcome.Failed(FunctionErrors.UnknownQualifier(forms.Qualifiers.Keys));
    }

    private static Reading<Count> Of(object? value, Count parts) =>
        Arguments.ReadNumber(value, "value") is { Problem: { } problem } ? problem
        : (decimal)value! < 0 ? FunctionErrors.NotAnAmount("value")
        : parts with { Value = (decimal)value };

    /// <summary>Arguments of the call win over members of the value.</summary>
    private static Reading<Count> Of(IReadOnlyDictionary<string, object?> members, Count parts)
    {
        if (!members.TryGetValue("value", out var value))
        {
            return FunctionErrors.MissingMember("value");
        }

        var unit = parts.Unit.Length > 0 ? parts.Unit : members.GetValueOrDefault("unit") as string ?? "";
        var qualifier = parts.Qualifier.Length > 0 ? parts.Qualifier : members.GetValueOrDefault("qualifier") as string ?? "";
        return Of(value, parts with { Unit = unit, Qualifier = qualifier });
    }

    private static FunctionOutcome Total(IReadOnlyList<object?> items, string? member)
    {
        var total = 0m;
        foreach (var item in items)
        {
            if (TextFunctions.MemberOf(item, member) is not decimal number)
            {
                return FunctionOutcome.Failed(member is null
                    ? FunctionErrors.WrongArgument("items", "数字的列表", "a list of numbers")
                    : FunctionErrors.MissingMember(member));
            }

            total += number;
        }

        return FunctionOutcome.Of(total);
    }
}
