using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary>A number of the register, as a line.</summary>
internal static class NumberText
{
    /// <summary><c>沪静检刑诉〔2024〕12号  已使用  003  criminal-indictment  2024-10-28T…Z  zhang</c></summary>
    public static string Line(RegisteredNumber number, Language language)
    {
        var (at, by) = number.State switch
        {
            NumberState.Void => (number.VoidedAt, number.VoidedBy),
            NumberState.Used => (number.UsedAt, number.UsedBy),
            _ => (number.ReservedAt, number.ReservedBy),
        };
        var reason = number.VoidReason is null ? "" : $"  {number.VoidReason}";
        return $"{number.Number}  {Word(number.State).In(language)}  {Or(number.CaseId)}  {Or(number.Type)}  {at}  {by}{reason}";
    }

    private static Message Word(NumberState state) => state switch
    {
        NumberState.Reserved => new("已取号", "reserved"),
        NumberState.Used => new("已使用", "used"),
        _ => new("已作废", "void"),
    };

    private static string Or(string text) => text.Length == 0 ? "—" : text;
}
