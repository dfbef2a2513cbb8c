using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Enumerations and paragraphs.</summary>
internal static class TextFunctions
{
    public static IEnumerable<TemplateFunction> All(LawForms forms) =>
    [
        Function.Of("legal.list", new("并列：甲、乙和丙", "enumeration: 甲、乙和丙"),
            (Arguments.List("items"), Arguments.Text("last").Or(forms.ListLast), Arguments.TextOrNone("member")),
            (items, last, member) => List(items, new(forms.ListMark, last), member)),
        Function.Of("legal.paragraphs", new("把多行文字分成段落", "a text of several lines as paragraphs"),
            Arguments.Text("text"), text => FunctionOutcome.OfPieces(Paragraphs(text))),
    ];

    /// <summary>The item itself, or its member.</summary>
    internal static object? MemberOf(object? item, string? member) =>
        member is null ? item : (item as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(member);

    private static FunctionOutcome List(IReadOnlyList<object?> items, Marks marks, string? member)
    {
        var texts = new List<string>(items.Count);
        foreach (var item in items)
        {
            switch (MemberOf(item, member))
            {
                case string text:
                    texts.Add(text);
                    break;
                case decimal number:
                    texts.Add(CountText.Figures(number));
                    break;
                default:
                    return FunctionOutcome.Failed(member is null
                        ? FunctionErrors.WrongArgument("items", "文字的列表", "a list of texts")
                        : FunctionErrors.MissingMember(member));
            }
        }

        var joined = texts.Count < 2
            ? string.Concat(texts)
            : string.Join(marks.Between, texts.SkipLast(1)) + marks.BeforeLast + texts[^1];
        return FunctionOutcome.Of(joined);
    }

    /// <summary>Each line that says something becomes a paragraph; the line ends between them are the function's own.</summary>
    private static ImmutableArray<FunctionPiece> Paragraphs(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<FunctionPiece>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new("\n\n", IsFixed: true));
            }

            pieces.Add(new(line, IsFixed: false));
        }

        return pieces.ToImmutable();
    }

    private readonly record struct Marks(string Between, string BeforeLast);
}
