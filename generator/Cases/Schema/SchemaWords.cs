using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>The keywords of one schema object, each read as the kind it must have; what is not is reported and left out.</summary>
internal sealed class SchemaWords(DataObject schema, DiagnosticBag diagnostics)
{
    /// <summary>Keywords of JSON Schema 2020-12 that are read here or carry no rule; <c>x-…</c> comes beside them.</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "$schema", "$id", "$comment", "$defs", "$ref", "title", "description", "examples", "default", "deprecated",
        "type", "enum", "const", "properties", "patternProperties", "required", "additionalProperties",
        "items", "minItems", "maxItems", "uniqueItems", "pattern", "format", "minLength", "maxLength", "minimum", "maximum",
        "oneOf", "anyOf",
    }.ToFrozenSet(StringComparer.Ordinal);

    public void ReportUnknown()
    {
        foreach (var keyword in schema.Members)
        {
            if (!Known.Contains(keyword.Name) && !keyword.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                diagnostics.Add(CaseErrors.UnknownKeyword(keyword, schema.Path, NearestName.Find(keyword.Name, Known)));
            }
        }
    }

    public string? Text(string keyword) => TextNode(keyword)?.Value;

    public DataText? TextNode(string keyword) => Read<DataText>(keyword, new("文字", "a text"));

    public bool Flag(string keyword) => Read<DataFlag>(keyword, new("true 或 false", "true or false"))?.Value ?? false;

    public decimal? Number(string keyword) => Read<DataNumber>(keyword, new("数字", "a number"))?.Value;

    public CountRange Counts(string least, string most) => new(Count(least), Count(most));

    public ImmutableArray<DataNode> List(string keyword) => Read<DataList>(keyword, new("列表", "a list"))?.Items ?? [];

    public ImmutableArray<DataMember> Members(string keyword) =>
        Read<DataObject>(keyword, new("一组字段", "a group of fields"))?.Members ?? [];

    public ImmutableArray<string> Texts(string keyword)
    {
        var items = List(keyword);
        if (items.All(item => item is DataText))
        {
            return [.. items.Cast<DataText>().Select(item => item.Value)];
        }

        diagnostics.Add(CaseErrors.BadKeyword(Member(keyword)!, new("文字的列表", "a list of texts")));
        return [];
    }

    public ValueKinds Kinds()
    {
        var names = schema.Find("type") is DataText one ? [one.Value] : Texts("type");
        var (kinds, isKnown) = (ValueKinds.None, true);
        foreach (var name in names)
        {
            var kind = ValueKindNames.Find(name);
            isKnown &= kind != ValueKinds.None;
            kinds |= kind;
        }

        if (!isKnown)
        {
            diagnostics.Add(CaseErrors.BadKeyword(
                Member("type")!,
                new("string、number、integer、boolean、array、object、null", "string, number, integer, boolean, array, object, null")));
        }

        return kinds;
    }

    /// <summary>The values of <c>enum</c> or <c>const</c>; default where neither stands.</summary>
    public ImmutableArray<DataNode> Allowed() =>
        schema.Find("const") is { } only ? [only]
        : schema.Find("enum") is null ? default
        : List("enum");

    public FieldFormat? Format()
    {
        if (TextNode("format") is not { } format)
        {
            return null;
        }

        if (FieldFormats.Find(format.Value) is { } known)
        {
            return known;
        }

        diagnostics.Add(CaseErrors.UnknownFormat(format, format.Value, FieldFormats.Names));
        return null;
    }

    public DataPattern? Pattern() => TextNode("pattern") is { } pattern ? Compile(pattern.Value, pattern.Location, pattern.Path) : null;

    /// <summary>A regular expression in ECMAScript's meaning: <c>\d</c> is 0 to 9, and a closing <c>$</c> is the very end.</summary>
    public DataPattern? Compile(string pattern, SourceLocation? at, FieldPath field)
    {
        var isAnchored = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal);
        try
        {
            return new(isAnchored ? pattern[..^1] + "\\z" : pattern, RegexOptions.ECMAScript);
        }
        catch (ArgumentException)
        {
            diagnostics.Add(CaseErrors.BadPattern(at, field));
            return null;
        }
    }

    public DataMember? Member(string keyword) => schema.Members.FirstOrDefault(member => member.Name == keyword);

    private int? Count(string keyword)
    {
        var number = Number(keyword);
        if (number is null or (>= 0 and <= int.MaxValue))
        {
            return (int?)number;
        }

        diagnostics.Add(CaseErrors.BadKeyword(Member(keyword)!, new("不小于 0 的整数", "a whole number of at least 0")));
        return null;
    }

    private T? Read<T>(string keyword, Message expected)
        where T : DataNode
    {
        var member = Member(keyword);
        if (member is null || member.Value is T)
        {
            return (T?)member?.Value;
        }

        diagnostics.Add(CaseErrors.BadKeyword(member, expected));
        return null;
    }
}
