using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Sheets;

namespace PiiDocs.Unit.Sheets;

public sealed class WorkbookWriterTests
{
    [Fact]
    public void A_workbook_with_everything_is_valid() =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(Open(Write())).Select(error => $"{error.Path?.XPath}: {error.Description}"));

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Write(), Write());

    [Fact]
    public void Cells_of_a_text_column_are_text_also_where_nothing_stands_yet()
    {
        using var package = Open(Write());
        var sheet = package.WorkbookPart!.WorksheetParts.First().Worksheet;

        var style = sheet.Descendants<Column>().First().Style!.Value;
        var format = package.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)style);

        Assert.Equal(49u, format.NumberFormatId!.Value);
        Assert.Equal("0012", sheet.Descendants<Cell>().Single(cell => cell.CellReference == "A2").InnerText);
    }

    [Fact]
    public void Long_lists_of_choices_lie_in_a_sheet_of_their_own()
    {
        using var package = Open(Write());
        var rules = package.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<DataValidation>().ToList();

        Assert.Equal("\"是,否\"", rules[1].Formula1!.Text);
        Assert.Equal("'_选项'!$A$1:$A$40", rules[2].Formula1!.Text);
        Assert.Equal(SheetStateValues.Hidden, package.WorkbookPart.Workbook.Descendants<Sheet>().Last().State!.Value);
    }

    [Fact]
    public void What_XML_cannot_hold_is_shown_as_missing()
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            workbook.Add(new("表", [new("文", 8)])).Row("a\u0001b\uFFFEc\uD835d𝟏");
        }

        using var package = Open(stream.ToArray());
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd𝟏", package.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last().InnerText);
    }

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            var sheet = workbook.Add(new("案件",
            [
                new("编号", 12) { Look = CellLook.Text, IsRequired = true, Prompt = new('长', 400) },
                new("是否", 8) { Rule = new ChoiceRule(["是", "否"]) },
                new("多项", 8) { Rule = new ChoiceRule([.. Enumerable.Range(0, 40).Select(i => $"第{i}项选择")]) },
                new("数", 8) { Rule = new NumberRule(0, null, IsWhole: false) },
                new("日期", 12) { Look = CellLook.Date, Rule = new DateRule() },
                new("短文", 12) { Look = CellLook.Text, Rule = new LengthRule(10) },
            ])
            {
                FrozenColumns = 1,
                HasFilter = true,
            });
            sheet.Row("0012", true, null, 3900.50m, new DateOnly(2024, 10, 28), "<&>\n二行");
            workbook.Add(new("空表", [])).Row();
        }

        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
}
