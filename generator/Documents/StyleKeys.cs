using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>The keys of one object of a style sheet, read by kind; what is wrong is reported and read as a default.</summary>
internal sealed class StyleKeys(DataObject node, DiagnosticBag diagnostics)
{
    private static readonly Message AnObject = new("对象", "an object");
    private static readonly Message AText = new("文字", "a text");
    private static readonly Message ANumber = new("数字", "a number");
    private static readonly Message ACount = new("正整数", "a whole number above zero");
    private static readonly Message AFlag = new("true或false", "true or false");
    private static readonly Message AListOfTexts = new("文字的列表", "a list of texts");
    private static readonly Message ALength = new("长度，如37mm、16pt", "a length such as 37mm or 16pt");
    private static readonly Message AColor = new("颜色，如FF0000", "a colour such as FF0000");

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public DataObject Node => node;

    public string Text(string key) => Required(key) is { } value ? TextOf(value) : "";

    public string? OptionalText(string key) => Optional(key) is { } value ? TextOf(value) : null;

    public Length Length(string key) => Required(key) is { } value ? LengthOf(value) : default;

    public Length? OptionalLength(string key) => Optional(key) is { } value ? LengthOf(value) : null;

    public decimal Number(string key, decimal otherwise)
    {
        switch (Optional(key))
        {
            case null:
                return otherwise;
            case DataNumber { Value: >= -1000 and <= 1000 } number:
                return number.Value;
            case { } other:
                return Wrong(other, ANumber, otherwise);
        }
    }

    public int Count(string key)
    {
        switch (Required(key))
        {
            case null:
                return 1;
            case DataNumber { Value: > 0 and <= 1000 } number when decimal.IsInteger(number.Value):
                return (int)number.Value;
            case { } other:
                return Wrong(other, ACount, 1);
        }
    }

    public bool Flag(string key) => Optional(key) switch
    {
        null => false,
        DataFlag flag => flag.Value,
        { } other => Wrong(other, AFlag, false),
    };

    /// <summary>A member of <typeparamref name="T"/> by its name in lower case.</summary>
    public T Word<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Optional(key) is not { } value)
        {
            return otherwise;
        }

        var words = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (value is DataText text && words.IndexOf(text.Value) is var index and >= 0)
        {
            return Enum.GetValues<T>()[index];
        }

        diagnostics.Add(DocumentErrors.UnknownWord(value.Location, value.Path, words));
        return otherwise;
    }

    public string Color(string key, string otherwise)
    {
        if (Optional(key) is not { } value)
        {
            return otherwise;
        }

        // Digits alone make YAML see a number; its written form is the colour.
        var text = value switch { DataText written => written.Value, DataNumber number => number.Written, _ => "" };
        return text.Length == 6 && text.All(char.IsAsciiHexDigit) ? text.ToUpperInvariant() : Wrong(value, AColor, otherwise);
    }

    public ImmutableArray<string> Texts(string key)
    {
        if (Optional(key) is not { } value)
        {
            return [];
        }

        return value is DataList list ? [.. list.Items.Select(TextOf)] : Wrong<ImmutableArray<string>>(value, AListOfTexts, []);
    }

    public StyleKeys Object(string key) =>
        Required(key) is { } value ? new(ObjectOf(value), diagnostics) : new(DataObject.Empty, new());

    public StyleKeys? OptionalObject(string key) => Optional(key) is { } value ? new(ObjectOf(value), diagnostics) : null;

    /// <summary>The members of an object whose keys are names of the sheet's own.</summary>
    public IEnumerable<NamedKeys> Named(string key) =>
        from member in Required(key) is { } value ? ObjectOf(value).Members : []
        select new NamedKeys(member.Name, new(ObjectOf(member.Value), diagnostics));

    /// <summary>Reports a name that the sheet does not define.</summary>
    public void CheckName(string key, string? name, IEnumerable<string> defined)
    {
        var names = defined.ToList();
        if (!string.IsNullOrEmpty(name) && !names.Contains(name) && node.Find(key) is { } value)
        {
            diagnostics.Add(DocumentErrors.UndefinedName(value.Location, value.Path, name, NearestName.Find(name, names)));
        }
    }

    public void Report(Func<SourceLocation?, FieldPath, Diagnostic> problem) => diagnostics.Add(problem(node.Location, node.Path));

    /// <summary>Reports the keys nobody asked for. Call last.</summary>
    public void Finish()
    {
        foreach (var member in node.Members.Where(member => !_known.Contains(member.Name)))
        {
            var at = member.NameLocation ?? member.Value.Location;
            diagnostics.Add(DocumentErrors.UnknownKey(at, node.Path.Member(member.Name), NearestName.Find(member.Name, _known)));
        }
    }

    private DataNode? Optional(string key)
    {
        _known.Add(key);
        return node.Find(key) is { } value and not DataNull ? value : null;
    }

    private DataNode? Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }

        diagnostics.Add(DocumentErrors.MissingKey(node.Location, node.Path.Member(key)));
        return null;
    }

    private DataObject ObjectOf(DataNode value) => value as DataObject ?? Wrong(value, AnObject, DataObject.Empty);

    private string TextOf(DataNode value) => value is DataText text ? text.Value : Wrong(value, AText, "");

    private Length LengthOf(DataNode value)
    {
        if (value is DataText text && text.Value.Length > 2)
        {
            var number = text.Value.AsSpan(0, text.Value.Length - 2).TrimEnd();
            if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && amount <= 10_000)
            {
                switch (text.Value[^2..])
                {
                    case "mm":
                        return Documents.Length.FromMillimetres(amount);
                    case "pt":
                        return Documents.Length.FromPoints(amount);
                }
            }
        }

        return Wrong(value, ALength, default(Length));
    }

    private T Wrong<T>(DataNode value, Message expected, T otherwise)
    {
        diagnostics.Add(DocumentErrors.WrongKind(value.Location, value.Path, expected));
        return otherwise;
    }
}

/// <summary>An object of a style sheet whose key is a name of the sheet's own.</summary>
internal sealed record NamedKeys(string Name, StyleKeys Keys);
