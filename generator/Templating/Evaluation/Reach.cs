using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>What a statement could write, judged without running it.</summary>
internal static class Reach
{
    /// <summary>Whether it can write anything but blanks; a loop that only works something out cannot.</summary>
    public static bool Writes(Statement? statement) => statement switch
    {
        null => false,
        TextStatement text => !string.IsNullOrWhiteSpace(text.Text),
        ExpressionStatement { Expression: AssignExpression } => false,
        ExpressionStatement or ReturnStatement => true,
        _ => BodiesOf(statement).Any(body => body.Statements.Any(Writes)),
    };

    /// <summary>Whether it writes whole lines: what comes after it begins a line.</summary>
    public static bool WritesLines(Statement statement) =>
        BodiesOf(statement).Any(body => body.Statements.Any(each => each is TextStatement text ? text.Text.Contains('\n', StringComparison.Ordinal) : WritesLines(each)));

    private static IEnumerable<Block> BodiesOf(Statement statement) => statement switch
    {
        IfStatement branch => branch.Else is { } other ? BodiesOf(other).Prepend(branch.Then) : [branch.Then],
        ElseStatement otherwise => [otherwise.Body],
        CaseStatement choice => [.. choice.Clauses.Select(clause => clause.Body), .. choice.Else is { } other ? [other] : Enumerable.Empty<Block>()],
        ForStatement loop => loop.Else is { } other ? [loop.Body, other] : [loop.Body],
        WhileStatement loop => [loop.Body],
        WithStatement scope => [scope.Body],
        WrapStatement wrap => [wrap.Body],
        _ => [],
    };
}
