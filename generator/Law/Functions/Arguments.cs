
namespace PiiDocs.Law.Functions;

/// <summary>The kinds of arguments legal functions take.</summary>
internal static class Arguments
{
    public static Parameter<string> Text(string name) => new(name, ReadText);

    public static Parameter<string?> TextOrNone(string name) =>
        new Parameter<string?>(name, static (value, parameter) =>
            value is null ? (Reading<string?>)(string?)null : ReadText(value, parameter) is { Problem: { } problem } ? problem : (string)value)
            .Or(null);

    public static Parameter<bool> Flag(string name) =>
        new(name, static (value, parameter) => value is bool flag ? flag : FunctionErrors.WrongArgument(parameter, "true 或 false", "true or false"));

    public static Parameter<decimal> Number(string name) => new(name, ReadNumber);

    /// <summary>A whole number within bounds.</summary>
    public static Parameter<long> Whole(string name, long least, long most) =>
        new(name, (value, parameter) =>
            ReadNumber(value, parameter) is { Problem: { } problem } ? problem
            : value is decimal number && decimal.Truncate(number) == number && number >= least && number <= most ? (long)number
            : FunctionErrors.OutOfRange(parameter, least, most));

    /// <summary>A date as far as it is known.</summary>
    public static Parameter<PartialDate> Date(string name) => new(name, ReadDate);

    /// <summary>A date to the day.</summary>
    public static Parameter<DateOnly> Day(string name) => new(name, ReadDay);

    public static Parameter<DateOnly?> DayOrNone(string name) =>
        new Parameter<DateOnly?>(name, static (value, parameter) =>
            value is null ? (Reading<DateOnly?>)(DateOnly?)null
            : ReadDate(value, parameter) is { Problem: null } date ? date.Value.Last
            : FunctionErrors.NotADate(parameter))
            .Or(null);

    public static Parameter<IReadOnlyList<object?>> List(string name) =>
        new(name, static (value, parameter) =>
            value is IReadOnlyList<object?> list
                ? new Reading<IReadOnlyList<object?>>(list, null)
                : FunctionErrors.WrongArgument(parameter, "列表", "a list"));

    public static Parameter<object?> Any(string name) => new(name, static (value, _) => new Reading<object?>(value, null));

    public static Reading<string> ReadText(object? value, string parameter) =>
        value is string text ? text : FunctionErrors.WrongArgument(parameter, "文字", "text");

    public static Reading<decimal> ReadNumber(object? value, string parameter) =>
        value is decimal number ? number : FunctionErrors.WrongArgument(parameter, "数字", "a number");

    public static Reading<PartialDate> ReadDate(object? value, string parameter) =>
        value is string text && (PartialDate.Parse(text) ?? ChineseDate.Parse(text)) is { } date
            ? date
            : FunctionErrors.NotADate(parameter);

    private static Reading<DateOnly> ReadDay(object? value, string parameter) =>
        ReadDate(value, parameter) is { Problem: null, Value: { IsDay: true } date } ? date.First : FunctionErrors.NotADate(parameter);
}
