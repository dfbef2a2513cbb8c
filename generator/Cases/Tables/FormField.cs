using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>How a cell is read.</summary>
public enum CellKind
{
    Text,
    Number,
    WholeNumber,
    Flag,

    /// <summary>A day, 2024-05-01.</summary>
    Date,

    /// <summary>A day, a month or a year.</summary>
    PartialDate,

    /// <summary>Several short values in one cell, separated by 、 or a line end.</summary>
    Words,

    /// <summary>Several paragraphs in one cell, one a line.</summary>
    Lines,
}

/// <summary>A field of a case that one cell can hold.</summary>
/// <param name="Path">Items of lists as <c>[]</c>: <c>$.parties[].name</c>.</param>
/// <param name="Labels">What the schema calls it and what it is part of, outermost first, within its table.</param>
/// <param name="Kind">How its cells are read.</param>
public sealed record FormField(FieldPath Path, ImmutableArray<string> Labels, CellKind Kind)
{
    /// <summary>Between the labels of a header.</summary>
    public const char Separator = '·';

    /// <summary>What a header says: <c>检察院·联系人·电话</c>.</summary>
    public string Header { get; } = string.Join(Separator, Labels);

    public string? Description { get; init; }

    public string? Example { get; init; }

    /// <summary>How it has to be written, where the schema gives it a format.</summary>
    public Message? Form { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The only values it may have; empty where any will do.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    public int? LongestText { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }
}

/// <summary>A table of a form: the case itself, or one of its lists.</summary>
/// <param name="Path"><c>$</c>, or the list: <c>$.parties[]</c>.</param>
/// <param name="Labels">As those of a field; empty for the case itself.</param>
/// <param name="Fields">In the order of the schema.</param>
public sealed record FormTable(FieldPath Path, ImmutableArray<string> Labels, ImmutableArray<FormField> Fields)
{
    /// <summary>The heads of the column that says which case a row belongs to.</summary>
    public const string KeyHeader = "案件编号";

    /// <summary>Behind the name of an outer list: which of its items a row belongs to.</summary>
    public const string OrdinalSuffix = "序号";

    public string Name { get; } = string.Join(FormField.Separator, Labels);

    /// <summary>What a sheet of it is called: Excel allows 31 characters, and none of <c>: \ / ? * [ ]</c>.</summary>
    public string SheetName => Name.Length <= LongestSheetName ? Name : Name[^LongestSheetName..].TrimStart(FormField.Separator);

    private const int LongestSheetName = 31;

    /// <summary>The lists this one lies in, outermost first, without itself.</summary>
    public IEnumerable<FieldPath> OuterLists()
    {
        for (var at = Path.Value.IndexOf("[]", StringComparison.Ordinal);
             at >= 0 && at + 2 < Path.Value.Length;
             at = Path.Value.IndexOf("[]", at + 2, StringComparison.Ordinal))
        {
            yield return new(Path.Value[..(at + 2)]);
        }
    }
}
