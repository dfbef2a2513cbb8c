using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PiiDocs.Cases.Tables;

/// <summary>Finds the field a header means: its path, its labels, or as many of them as tell it from the others.</summary>
internal sealed partial class ColumnNames
{
    private readonly Dictionary<string, List<FormField>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FormField> _byPath;
    private readonly FormTable _table;

    /// <param name="form">All tables: a column of the first may go into the items of a list by number.</param>
    /// <param name="table">The table whose header is read.</param>
    public ColumnNames(CaseForm form, FormTable table)
    {
        _table = table;
        _byPath = form.Tables.SelectMany(each => each.Fields).ToDictionary(field => field.Path.Value, StringComparer.Ordinal);
        foreach (var field in table.Fields)
        {
            for (var from = 0; from < field.Labels.Length; from++)
            {
                Add(string.Join(FormField.Separator, field.Labels.Skip(from)), field);
            }

            Add(field.Path.Value[(table.Path.Value.Length + 1)..], field);
            Add(field.Path.Value, field);
            Add(field.Path.Value[2..], field);
        }
    }

    public IEnumerable<string> Headers => _table.Fields.Select(each => each.Header);

    /// <summary>The fields the header may mean: none, one, or several. A whole label counts before the end of a longer one.</summary>
    public ImmutableArray<ColumnTarget> Find(string header)
    {
        var name = Normalise(header);
        if (_byName.TryGetValue(name, out var found))
        {
            var exact = found.Where(field => Normalise(field.Header) == name).ToList();
            return [.. (exact.Count == 1 ? exact : found).Select(field => new ColumnTarget(field, StepsOf(field.Path.Value[_table.Path.Value.Length..])))];
        }

        var path = header.Trim().StartsWith('$') ? header.Trim() : $"$.{header.Trim()}";
        return IndexPattern().IsMatch(path) && _byPath.TryGetValue(IndexPattern().Replace(path, "[]"), out var item)
            ? [new(item, StepsOf(path[1..]))]
            : [];
    }

    /// <summary>Whether a header means one field, and not a group of them: 检察院·联系人 is both a group and the end of a field's name.</summary>
    public bool IsWhole(string header)
    {
        var group = Normalise(header) + FormField.Separator;
        return Find(header).Length == 1 && !Headers.Any(each => Normalise(each).Contains(group, StringComparison.Ordinal));
    }

    /// <summary>One spelling of a header: no blanks, no sign of a required field, one separator, wide brackets.</summary>
    public static string Normalise(string header)
    {
        var name = new StringBuilder(header.Length);
        foreach (var c in header.Trim().TrimEnd('*', '＊'))
        {
            switch (c)
            {
                case '/' or '／' or '—' or '：' or ':' or '>' or '＞' or '・' or '•':
                    name.Append(FormField.Separator);
                    break;
                case '(':
                    name.Append('（');
                    break;
                case ')':
                    name.Append('）');
                    break;
                default:
                    if (!char.IsWhiteSpace(c))
                    {
                        name.Append(c);
                    }

                    break;
            }
        }

        return name.ToString();
    }

    private void Add(string name, FormField field)
    {
        var key = Normalise(name);
        if (!_byName.TryGetValue(key, out var fields))
        {
            _byName.Add(key, fields = []);
        }

        if (!fields.Contains(field))
        {
            fields.Add(field);
        }
    }

    private static ImmutableArray<ColumnStep> StepsOf(string path) =>
        [.. from Match step in StepPattern().Matches(path)
            select step.Groups["index"].Success
                ? new ColumnStep(null, int.Parse(step.Groups["index"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
                : new ColumnStep(step.Groups["name"].Value, 0)];

    [GeneratedRegex(@"\[[0-9]{1,3}\]", RegexOptions.CultureInvariant)]
    private static partial Regex IndexPattern();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>[0-9]{1,3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex StepPattern();
}

/// <param name="Field">What the column holds.</param>
/// <param name="Steps">The way to it from the case, or from the item of the table's list.</param>
internal sealed record ColumnTarget(FormField Field, ImmutableArray<ColumnStep> Steps)
{
    /// <summary>The steps as a path: <c>office.contact.name</c>, <c>parties[0].name</c>.</summary>
    public string Way { get; } = string.Concat(Steps.Select((step, i) => step.Name is { } name ? (i == 0 ? name : $".{name}") : $"[{step.Index}]"));
}

/// <summary>A member by its name, or an item by its number.</summary>
internal readonly record struct ColumnStep(string? Name, int Index);
