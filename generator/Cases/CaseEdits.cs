using PiiDocs.Cases.Schema;
using PiiDocs.Cases.Writing;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>A new value for one field.</summary>
/// <param name="Field">The field, as the reader named it.</param>
/// <param name="Text">The value; where the old one is a number or a flag, and the text is one, it stays one.</param>
public sealed record FieldChange(FieldPath Field, string Text);

/// <summary>Writes changed values into a case file and leaves everything else as it stands: order, comments, spelling.</summary>
public static class CaseEdits
{
    /// <summary>The text of the file with the changes in it; a change that cannot be made is reported and left out.</summary>
    /// <param name="source">The file.</param>
    /// <param name="data">What <see cref="CaseReader"/> read from it.</param>
    /// <param name="changes">At most one a field.</param>
    /// <param name="diagnostics">Takes what could not be done.</param>
    /// <remarks>Every change is proved by reading the file again: the field has the new value, and no other value changed.</remarks>
    public static string Apply(SourceText source, DataObject data, IReadOnlyList<FieldChange> changes, DiagnosticBag diagnostics)
    {
        var (text, current) = (source, data);
        foreach (var change in changes)
        {
            if (Replace(text, current, change, diagnostics) is { } next)
            {
                (text, current) = next;
            }
        }

        return text.Text;
    }

    private static (SourceText Text, DataObject Data)? Replace(
        SourceText source, DataObject data, FieldChange change, DiagnosticBag diagnostics)
    {
        if (Find(data, change.Field) is not { Location.Span: var span } old)
        {
            diagnostics.Add(CaseErrors.NoFieldToChange(CaseReader.StartOf(source), change.Field));
            return null;
        }

        if (old is DataObject or DataList)
        {
            diagnostics.Add(CaseErrors.NotASimpleValue(old.Location, change.Field));
            return null;
        }

        var replaced = new SourceText(source.Path, source.Text[..span.Start] + Spell(source, old, change.Text) + source.Text[span.End..]);
        var found = new DiagnosticBag();
        if (CaseReader.Read(replaced, found) is { } changed && !found.HasErrors && IsOnlyChange(data, changed, change))
        {
            return (replaced, changed);
        }

        diagnostics.Add(CaseErrors.UnsafeChange(old.Location, change.Field));
        return null;
    }

    private static DataNode? Find(DataNode node, FieldPath field) => node.Path == field
        ? node
        : Children(node).Where(child => field.Value.StartsWith(child.Path.Value, StringComparison.Ordinal))
            .Select(child => Find(child, field))
            .FirstOrDefault(found => found is not null);

    private static IEnumerable<DataNode> Children(DataNode node) => node switch
    {
        DataObject fields => fields.Members.Select(member => member.Value),
        DataList list => list.Items,
        _ => [],
    };

    private static string Spell(SourceText source, DataNode old, string text)
    {
        if (NewValue(old, text) is not DataText)
        {
            return Spaced(source, old, text);
        }

        var span = old.Location!.Value.Span;
        return source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonText.Quote(text)
            : Spaced(source, old, YamlText.Write(text, source.Text.Substring(span.Start, span.Length), IndentOf(source, span)));
    }

    /// <summary>What the text means in the place of the old value; the kind stays where it can.</summary>
    private static DataNode NewValue(DataNode old, string text) => old switch
    {
        DataNumber when JsonText.IsNumber(text) && YamlScalars.Read(text, FieldPath.Root, default) is DataNumber number => number,
        DataFlag when text is "true" or "false" => new DataFlag(text == "true"),
        _ => new DataText(text),
    };

    /// <summary>A field without a value ends at its colon.</summary>
    private static string Spaced(SourceText source, DataNode old, string written)
    {
        var span = old.Location!.Value.Span;
        return span is { Length: 0, Start: > 0 } && !char.IsWhiteSpace(source.Text[span.Start - 1]) ? $" {written}" : written;
    }

    /// <summary>The indentation of the second line of the value, which in a block is its own.</summary>
    private static string IndentOf(SourceText source, TextSpan span)
    {
        var lines = source.Text.Substring(span.Start, span.Length).Split('\n').Skip(1).Where(line => !string.IsNullOrWhiteSpace(line));
        var indent = lines.Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).First();
        return new(' ', indent);
    }

    private static bool IsOnlyChange(DataNode before, DataNode after, FieldChange change) => (before, after) switch
    {
        _ when before.Path == change.Field => ValueCheck.SameValue(NewValue(before, change.Text), after),
        (DataObject a, DataObject b) => a.Members.Length == b.Members.Length
            && a.Members.Zip(b.Members).All(pair => pair.First.Name == pair.Second.Name && IsOnlyChange(pair.First.Value, pair.Second.Value, change)),
        (DataList a, DataList b) => a.Items.Length == b.Items.Length
            && a.Items.Zip(b.Items).All(pair => IsOnlyChange(pair.First, pair.Second, change)),
        _ => ValueCheck.SameValue(before, after),
    };
}
