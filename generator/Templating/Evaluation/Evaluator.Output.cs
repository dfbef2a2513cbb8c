using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Writing, with origins and indentation.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Writes the value of an expression.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="plain">The origin of a value that read no field.</param>
    /// <param name="slot">The output place, for remembering its origin; -1 for none.</param>
    /// <param name="allowsNothing">Null prints nothing even in a filing.</param>
    private void Write(TracedValue value, Origin plain, int slot, bool allowsNothing = true)
    {
        if (value.Value is null)
        {
            if (!IsLenient && !allowsNothing)
            {
                ReportNothing(value, plain);
            }

            return;
        }

        if (value.Trace is TracedText captured)
        {
            foreach (var run in captured.Runs)
            {
                WriteText(captured.Text.AsSpan(run.Span.Start, run.Span.Length), run.Origin, run.Origin);
            }

            return;
        }

        var text = TextOf(ref value);
        if (value.Trace is null)
        {
            WriteText(text, plain, plain);
            return;
        }

        var origin = OriginOf(value, plain, slot);
        WriteText(text, origin, plain);
    }

    /// <summary>A field's own text as the case has it, or the printed form of a value, with all fields inside it.</summary>
    private string TextOf(ref TracedValue value)
    {
        if (value.Value is string text)
        {
            return text;
        }

        if (value.Trace is DataNumber number && !IsLenient)
        {
            return number.Written;
        }

        var printer = new Printer(this);
        text = printer.Print(value);
        value = new(text, printer.IsWhole ? value.Trace : TracedValue.Union(value.Trace, printer.Trace));
        return text;
    }

    private Origin OriginOf(TracedValue value, Origin plain, int slot)
    {
        var remembered = slot < 0 ? null : _origins[slot];
        if (value.Trace is DataNode node)
        {
            if (remembered is { Verbatim: true } && remembered.Fields[0] == node.Path)
            {
                return remembered;
            }

            return Remember(slot, new(plain.Template, [node.Path], true));
        }

        var fields = value.Fields;
        return remembered is { Verbatim: false } && remembered.Fields.SequenceEqual(fields)
            ? remembered
            : Remember(slot, new(plain.Template, fields, false));
    }

    private Origin Remember(int slot, Origin origin)
    {
        if (slot >= 0)
        {
            _origins[slot] = origin;
        }

        return origin;
    }

    /// <summary>Writes text; in an indented block the lines after the first get the block's white space.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="template">The origin of the white space, which the template wrote.</param>
    private void WriteText(ReadOnlySpan<char> text, Origin origin, Origin template)
    {
        if (text.Length > _options.Limits.OutputLength - _writer.Length)
        {
            CheckLength(origin.Template?.Span ?? default, (long)_writer.Length + text.Length);
        }

        if (string.IsNullOrEmpty(_indentation) || (!_writer.IsAtLineStart && !text.Contains('\n')))
        {
            _writer.Append(text, origin);
            return;
        }

        WriteIndented(text, origin.Verbatim ? origin with { Verbatim = false } : origin, origin.IsFixedText ? template : origin);
    }

    private void WriteIndented(ReadOnlySpan<char> text, Origin origin, Origin white)
    {
        while (!text.IsEmpty)
        {
            if (_writer.IsAtLineStart)
            {
                _writer.Append(_indentation, white.Verbatim ? white with { Verbatim = false } : white);
            }

            var end = text.IndexOf('\n') + 1;
            var line = end == 0 ? text : text[..end];
            _writer.Append(line, origin);
            text = text[line.Length..];
        }
    }

    private void ReportNothing(TracedValue value, Origin plain)
    {
        FieldPath? field = value.Fields.IsEmpty ? null : value.Fields[0];
        var at = plain.Template ?? At(_template.Body.Span);
        if (!IsDraft)
        {
            throw Fault(RenderErrors.NothingToPrint(at, field));
        }

        throw new MissingFieldFault(MissingAt(field ?? new("$"), at), at);
    }

    private void WritePlaceholder(MissingFieldFault fault, Statement statement)
    {
        var missing = fault.Missing;
        _diagnostics.Add(WithTrace(RenderErrors.Placeholder(fault.At, missing.Field, missing.Label)));
        if (statement is ExpressionStatement { Expression: AssignExpression assignment })
        {
            Mark(assignment.Target, missing);
            return;
        }

        // What only works something out has no place in the text to mark.
        if (!Reach.Writes(statement))
        {
            return;
        }

        // Where the value itself would stand, what a person types over the placeholder is the value.
        var isValue = statement is ExpressionStatement { Expression: MemberExpression or IndexExpression };
        WriteText(MissingFact.Of(missing.Label), new(At(statement.Span), [missing.Field], isValue), new(At(statement.Span), [], false));
        if (Reach.WritesLines(statement))
        {
            WriteText("\n", new(At(statement.Span), [], false), new(At(statement.Span), [], false));
        }
    }

    /// <summary>A variable that was to hold a missing field prints as missing wherever it is read.</summary>
    private void Mark(Expression target, MissingField missing)
    {
        if (target is VariableExpression variable)
        {
            var store = variable.IsLocal ? _variables.Locals : _variables.StoreFor(variable.Name);
            if (store.CanSet(variable.Name))
            {
                store.Set(variable.Name, new(missing));
            }
        }
    }

    /// <summary>Names a missing field for a person: by its label in the schema, else by its path.</summary>
    private MissingField MissingAt(FieldPath field, SourceLocation at)
    {
        var label = _options.Shape is { } shape ? ShapePath.Find(shape, field)?.Label : null;
        var path = field.Value.StartsWith("$.", StringComparison.Ordinal) ? field.Value[2..] : field.Value;
        return new(label ?? (path == "$" ? at.Source.Text.Substring(at.Span.Start, at.Span.Length) : path), field);
    }

    /// <summary>Carries out something that writes, and gives what it wrote instead of writing it.</summary>
    /// <param name="write">What to carry out.</param>
    /// <param name="isApart">An include begins at no line and with no indentation; a capture goes on where it stands.</param>
    private TracedText Captured(Action write, bool isApart)
    {
        var outer = _writer;
        var indentation = _indentation;
        _writer = new() { IsAtLineStart = !isApart && outer.IsAtLineStart };
        _indentation = isApart ? null : indentation;
        try
        {
            write();
            outer.IsAtLineStart = isApart ? outer.IsAtLineStart : _writer.IsAtLineStart;
            return _writer.ToText();
        }
        finally
        {
            _writer = outer;
            _indentation = indentation;
        }
    }
}
