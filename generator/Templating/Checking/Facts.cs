using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Checking;

/// <summary>The optional fields a template has asked for where it stands.</summary>
internal sealed class Facts
{
    private readonly List<FieldPath> _present = [];

    public int Count => _present.Count;

    public bool Has(FieldPath field) => _present.Contains(field);

    public void Add(IEnumerable<FieldPath> fields) => _present.AddRange(fields);

    public void BackTo(int count) => _present.RemoveRange(count, _present.Count - count);

    /// <summary>The fields that are there when a condition holds, or when it does not.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="holds">Whether it does.</param>
    /// <param name="fieldsOf">The fields along a member path.</param>
    public static IEnumerable<FieldPath> From(Expression condition, bool holds, Func<Expression, IEnumerable<FieldPath>> fieldsOf) => condition switch
    {
        NestedExpression nested => From(nested.Inner, holds, fieldsOf),
        UnaryExpression { Operator: UnaryOperator.Not } not => From(not.Operand, !holds, fieldsOf),
        BinaryExpression { Operator: BinaryOperator.And } both when holds => From(both.Left, true, fieldsOf).Concat(From(both.Right, true, fieldsOf)),
        BinaryExpression { Operator: BinaryOperator.Or } either when !holds => From(either.Left, false, fieldsOf).Concat(From(either.Right, false, fieldsOf)),
        BinaryExpression { Operator: BinaryOperator.Or or BinaryOperator.And } => [],
        BinaryExpression comparison => FromComparison(comparison, holds, fieldsOf),
        EmptyQuestionExpression question when !holds => fieldsOf(question.Target),
        CallExpression call when holds => FromQuestion(call, fieldsOf),
        MemberExpression or VariableExpression or IndexExpression when holds => fieldsOf(condition),
        _ => [],
    };

    /// <summary>What compares equal to something, or is less or more than it, is there.</summary>
    private static IEnumerable<FieldPath> FromComparison(BinaryExpression comparison, bool holds, Func<Expression, IEnumerable<FieldPath>> fieldsOf)
    {
        var comparesNothing = IsNothing(comparison.Left) || IsNothing(comparison.Right);
        var isPresent = comparison.Operator switch
        {
            BinaryOperator.Equal => holds != comparesNothing,
            BinaryOperator.NotEqual => holds == comparesNothing,
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => holds,
            _ => false,
        };
        return isPresent ? fieldsOf(comparison.Left).Concat(fieldsOf(comparison.Right)) : [];
    }

    /// <summary><c>x | array.size</c> and the like: true or more than nothing only of what is there.</summary>
    private static IEnumerable<FieldPath> FromQuestion(CallExpression call, Func<Expression, IEnumerable<FieldPath>> fieldsOf) =>
        call.Piped is { } piped ? fieldsOf(piped) : call.Arguments.Take(1).SelectMany(argument => fieldsOf(argument.Value));

    private static bool IsNothing(Expression expression) => expression is LiteralExpression { Value: null } or VariableExpression { Name: "empty" };
}
