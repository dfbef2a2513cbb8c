using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public sealed class StyleSheetReaderTests
{
    private const string Sheet = """
        {
          "name": "plain",
          "page": {
            "width": "210mm", "height": "297mm", "top": "37mm", "bottom": "35mm", "left": "28mm", "right": "26mm",
            "linePitch": "28.95pt", "linesPerPage": 22, "charactersPerLine": 28
          },
          "pageNumbers": { "before": "— ", "font": "仿宋", "size": "14pt", "position": "outside", "distance": "8.9mm", "sideIndent": 1 },
          "fonts": { "仿宋": { "word": "仿宋_GB2312", "latin": "Times New Roman", "faces": ["FangSong", "仿宋"] } },
          "paragraphs": {
            "body": { "title": "正文", "font": "仿宋", "size": "16pt", "firstLine": 2, "color": "ff0000", "align": "left", "role": "listitem" },
            "table-cell": { "title": "表格", "font": "仿宋", "size": "12pt", "next": "body" }
          },
          "tables": { "cell": "table-cell", "header": "table-cell", "border": "0.5pt", "paddingHorizontal": "4pt", "paddingVertical": "2pt" }
        }
        """;

    [Fact]
    public void A_sheet_is_read_with_its_numbers()
    {
        var (sheet, diagnostics) = Read(Sheet);

        Assert.Empty(diagnostics);
        Assert.NotNull(sheet);
        Assert.Equal((2098, 1587, 579), (sheet.Page.Top.Twips, sheet.Page.Left.Twips, sheet.Page.LinePitch.Twips));
        Assert.Equal(PageNumberPosition.Outside, sheet.Numbers?.Position);
        Assert.Equal(["FangSong", "仿宋"], sheet.Fonts["仿宋"].Faces.ToList());
        Assert.Equal((2m, "FF0000", TextAlignment.Left), (sheet.Body.FirstLineIndent, sheet.Body.Color, sheet.Body.Alignment));
        Assert.Equal(ParagraphRole.ListItem, sheet.Body.Role);
    }

    [Theory]
    [InlineData("page.width", null, "PD3010 $.page.width")]
    [InlineData("paragraphs.body", null, "PD3010 $.paragraphs.body")]
    [InlineData("page.widht", "1", "PD3011 $.page.widht; did you mean 'width'?")]
    [InlineData("page.width", "\"210\"", "PD3012 $.page.width")]
    [InlineData("page.width", "\"-1mm\"", "PD3012 $.page.width")]
    [InlineData("page.linesPerPage", "22.5", "PD3012 $.page.linesPerPage")]
    [InlineData("fonts.仿宋.faces", "\"FangSong\"", "PD3012 $.fonts.仿宋.faces")]
    [InlineData("paragraphs.body.bold", "\"yes\"", "PD3012 $.paragraphs.body.bold")]
    [InlineData("paragraphs.body.color", "\"red\"", "PD3012 $.paragraphs.body.color")]
    [InlineData("paragraphs.body.align", "\"middle\"", "PD3013 $.paragraphs.body.align")]
    [InlineData("paragraphs.body.font", "\"仿宗\"", "PD3014 $.paragraphs.body.font; did you mean '仿宋'?")]
    [InlineData("tables.cell", "\"table-cel\"", "PD3014 $.tables.cell; did you mean 'table-cell'?")]
    [InlineData("page.linesPerPage", "23", "PD3015 $.page")]
    public void A_mistake_is_named_by_its_key(string key, string? value, string expected)
    {
        var json = JsonNode.Parse(Sheet)!;
        var keys = key.Split('.');
        var holder = keys.SkipLast(1).Aggregate(json, (node, name) => node[name]!).AsObject();
        holder.Remove(keys[^1]);
        if (value is not null)
        {
            holder.Add(keys[^1], JsonNode.Parse(value));
        }

        var (sheet, diagnostics) = Read(json.ToJsonString());

        Assert.Null(sheet);
        Assert.Contains(expected, diagnostics.Select(each => $"{each.Code} {each.Field}{(each.Hint is { } hint ? "; " + hint.English : "")}"));
    }

    [Fact]
    public void All_mistakes_are_found_in_one_run() =>
        Assert.Equal(
            ["PD3010", "PD3012", "PD3013"],
            Read(Sheet.Replace("\"210mm\"", "5", StringComparison.Ordinal)
                    .Replace("\"left\", \"role\"", "\"middle\", \"role\"", StringComparison.Ordinal)
                    .Replace("\"border\"", "\"borders\"", StringComparison.Ordinal)).Diagnostics
                .Select(each => each.Code).Where(code => code != "PD3011" && code != "PD3015").Order());

    private static (StyleSheet? Sheet, IReadOnlyList<Diagnostic> Diagnostics) Read(string json)
    {
        var diagnostics = new DiagnosticBag();
        using var parsed = JsonDocument.Parse(json);
        return (StyleSheetReader.Read((DataObject)ToNode(parsed.RootElement, FieldPath.Root), diagnostics), diagnostics.Items);
    }

    private static DataNode ToNode(JsonElement element, FieldPath path) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new DataObject(
                [.. element.EnumerateObject().Select(member => new DataMember(member.Name, null, ToNode(member.Value, path.Member(member.Name))))])
            {
                Path = path,
            },
            JsonValueKind.Array => new DataList([.. element.EnumerateArray().Select((item, index) => ToNode(item, path.Item(index)))]) { Path = path },
            JsonValueKind.Number => new DataNumber(element.GetDecimal(), element.GetRawText()) { Path = path },
            JsonValueKind.True or JsonValueKind.False => new DataFlag(element.GetBoolean()) { Path = path },
            _ => new DataText(element.GetString() ?? "") { Path = path },
        };
}
