using PiiDocs.Cases.Schema;
using PiiDocs.Cases.Writing;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>A new value for one field.</summary>
/// <param name="Field">The field, as the reader named it.</param>
/// <param name="Text">The value, spelled as a person types it.</param>
public sealed record FieldChange(FieldPath Field, string Text)
{
    /// <summary>What the text means. By default it stays a number or a flag where the old value is one and the text can be.</summary>
    public ChangedKind Kind { get; init; }

    /// <summary>A field that the file does not have yet is added, together with the groups and list items on the way to it.</summary>
    public bool MayAdd { get; init; }
}

/// <summary>What the text of a <see cref="FieldChange"/> is.</summary>
public enum ChangedKind
{
    /// <summary>The kind of the old value where the text can be one, else text.</summary>
    AsBefore,
    Text,
    Number,
    Flag,

    /// <summary>No value: the field stays in the file and is empty.</summary>
    Nothing,
}

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
            if (Make(text, current, change, diagnostics) is { } next)
            {
                (text, current) = next;
            }
        }

        return text.Text;
    }

    private static (SourceText Text, DataObject Data)? Make(
        SourceText source, DataObject data, FieldChange change, DiagnosticBag diagnostics)
    {
        if (data.At(change.Field) is { Location: not null } old)
        {
            return Replace(source, data, (old, change), diagnostics);
        }

        if (!change.MayAdd)
        {
            diagnostics.Add(CaseErrors.NoFieldToChange(CaseReader.StartOf(source), change.Field));
            return null;
        }

        if (FieldGap.Find(data, change.Field) is not { } gap)
        {
            diagnostics.Add(CaseErrors.NoPlaceToAdd(CaseReader.StartOf(source), change.Field));
            return null;
        }

        var added = FieldInsertion.Insert(source, gap, NewValue(null, change));
        var expected = gap.Fill(data, NewValue(null, change));
        return Proved(source, added, expected) ?? Refuse(gap.Owner.Location, change, diagnostics);
    }

    private static (SourceText Text, DataObject Data)? Replace(
        SourceText source, DataObject data, (DataNode Old, FieldChange Change) edit, DiagnosticBag diagnostics)
    {
        var (old, change) = edit;
        if (old is DataObject or DataList)
        {
            diagnostics.Add(CaseErrors.NotASimpleValue(old.Location, change.Field));
            return null;
        }

        var span = old.Location!.Value.Span;
        var replaced = source.Text[..span.Start] + Spell(source, old, change) + source.Text[span.End..];
        return Proved(source, replaced, With(data, change.Field, NewValue(old, change))) ?? Refuse(old.Location, change, diagnostics);
    }

    /// <summary>The new text, if reading it gives just the values expected.</summary>
    private static (SourceText Text, DataObject Data)? Proved(SourceText source, string text, DataNode expected)
    {
        var changed = new SourceText(source.Path, text);
        var found = new DiagnosticBag();
        return CaseReader.Read(changed, found) is { } data && !found.HasErrors && IsSame(expected, data) ? (changed, data) : null;
    }

    private static (SourceText Text, DataObject Data)? Refuse(SourceLocation? at, FieldChange change, DiagnosticBag diagnostics)
    {
        diagnostics.Add(CaseErrors.UnsafeChange(at, change.Field));
        return null;
    }

    private static string Spell(SourceText source, DataNode old, FieldChange change)
    {
        if (NewValue(old, change) is not DataText)
        {
            return Spaced(source, old, change.Kind == ChangedKind.Nothing ? "null" : change.Text);
        }

        var span = old.Location!.Value.Span;
        return FieldInsertion.IsJson(source)
            ? JsonText.Quote(change.Text)
            : Spaced(source, old, YamlText.Write(change.Text, source.Text.Substring(span.Start, span.Length), IndentOf(source, span)));
    }

    /// <summary>What the text means in the place of the old value.</summary>
    private static DataNode NewValue(DataNode? old, FieldChange change) => (change.Kind, old) switch
    {
        (ChangedKind.Nothing, _) => new DataNull(),
        (ChangedKind.Number, _) or (ChangedKind.AsBefore, DataNumber)
            when JsonText.IsNumber(change.Text) && YamlScalars.Read(change.Text, FieldPath.Root, default) is DataNumber number => number,
        (ChangedKind.Flag, _) or (ChangedKind.AsBefore, DataFlag) when change.Text is "true" or "false" => new DataFlag(change.Text == "true"),
        _ => new DataText(change.Text),
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

    private static DataNode With(DataNode node, FieldPath field, DataNode value) => node switch
    {
        _ when node.Path == field => value,
        DataObject fields => fields with
        {
            Members = [.. fields.Members.Select(member => member with { Value = With(member.Value, field, value) })],
        },
        DataList list => list with { Items = [.. list.Items.Select(item => With(item, field, value))] },
        _ => node,
    };

    /// <summary>The same values under the same names in the same order.</summary>
    private static bool IsSame(DataNode expected, DataNode actual) => (expected, actual) switch
    {
        (DataObject a, DataObject b) => a.Members.Length == b.Members.Length
            && a.Members.Zip(b.Members).All(pair => pair.First.Name == pair.Second.Name && IsSame(pair.First.Value, pair.Second.Value)),
        (DataList a, DataList b) => a.Items.Length == b.Items.Length
            && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        _ => ValueCheck.SameValue(expected, actual),
    };
}
