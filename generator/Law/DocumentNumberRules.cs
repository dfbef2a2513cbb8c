using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>What a 文号 looks like, and the usual mistakes: <c>_law/numbers.yaml</c>.</summary>
public sealed class DocumentNumberRules
{
    private readonly DataPattern _procuratorate;
    private readonly DataPattern _court;
    private readonly ImmutableArray<string> _kinds;
    private readonly ImmutableArray<Mistake> _mistakes;

    private DocumentNumberRules((DataPattern Procuratorate, DataPattern Court) forms, ImmutableArray<string> kinds, ImmutableArray<Mistake> mistakes)
    {
        (_procuratorate, _court) = forms;
        _kinds = kinds;
        _mistakes = mistakes;
    }

    internal static DocumentNumberRules None { get; } = new((DataPattern.Nothing, DataPattern.Nothing), [], []);

    /// <summary>Takes a number apart; null where it is neither a procuratorate's nor a court's.</summary>
    public DocumentNumber? Parse(string text) =>
        Of(_procuratorate.Match(text)) is { } procuratorate ? WithLongestKind(procuratorate)
        : Of(_court.Match(text)) is { } court ? court with { IsCourt = true }
        : null;

    /// <summary>What is wrong with a number, each with what to write instead; empty for a right one.</summary>
    public ImmutableArray<(Message Problem, Message Fix)> Explain(string text) =>
        Parse(text) is not null
            ? []
            : [.. from mistake in _mistakes where mistake.Pattern.IsMatch(text) select (mistake.Problem, mistake.Fix)];

    internal static DocumentNumberRules Read(LawNode file)
    {
        var procuratorate = file.Object("procuratorate");
        var court = file.Object("court");
        var kinds = procuratorate.List("kinds").Select(kind => kind.Text()).OrderByDescending(kind => kind.Length).ToImmutableArray();
        var anyKind = string.Join('|', kinds.Select(Regex.Escape));
        return new(
            (procuratorate.Pattern("pattern", text => Whole(text, "{kinds}", anyKind)),
            court.Pattern("pattern", text => Whole(text, "{courts}", court.Text("courts")))),
            kinds,
            [.. file.List("mistakes").Select(ReadMistake)]);
    }

    private static string Whole(string pattern, string place, string value) =>
        $"^(?:{pattern.Replace(place, value, StringComparison.Ordinal)})$";

    private static Mistake ReadMistake(LawNode node) =>
        new(node.Pattern("pattern"), node.Message("problem"), node.Message("fix"));

    /// <summary>刑附民公诉 is one kind, not the case code 刑附 and the kind 民公诉.</summary>
    private DocumentNumber WithLongestKind(DocumentNumber number)
    {
        var middle = number.Division + number.Kind;
        var kind = _kinds.First(each => middle.EndsWith(each, StringComparison.Ordinal));
        return number with { Division = middle[..^kind.Length], Kind = kind };
    }

    private static DocumentNumber? Of(Match match) =>
        match.Success
            ? new(
                match.Groups["office"].Value,
                match.Groups["division"].Value,
                match.Groups["kind"].Value,
                int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                match.Groups["serial"].Value)
            : null;

    private sealed record Mistake(DataPattern Pattern, Message Problem, Message Fix);
}
