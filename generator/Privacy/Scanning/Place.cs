using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning;

/// <summary>Where in a file a text stands.</summary>
/// <param name="Part">
/// The part, from the outermost file inwards: <c>word/header1.xml</c>, <c>word/embeddings/a.xlsx › xl/comments1.xml</c>. Empty for a file
/// of one part.
/// </param>
/// <param name="Kind">What role the text plays there.</param>
/// <param name="Unit">The paragraph, page or cell.</param>
public sealed record Place(string Part, PartKind Kind, PlaceUnit Unit)
{
    /// <summary>For a person: <c>word/document.xml，第 3 段（修订删除）</c>.</summary>
    public Message Text
    {
        get
        {
            var unit = Unit.Text;
            var kind = PlaceWords.Of(Kind);
            return new(
                string.Join('，', new[] { Part, unit.Chinese }.Where(each => each.Length > 0)) + $"（{kind.Chinese}）",
                string.Join(", ", new[] { Part, unit.English }.Where(each => each.Length > 0)) + $" ({kind.English})");
        }
    }
}

/// <summary>A numbered piece of a part.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Number">From 1.</param>
/// <param name="Cell">The address of a cell in the unit; null where there are none.</param>
public readonly record struct PlaceUnit(UnitKind Kind, int Number, string? Cell = null)
{
    public static readonly PlaceUnit Whole = new(UnitKind.Whole, 0);

    public Message Text => Kind switch
    {
        UnitKind.Paragraph when Number > 0 => new($"第 {Number} 段", $"paragraph {Number}"),
        UnitKind.Line => new($"第 {Number} 行", $"line {Number}"),
        UnitKind.Page => new($"第 {Number} 页", $"page {Number}"),
        UnitKind.PdfObject => new($"对象 {Number}", $"object {Number}"),
        UnitKind.Sheet => new($"第 {Number} 张工作表 {Cell}".TrimEnd(), $"sheet {Number} {Cell}".TrimEnd()),
        _ => new("", ""),
    };
}

public enum UnitKind
{
    Whole,
    Paragraph,
    Line,
    Page,
    PdfObject,
    Sheet,
}
