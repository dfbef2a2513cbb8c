using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;

namespace PiiDocs.Templating.Functions;

/// <summary>JSON for <c>object.from_json</c> and <c>object.to_json</c>.</summary>
internal static class JsonText
{
    public static TracedValue Read(Call call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Text(0));
            return ToScript(document.RootElement, call.Trace);
        }
        catch (JsonException)
        {
            throw call.WrongKind(0, new("JSON 文本", "JSON text"));
        }
    }

    public static TracedValue Write(Call call)
    {
        if (call[0].Value is Callable)
        {
            throw call.WrongKind(0, new("数据而非函数", "data, not a function"));
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.Default }))
        {
            Write(writer, call, call[0], depth: 0);
        }

        return call.Of(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static TracedValue ToScript(JsonElement element, object? trace)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var made = new ScriptObject();
                foreach (var property in element.EnumerateObject())
                {
                    made.Set(property.Name, ToScript(property.Value, trace));
                }

                return new(made, trace);
            case JsonValueKind.Array:
                return new(new ScriptArray(element.EnumerateArray().Select(item => ToScript(item, trace))), trace);
            case JsonValueKind.String:
                return new(element.GetString(), trace);
            case JsonValueKind.Number:
                return new(element.TryGetDecimal(out var number) ? number : element.GetDouble(), trace);
            case JsonValueKind.True or JsonValueKind.False:
                return TracedValue.Flag(element.GetBoolean(), trace);
            default:
                return new(null, trace);
        }
    }

    private static void Write(Utf8JsonWriter writer, Call call, TracedValue value, int depth)
    {
        call.Evaluator.Step(call.Span);
        if (depth > 64)
        {
            throw call.WrongKind(0, new("不自我包含的对象", "an object that does not contain itself"));
        }

        switch (value.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateTime date:
                writer.WriteStringValue(date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case DataObject or ScriptObject:
                WriteObject(writer, call, value.Value as ScriptObject ?? new((DataObject)value.Value), depth);
                break;
            case var number when Numbers.IsNumber(number):
                writer.WriteRawValue(Numbers.Print(number!));
                break;
            default:
                WriteList(writer, call, value, depth);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, Call call, ScriptObject made, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in made.Members)
        {
            writer.WritePropertyName(name);
            Write(writer, call, member, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, Call call, TracedValue value, int depth)
    {
        if (Values.ListOf(value) is not { } items)
        {
            writer.WriteStringValue(call.Evaluator.Print(value.Value));
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, call, item, depth + 1);
        }

        writer.WriteEndArray();
    }
}
