using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>A value of a law file being read: asks for members by kind and reports what is missing or of another kind.</summary>
/// <remarks>Reading goes on with an empty value, so that one run shows every mistake of a file.</remarks>
internal sealed record LawNode(DataNode Node, DiagnosticBag Diagnostics)
{
    public bool Has(string name) => Node is DataObject value && value.Find(name) is not (null or DataNull);

    public LawNode Object(string name) => Member(name, "对象", "an object", static node => node is DataObject) ?? With(DataObject.Empty);

    public IEnumerable<LawNode> List(string name)
    {
        var bag = Diagnostics;
        return Member(name, "列表", "a list", static node => node is DataList) is { Node: DataList list }
            ? list.Items.Select(item => new LawNode(item, bag))
            : [];
    }

    public IEnumerable<LawNode> ListOrNone(string name) => Has(name) ? List(name) : [];

    public IEnumerable<LawMember> Members()
    {
        var bag = Diagnostics;
        return Node is DataObject value ? value.Members.Select(member => new LawMember(member.Name, new(member.Value, bag))) : [];
    }

    public string Text(string name) => Member(name, "文字", "text", static node => WrittenText(node) is not null)?.Text() ?? "";

    public string? TextOrNone(string name) => Has(name) ? Text(name) : null;

    /// <summary>The text of this value itself.</summary>
    public string Text()
    {
        if (WrittenText(Node) is { } text)
        {
            return text;
        }

        Diagnostics.Add(LawErrors.WrongKind(Node, "文字", "text"));
        return "";
    }

    public int Integer(string name) => (int)Number(name);

    public decimal Number(string name) =>
        Member(name, "数字", "a number", static node => node is DataNumber) is { Node: DataNumber number } ? number.Value : 0;

    public bool Flag(string name) =>
        Has(name) && Member(name, "true 或 false", "true or false", static node => node is DataFlag) is { Node: DataFlag { Value: true } };

    public DateOnly? DateOrNone(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var text = Text(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Diagnostics.Add(LawErrors.BadLawDate(((DataObject)Node).Find(name)!));
        return null;
    }

    public ArticleNumber? Article()
    {
        if (ArticleNumber.Parse(Text()) is { } article)
        {
            return article;
        }

        Diagnostics.Add(LawErrors.BadLawArticle(Node));
        return null;
    }

    /// <summary>A text in both languages: <c>[中文, English]</c>.</summary>
    public Message Message(string name)
    {
        var texts = List(name).Select(item => item.Text()).ToList();
        return new(texts.ElementAtOrDefault(0) ?? "", texts.ElementAtOrDefault(1) ?? "");
    }

    /// <summary>A regular expression; one that matches nothing where it cannot be used.</summary>
    /// <param name="name">The member.</param>
    /// <param name="complete">Fills places and anchors; null for the pattern as it is.</param>
    public DataPattern Pattern(string name, Func<string, string>? complete = null)
    {
        var pattern = Text(name);
        try
        {
            return new(complete is null ? pattern : complete(pattern), RegexOptions.ExplicitCapture);
        }
        catch (ArgumentException exception)
        {
            Diagnostics.Add(LawErrors.BadPattern(Node, exception.Message));
            return DataPattern.Nothing;
        }
    }

    private static string? WrittenText(DataNode node) => node switch
    {
        DataText text => text.Value,
        DataNumber number => number.Written,
        _ => null,
    };

    private LawNode With(DataNode node) => new(node, Diagnostics);

    private LawNode? Member(string name, string chinese, string english, Predicate<DataNode> isRight)
    {
        if (Node is not DataObject value || value.Find(name) is not { } member)
        {
            Diagnostics.Add(LawErrors.MissingMember(Node, name));
            return null;
        }

        if (isRight(member))
        {
            return With(member);
        }

        Diagnostics.Add(LawErrors.WrongKind(member, chinese, english));
        return null;
    }
}

/// <summary>A member of a value of a law file.</summary>
internal sealed record LawMember(string Name, LawNode Node);
