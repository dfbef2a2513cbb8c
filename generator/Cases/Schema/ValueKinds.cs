using System.Diagnostics;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>The kinds a schema may ask for with <c>type</c>.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Text = 1,
    Number = 2,
    Integer = 4,
    Flag = 8,
    List = 16,
    Object = 32,
    Null = 64,
}

internal static class ValueKindNames
{
    private static readonly KindName[] Table =
    [
        new(ValueKinds.Text, "string", new("文字", "a text")),
        new(ValueKinds.Number, "number", new("数字", "a number")),
        new(ValueKinds.Integer, "integer", new("整数", "a whole number")),
        new(ValueKinds.Flag, "boolean", new("真假值（true/false）", "true or false")),
        new(ValueKinds.List, "array", new("列表", "a list")),
        new(ValueKinds.Object, "object", new("一组字段", "a group of fields")),
        new(ValueKinds.Null, "null", new("空", "empty")),
    ];

    /// <summary>The kind behind JSON Schema's word for it; none for a word it does not have.</summary>
    public static ValueKinds Find(string keyword) => Array.Find(Table, row => row.Keyword == keyword)?.Kind ?? ValueKinds.None;

    public static Message Describe(ValueKinds kinds)
    {
        var names = Table.Where(row => kinds.HasFlag(row.Kind)).Select(row => row.Name).ToList();
        return new(string.Join("或", names.Select(name => name.Chinese)), string.Join(" or ", names.Select(name => name.English)));
    }

    /// <summary>Whether the value is of one of the kinds.</summary>
    public static bool Accept(this ValueKinds kinds, DataNode value) =>
        (kinds & KindOf(value)) != 0
        || (kinds.HasFlag(ValueKinds.Integer) && value is DataNumber number && decimal.IsInteger(number.Value));

    public static ValueKinds KindOf(DataNode value) => value switch
    {
        DataText => ValueKinds.Text,
        DataNumber => ValueKinds.Number,
        DataFlag => ValueKinds.Flag,
        DataNull => ValueKinds.Null,
        DataList => ValueKinds.List,
        DataObject => ValueKinds.Object,
        _ => throw new UnreachableException($"no kind for {value.GetType().Name}"),
    };

    private sealed record KindName(ValueKinds Kind, string Keyword, Message Name);
}
