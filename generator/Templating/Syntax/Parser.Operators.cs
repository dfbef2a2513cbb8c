namespace PiiDocs.Templating.Syntax;

/// <summary>The operators and how tight they bind.</summary>
internal sealed partial class Parser
{
    private static bool OperatorAt(TokenKind kind, out BinaryOperator binary)
    {
        var found = kind switch
        {
            TokenKind.QuestionQuestion => BinaryOperator.Coalesce,
            TokenKind.QuestionExclamation => BinaryOperator.CoalesceNot,
            TokenKind.OrOr => BinaryOperator.Or,
            TokenKind.AndAnd => BinaryOperator.And,
            TokenKind.EqualsEquals => BinaryOperator.Equal,
            TokenKind.ExclamationEquals => BinaryOperator.NotEqual,
            TokenKind.Less => BinaryOperator.Less,
            TokenKind.LessEquals => BinaryOperator.LessOrEqual,
            TokenKind.Greater => BinaryOperator.Greater,
            TokenKind.GreaterEquals => BinaryOperator.GreaterOrEqual,
            TokenKind.Plus => BinaryOperator.Add,
            TokenKind.Minus => BinaryOperator.Subtract,
            TokenKind.Star => BinaryOperator.Multiply,
            TokenKind.Slash => BinaryOperator.Divide,
            TokenKind.SlashSlash => BinaryOperator.DivideWhole,
            TokenKind.Percent => BinaryOperator.Remainder,
            TokenKind.LessLess => BinaryOperator.ShiftLeft,
            TokenKind.GreaterGreater => BinaryOperator.ShiftRight,
            TokenKind.DotDot => BinaryOperator.Range,
            TokenKind.DotDotLess => BinaryOperator.RangeExclusive,
            _ => (BinaryOperator?)null,
        };
        binary = found.GetValueOrDefault();
        return found is not null;
    }

    private static int PrecedenceOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Coalesce or BinaryOperator.CoalesceNot => 20,
        BinaryOperator.Or => 30,
        BinaryOperator.And => 40,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 70,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => 80,
        BinaryOperator.Add or BinaryOperator.Subtract => 100,
        BinaryOperator.Range or BinaryOperator.RangeExclusive => 130,
        _ => 110,
    };

    private static bool AssignmentAt(TokenKind kind, out BinaryOperator? compound)
    {
        compound = kind switch
        {
            TokenKind.PlusEquals => BinaryOperator.Add,
            TokenKind.MinusEquals => BinaryOperator.Subtract,
            TokenKind.StarEquals => BinaryOperator.Multiply,
            TokenKind.SlashEquals => BinaryOperator.Divide,
            TokenKind.SlashSlashEquals => BinaryOperator.DivideWhole,
            TokenKind.PercentEquals => BinaryOperator.Remainder,
            _ => null,
        };
        return compound is not null || kind == TokenKind.Equals;
    }
}
