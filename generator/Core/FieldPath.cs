using System.Globalization;

namespace PiiDocs.Core;

/// <summary>The address of a value in a case: <c>$.parties[0].name</c>.</summary>
public readonly record struct FieldPath(string Value)
{
    public static readonly FieldPath Root = new("$");

    /// <summary>Paths up to here fit a buffer on the stack.</summary>
    public const int ShortPath = 256;

    public FieldPath Member(string name) => new(string.Concat(Value, ".", name));

    public FieldPath Item(int index) => new(string.Concat(Value, "[", index.ToString(CultureInfo.InvariantCulture), "]"));

    /// <summary>Whether another path is this one or lies within it: <c>$.parties[1]</c> holds <c>$.parties[1].name</c>, and not <c>$.parties[10]</c>.</summary>
    public bool Holds(FieldPath other) =>
        other.Value.StartsWith(Value, StringComparison.Ordinal)
        && (other.Value.Length == Value.Length || other.Value[Value.Length] is '.' or '[');

    /// <summary>The path with every index replaced by <c>[]</c>: one path for all items of a list.</summary>
    public FieldPath WithoutIndexes()
    {
        if (!Value.Contains('[', StringComparison.Ordinal))
        {
            return this;
        }

        var text = Value.Length <= ShortPath ? stackalloc char[ShortPath] : new char[Value.Length];
        return new(text[..CopyWithoutIndexes(text)].ToString());
    }

    /// <summary>Writes <see cref="WithoutIndexes"/> to a span at least as long as this path; gives the length.</summary>
    public int CopyWithoutIndexes(Span<char> text)
    {
        var length = 0;
        var inside = false;
        foreach (var c in Value)
        {
            inside = c == '[' || (inside && c != ']');
            if (!inside || c == '[')
            {
                text[length++] = c;
            }
        }

        return length;
    }

    public override string ToString() => Value;
}
