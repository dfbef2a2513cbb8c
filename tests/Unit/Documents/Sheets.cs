using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

/// <summary>A style sheet for tests, small and with every style the core templates use.</summary>
internal static class Sheets
{
    public static readonly StyleSheet Plain = new(
        "plain",
        new(
            Length.FromMillimetres(210),
            Length.FromMillimetres(297),
            Length.FromMillimetres(37),
            Length.FromMillimetres(35),
            Length.FromMillimetres(28),
            Length.FromMillimetres(26),
            Length.FromPoints(28.95m),
            22,
            28),
        new("— ", " —", "宋体", Length.FromPoints(14), PageNumberPosition.Outside, Length.FromMillimetres(8.9m), 1),
        new[] { "仿宋", "小标宋", "楷体", "黑体", "宋体" }.ToImmutableSortedDictionary(
            name => name,
            name => new FontRole(name, name, "Times New Roman", [name], []),
            StringComparer.Ordinal),
        new[] { "title", "heading", "heading2", "body", "addressee", "signature", "date", "table-cell", "table-header" }
            .ToImmutableSortedDictionary(
                name => name,
                name => new ParagraphStyle(name, "样式" + name, "仿宋", Length.FromPoints(16)),
                StringComparer.Ordinal),
        new("table-cell", "table-header", Length.FromPoints(0.5m), Length.FromPoints(4), Length.FromPoints(2), false));
}
