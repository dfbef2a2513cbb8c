using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary>A number of the register, as a line and as JSON.</summary>
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

    public static void Write(Utf8JsonWriter json, RegisteredNumber number)
    {
        json.WriteStartObject();
        json.WriteString("number", number.Number);
        json.WriteString("state", number.State.ToString().ToLowerInvariant());
        json.WriteString("office", number.Office);
        json.WriteString("series", number.Series);
        json.WriteNumber("year", number.Year);
        json.WriteNumber("serial", number.Serial);
        json.WriteString("case", number.CaseId);
        json.WriteString("type", number.Type);
        json.WriteString("reservedAt", number.ReservedAt);
        json.WriteString("reservedBy", number.ReservedBy);
        json.WriteString("usedAt", number.UsedAt);
        json.WriteString("documentHash", number.DocumentHash);
        json.WriteString("voidedAt", number.VoidedAt);
        json.WriteString("voidReason", number.VoidReason);
        json.WriteBoolean("imported", number.Imported);
        json.WriteEndObject();
    }

    private static Message Word(NumberState state) => state switch
    {
        NumberState.Reserved => new("已取号", "reserved"),
        NumberState.Used => new("已使用", "used"),
        _ => new("已作废", "void"),
    };

    private static string Or(string text) => text.Length == 0 ? "—" : text;
}
