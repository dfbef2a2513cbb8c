using static PiiDocs.Unit.Cases.Tables.TestWorkbook;

namespace PiiDocs.Unit.Cases.Tables;

public sealed class TableErrorTests : TableTest
{
    [Fact]
    public void A_broken_workbook_is_named()
    {
        Assert.Equal(["a.xlsx(1,1): PD1100"], Read(Text("a.xlsx", "no zip at all")).Places);

        Workbook(("案件", Rows(["id"], ["1"])));
        var whole = File.ReadAllBytes(PathTo("登记表.xlsx"));
        File.WriteAllBytes(PathTo("b.xlsx"), whole[..(whole.Length / 2)]);

        Assert.Equal(["b.xlsx(1,1): PD1100"], Read("b.xlsx").Places);
    }

    [Fact]
    public void A_workbook_with_a_password_is_named()
    {
        File.WriteAllBytes(PathTo("a.xlsx"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")]);

        Assert.Equal(["a.xlsx(1,1): PD1101"], Read("a.xlsx").Places);
    }

    [Fact]
    public void An_old_workbook_under_a_new_ending_is_not_said_to_have_a_password()
    {
        File.WriteAllBytes(PathTo("a.xlsx"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]);

        Assert.Equal(["a.xlsx(1,1): PD1100"], Read("a.xlsx").Places);
    }

    [Theory]
    [InlineData("a.xls", "", "a.xls(1,1): PD1102")]
    [InlineData("a.csv", "", "a.csv(1,1): PD1103")]
    [InlineData("a.csv", "id,matter.titel\n1,甲\n", "a.csv(1,2): PD1104")]
    [InlineData("a.csv", "id,名称\n1,甲\n", "a.csv(1,2): PD1105")]
    [InlineData("a.csv", "id,检察院·名称,office.name\n1,甲,乙\n", "a.csv(1,3): PD1106")]
    [InlineData("a.csv", "matter.title\n甲\n", "a.csv(1,1): PD1107")]
    [InlineData("a.csv", "id,matter.title\n,甲\n", "a.csv(2,1): PD1108")]
    [InlineData("a.csv", "id,matter.title\na1,甲\nA1,乙\n", "a.csv(3,1): PD1109")]
    [InlineData("a.csv", "id,matter.title\n1,甲,乙\n", "a.csv(2,3): PD1117")]
    [InlineData("a.csv", "id,matter.title\n", "a.csv(1,1): PD1120")]
    [InlineData("a.csv", "id,,matter.title\n1,13000000000,甲\n", "a.csv(2,2): PD1122")]
    [InlineData("a.jsonl", "{\"id\":\"a1\"}\n{\"id\":\"A1\"}\n", "a.jsonl(2,7): PD1109")]
    [InlineData("a.jsonl", "{\"matter\":{}}\n", "a.jsonl(1,1): PD1108")]
    [InlineData("a.jsonl", "\n \n", "a.jsonl(1,1): PD1121")]
    public void What_is_wrong_with_a_table_is_said_with_its_place(string name, string text, string expected) =>
        Assert.Equal([expected], Read(Text(name, text)).Places);

    [Fact]
    public void A_misspelt_header_is_told_which_was_meant()
    {
        var finding = Assert.Single(Read(Text("a.csv", "id,检察院·名程\n1,甲\n")).Findings);

        Assert.Contains("检察院·名称", finding.Hint!.Value.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c><f>A1+1</f></c>", "PD1110")]
    [InlineData("<c><f>A1+1</f><v></v></c>", "PD1110")]
    [InlineData("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "PD1111")]
    [InlineData("<c><v>3.1010119900307E+17</v></c>", "PD1112")]
    public void A_cell_without_a_proper_value_costs_its_row_only(string cell, string code)
    {
        var reading = Read(Workbook(("案件", Rows(["id", "matter.title"], ["1", cell], ["2", "乙"]))));

        Assert.Equal([$"登记表.xlsx[案件](2,2): {code}"], reading.Places);
        Assert.Equal("\"乙\"", reading.ValueOf("2", "matter.title"));
    }

    [Fact]
    public void A_hidden_row_is_used_and_named()
    {
        var reading = Read(Workbook(("案件", $"<sheetData>{Row(1, "", "id", "matter.title")}{Row(2, "hidden=\"1\"", "1", "甲")}</sheetData>")));

        Assert.Equal(["登记表.xlsx[案件](2,1): PD1113"], reading.Places);
        Assert.Equal("\"甲\"", reading.ValueOf("1", "matter.title"));
    }

    [Fact]
    public void Joined_cells_below_the_header_are_named()
    {
        var reading = Read(Workbook(("案件", $"{Rows(["id", "matter.title"], ["1", "甲"], ["", "乙"])}<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")));

        Assert.Equal(["登记表.xlsx[案件](3,1): PD1108"], reading.Places);
        Assert.Contains("合并", reading.Findings[0].Hint!.Value.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Further_sheets_that_fit_nothing_are_named()
    {
        var reading = Read(Workbook(
            ("案件", Rows(["id", "matter.title"], ["1", "甲"])),
            ("主提", Rows(["随便"])),
            ("主体", Rows(["案件编号", "代号"], ["1", "A"], ["9", "B"])),
            ("主体·强制措施", Rows(["案件编号", "主体序号", "种类"], ["1", "3", "拘留"]))));

        Assert.Equal(
            ["登记表.xlsx[主提](1,1): PD1114", "登记表.xlsx[主体·强制措施](2,2): PD1119", "登记表.xlsx[主体](3,1): PD1115"],
            reading.Places);
        Assert.Contains("主体", reading.Findings[0].Hint!.Value.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,matter.title\n1,\"甲\n2,乙\n3,丙\n")]
    [InlineData("id,matter.title\n1,\"甲\"x\n2,乙\n3,丙\n")]
    [InlineData("id,matter.title\n1,甲\"x\n2,乙\n3,丙\n")]
    public void A_stray_quotation_mark_costs_its_line_only(string text)
    {
        var reading = Read(Text("a.csv", text));

        Assert.Equal(["a.csv(2,1): PD1116"], reading.Places);
        Assert.Equal("\"乙\"", reading.ValueOf("2", "matter.title"));
        Assert.Equal("\"丙\"", reading.ValueOf("3", "matter.title"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named()
    {
        File.WriteAllBytes(PathTo("a.csv"), [0x69, 0x64, 0x0A, 0xFF, 0xFF, 0xFF, 0x0A]);

        Assert.Equal(["a.csv(1,1): PD1118"], Read("a.csv").Places);
    }

    [Fact]
    public void Full_width_digits_and_control_characters_are_found_where_they_stand()
    {
        var reading = Read(Text("a.csv", "id,liability.total,matter.title\n1,３９,甲\n2,39,乙\u0001\n"));
        var diagnostics = new PiiDocs.Core.DiagnosticBag();
        Schema.Check(reading.Cases[0].Data!, diagnostics);

        Assert.Contains("a.csv(2,2): PD1020", diagnostics.Items.Select(each => $"{each.Location}: {each.Code}"));
        Assert.Equal(["a.csv(3,3): PD1008"], reading.Places);
    }
}
