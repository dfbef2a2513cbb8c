using System.Text.Json;
using System.Text.RegularExpressions;

namespace PiiDocs.EndToEnd;

/// <summary>
/// What SARIF 2.1.0 (an OASIS standard) demands of a log of the shape PiiDocs writes: every property known to the standard, those
/// required there, values of the right kind, and references that point at something.
/// </summary>
internal static partial class Sarif
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["log"] = ["$schema", "version", "runs"],
        ["run"] = ["tool", "columnKind", "results"],
        ["tool"] = ["driver"],
        ["driver"] = ["name", "rules"],
        ["rule"] = ["id", "fullDescription"],
        ["result"] = ["ruleId", "ruleIndex", "level", "message", "locations", "properties"],
        ["location"] = ["physicalLocation"],
        ["physicalLocation"] = ["artifactLocation", "region"],
        ["artifactLocation"] = ["uri"],
        ["region"] = ["startLine", "startColumn", "endLine", "endColumn"],
        ["message"] = ["text"],
    };

    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["log"] = ["version", "runs"],
        ["run"] = ["tool"],
        ["tool"] = ["driver"],
        ["driver"] = ["name"],
        ["rule"] = ["id"],
        ["result"] = ["message"],
        ["message"] = ["text"],
        ["physicalLocation"] = ["artifactLocation"],
        ["region"] = ["startLine"],
    };

    /// <summary>Everything that is wrong with a log; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(string log)
    {
        using var json = JsonDocument.Parse(log);
        var problems = new List<string>();
        Shape("log", json.RootElement, problems);
        Expect(json.RootElement.GetProperty("version").GetString() == "2.1.0", "version", problems);
        foreach (var run in json.RootElement.GetProperty("runs").EnumerateArray())
        {
            Run(run, problems);
        }

        return problems;
    }

    private static void Run(JsonElement run, List<string> problems)
    {
        Shape("run", run, problems);
        Expect(run.GetProperty("columnKind").GetString() is "utf16CodeUnits" or "unicodeCodePoints", "columnKind", problems);
        var tool = run.GetProperty("tool");
        Shape("tool", tool, problems);
        var driver = tool.GetProperty("driver");
        Shape("driver", driver, problems);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        foreach (var rule in rules)
        {
            Shape("rule", rule, problems);
            Expect(!rule.TryGetProperty("fullDescription", out var description) || IsText(description), "fullDescription", problems);
        }

        var ids = rules.Select(rule => rule.GetProperty("id").GetString()).ToList();
        Expect(ids.Distinct().Count() == ids.Count, "rule ids are unique", problems);
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Result(result, ids, problems);
        }
    }

    private static void Result(JsonElement result, List<string?> rules, List<string> problems)
    {
        Shape("result", result, problems);
        Shape("message", result.GetProperty("message"), problems);
        Expect(IsText(result.GetProperty("message")), "message", problems);
        Expect(result.GetProperty("level").GetString() is "none" or "note" or "warning" or "error", "level", problems);
        var index = result.GetProperty("ruleIndex").GetInt32();
        Expect(index >= 0 && index < rules.Count && rules[index] == result.GetProperty("ruleId").GetString(), "ruleIndex", problems);
        Expect(!result.TryGetProperty("properties", out var bag) || bag.ValueKind == JsonValueKind.Object, "properties", problems);
        foreach (var location in result.TryGetProperty("locations", out var locations) ? locations.EnumerateArray() : default)
        {
            Location(location, problems);
        }
    }

    private static void Location(JsonElement location, List<string> problems)
    {
        Shape("location", location, problems);
        var place = location.GetProperty("physicalLocation");
        Shape("physicalLocation", place, problems);
        var artifact = place.GetProperty("artifactLocation");
        Shape("artifactLocation", artifact, problems);
        var uri = artifact.GetProperty("uri").GetString()!;
        Expect(UriReference().IsMatch(uri) && Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out _), $"uri {uri}", problems);
        if (!place.TryGetProperty("region", out var region))
        {
            return;
        }

        Shape("region", region, problems);
        var (startLine, startColumn) = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        var (endLine, endColumn) = (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Expect(startLine >= 1 && startColumn >= 1 && endColumn >= 1, "region counts from 1", problems);
        Expect(endLine > startLine || (endLine == startLine && endColumn >= startColumn), "region ends after it starts", problems);
    }

    private static bool IsText(JsonElement message) => message.GetProperty("text").GetString() is { Length: > 0 };

    private static void Shape(string kind, JsonElement element, List<string> problems)
    {
        var names = element.EnumerateObject().Select(member => member.Name).ToList();
        problems.AddRange(names.Except(Known[kind]).Select(name => $"{kind}: no property {name} in the standard"));
        problems.AddRange(Required.GetValueOrDefault(kind, []).Except(names).Select(name => $"{kind}: {name} is required"));
        Expect(names.Distinct().Count() == names.Count, $"{kind}: a property twice", problems);
    }

    private static void Expect(bool isRight, string what, List<string> problems)
    {
        if (!isRight)
        {
            problems.Add(what);
        }
    }

    // RFC 3986: nothing outside ASCII, no blank, every per cent sign before two hexadecimal digits.
    [GeneratedRegex("^(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})+$", RegexOptions.CultureInvariant)]
    private static partial Regex UriReference();
}
