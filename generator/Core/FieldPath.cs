using System.Globalization;

namespace PiiDocs.Core;

/// <summary>The address of a value in a case: <c>$.parties[0].name</c>.</summary>
public readonly record struct FieldPath(string Value)
{
    public static readonly FieldPath Root = new("$");

    public FieldPath Member(string name) => new($"{Value}.{name}");

    public FieldPath Item(int index) => new($"{Value}[{index.ToString(CultureInfo.InvariantCulture)}]");

    /// <summary>The path with every index replaced by <c>[]</c>: one path for all items of a list.</summary>
    public FieldPath WithoutIndexes()
    {
        if (!Value.Contains('[', StringComparison.Ordinal))
        {
            return this;
        }

        var text = new System.Text.StringBuilder(Value.Length);
        var inside = false;
        foreach (var c in Value)
        {
            inside = c == '[' || (inside && c != ']');
            if (!inside || c == '[')
            {
                text.Append(c);
            }
        }

        return new(text.ToString());
    }

    public override string ToString() => Value;
}
