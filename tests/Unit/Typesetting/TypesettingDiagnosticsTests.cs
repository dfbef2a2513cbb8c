using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class TypesettingDiagnosticsTests
{
    [Fact]
    public void A_role_played_by_another_face_is_named_once()
    {
        var fonts = new SquareFonts { Substitution = new("方正仿宋_GBK", "FandolFang") };

        var found = Layout(fonts, Sheets.Paragraph("一"), Sheets.Paragraph("二"));

        var warning = Assert.Single(found);
        Assert.Equal(("PD4001", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("方正仿宋_GBK", warning.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("FandolFang", warning.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_without_a_face_is_one_error_and_not_one_a_character()
    {
        var found = Layout(new SquareFonts { EmptyRole = "仿宋" }, Sheets.Paragraph("一二三"));

        Assert.Equal("PD4002", Assert.Single(found).Code);
    }

    [Fact]
    public void An_unknown_style_is_set_as_body_text_and_reported()
    {
        var found = Layout(new SquareFonts(), Sheets.Paragraph("一", "bdoy"), Sheets.Paragraph("二", "bdoy"));

        Assert.Equal("PD4003", Assert.Single(found).Code);
    }

    [Fact]
    public void A_style_whose_role_the_sheet_lacks_is_reported()
    {
        var sheet = Sheets.Official;
        sheet = sheet with { Fonts = sheet.Fonts.Remove("小标宋") };

        var diagnostics = new DiagnosticBag();
        new Typesetter(new SquareFonts()).Layout(
            Sheets.Document(sheet, Sheets.Paragraph("起诉书", "title")), diagnostics);

        Assert.Equal("PD4004", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void A_character_no_font_has_is_named_with_its_code_and_field()
    {
        var name = Sheets.Field("王" + SquareFonts.Unknown, "$.defendants[0].name");

        var found = Layout(new SquareFonts(), new Paragraph("body", [new TextRun("被告人"), name, name]));

        var error = Assert.Single(found);
        Assert.Equal(("PD4005", Severity.Error), (error.Code, error.Severity));
        Assert.Contains("《试》中的“" + SquareFonts.Unknown + "”（U+2A6D6）", error.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("$.defendants[0].name", error.Field?.Value);
    }

    [Fact]
    public void A_document_without_title_is_called_this_document()
    {
        var document = Sheets.Document(Sheets.Official, Sheets.Paragraph("王" + SquareFonts.Unknown));
        var diagnostics = new DiagnosticBag();

        new Typesetter(new SquareFonts()).Layout(document with { Info = document.Info with { Title = "" } }, diagnostics);

        Assert.StartsWith("没有字体含有本文档中的“", Assert.Single(diagnostics.Items).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_character_no_font_has()
    {
        var found = Layout(new SquareFonts(), Sheets.Paragraph("甲\uD842乙"));

        Assert.Contains("U+D842", Assert.Single(found).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_taller_than_a_page_is_split_and_its_cell_named()
    {
        var long_ = new TableCell([new Paragraph("table-cell", [Sheets.Field(new string('长', 3000), "$.facts")])]);
        var short_ = new TableCell([Sheets.Paragraph("短", "table-cell")]);
        var table = new Table(
            [new(1, TextAlignment.Left), new(1, TextAlignment.Left)],
            [new([short_, long_], false)]);

        var warning = Assert.Single(Layout(new SquareFonts(), table));

        Assert.Equal("PD4006", warning.Code);
        Assert.Contains("第2列", warning.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("$.facts", warning.Field?.Value);
    }

    private static IReadOnlyList<Diagnostic> Layout(SquareFonts fonts, params Block[] blocks)
    {
        var diagnostics = new DiagnosticBag();
        new Typesetter(fonts).Layout(Sheets.Document(Sheets.Official, blocks), diagnostics);
        return diagnostics.Items;
    }
}
