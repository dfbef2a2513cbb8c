using System.Text;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Sheets;
using static PiiDocs.Unit.Cases.Tables.TestWorkbook;

namespace PiiDocs.Unit.Cases.Tables;

public sealed class TableReadingTests : TableTest
{
    [Fact]
    public void Identifiers_dates_numbers_and_flags_survive_a_workbook()
    {
        var reading = Read(Workbook(("案件", Rows(
            ["案件编号", "检察院·邮编", "实体法日期", "赔偿责任·总额（元）", "涉未成年人", "案件种类", "涉案信息·总数·数值"],
            ["007", "<c s=\"2\"><v>40</v></c>", "<c s=\"1\"><v>45593</v></c>", "<c><v>3900.5</v></c>", "<c t=\"b\"><v>1</v></c>", "criminal、civil", "39,000"],
            ["008", "000040", "2024年10月28日", "<c><f>1+1</f><v>2</v></c>", "否", "criminal", "<c><v>45593</v></c>"]))));

        Assert.Empty(reading.Findings);
        Assert.Equal("\"000040\"", reading.ValueOf("007", "office.postcode"));
        Assert.Equal("\"2024-10-28\"", reading.ValueOf("007", "matter.law_act_date"));
        Assert.Equal("3900.5", reading.ValueOf("007", "liability.total"));
        Assert.Equal("true", reading.ValueOf("007", "matter.involves_minors"));
        Assert.Equal("criminal|civil", reading.ValueOf("007", "matter.kinds"));
        Assert.Equal("39000", reading.ValueOf("007", "information.total.value"));
        Assert.Equal("\"000040\"", reading.ValueOf("008", "office.postcode"));
        Assert.Equal("\"2024-10-28\"", reading.ValueOf("008", "matter.law_act_date"));
        Assert.Equal("2", reading.ValueOf("008", "liability.total"));
        Assert.Equal("false", reading.ValueOf("008", "matter.involves_minors"));
        Assert.Equal("45593", reading.ValueOf("008", "information.total.value"));
    }

    [Theory]
    [InlineData("", "2024-10-28")]
    [InlineData("<workbookPr date1904=\"1\"/>", "2028-10-29")]
    public void A_serial_number_in_a_field_of_dates_is_a_day_of_the_workbook(string properties, string day)
    {
        TestWorkbook.Write(PathTo("a.xlsx"), properties, ("案件", Rows(["id", "matter.law_act_date"], ["1", "<c><v>45593</v></c>"], ["2", "<c s=\"1\"><v>45593</v></c>"])));

        var reading = Read("a.xlsx");

        Assert.Equal($"\"{day}\"", reading.ValueOf("1", "matter.law_act_date"));
        Assert.Equal($"\"{day}\"", reading.ValueOf("2", "matter.law_act_date"));
    }

    [Fact]
    public void Rows_of_further_sheets_go_to_their_case_and_to_the_item_they_belong_to()
    {
        var reading = Read(Workbook(
            ("案件", Rows(["案件编号", "案件名称"], ["1", "甲案"], ["2", "乙案"])),
            ("主体", Rows(["案件编号", "代号", "姓名或名称"], ["2", "A", "张三"], ["1", "B", "李四"], ["1", "C", "王五"])),
            ("主体·强制措施", Rows(["案件编号", "主体序号", "种类"], ["1", "2", "拘留"], ["1", "B", "取保候审"], ["1", "2", "逮捕"]))));

        Assert.Empty(reading.Findings);
        Assert.Equal("\"张三\"", reading.ValueOf("2", "parties.0.name"));
        Assert.Equal("\"取保候审\"", reading.ValueOf("1", "parties.0.coercive_measures.0.kind"));
        Assert.Equal("\"逮捕\"", reading.ValueOf("1", "parties.1.coercive_measures.1.kind"));
        var name = reading.NodeAt("1", "parties.1.name")!;
        Assert.Equal("登记表.xlsx[主体](4,3)", name.Location.ToString());
        Assert.Equal("$.parties[1].name", name.Path.Value);
    }

    [Fact]
    public void A_header_of_two_rows_joins_the_group_and_the_field_below_it()
    {
        var reading = Read(Workbook(("案件", """
            <sheetData>
            """ + Row(1, "", "案件登记表", "", "", "") + Row(2, "", "案件编号", "检察院", "", "案件名称") + Row(3, "", "", "名称", "邮编", "") + Row(4, "", "1", "某院", "000000", "某案") + """
            </sheetData><mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>
            """)));

        Assert.Empty(reading.Findings);
        Assert.Equal("\"某院\"", reading.ValueOf("1", "office.name"));
        Assert.Equal("\"000000\"", reading.ValueOf("1", "office.postcode"));
        Assert.Equal("\"某案\"", reading.ValueOf("1", "matter.title"));
    }

    [Fact]
    public void A_group_may_stand_over_names_that_begin_with_it()
    {
        var reading = Read(Workbook(("案件",
            $"<sheetData>{Row(1, "", "案件", "", "检察院", "")}{Row(2, "", "案件编号", "案件·案件名称", "检察院·名称", "联系人·联系人")}{Row(3, "", "1", "某案", "某院", "某某")}</sheetData>"
            + "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/></mergeCells>")));

        Assert.Empty(reading.Findings);
        Assert.Equal("\"某案\"", reading.ValueOf("1", "matter.title"));
        Assert.Equal("\"某院\"", reading.ValueOf("1", "office.name"));
        Assert.Equal("\"某某\"", reading.ValueOf("1", "office.contact.name"));
    }

    [Fact]
    public void A_field_over_two_columns_is_named_and_the_row_below_it_is_not_taken_for_a_header()
    {
        var reading = Read(Workbook(("案件",
            $"<sheetData>{Row(1, "", "案件编号", "案件·案件名称", "", "检察院·名称")}{Row(2, "", "1", "某案", "另一", "某院")}</sheetData>"
            + "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>")));

        Assert.Equal(["登记表.xlsx[案件](1,3): PD1106"], reading.Places);
    }

    [Fact]
    public void A_row_is_laid_over_the_case_all_rows_share()
    {
        var common = CaseReader.Read(
            new("base.yaml", "office: { name: 某院, postcode: \"000000\" }\nparties:\n  - { id: A, name: 甲 }\n  - { id: B, name: 乙 }\n"), new())!;

        var reading = Read(Text("a.csv", "id,office.name,parties[1].name\n1,另一院,丙\n"), common);

        Assert.Equal("\"另一院\"", reading.ValueOf("1", "office.name"));
        Assert.Equal("\"000000\"", reading.ValueOf("1", "office.postcode"));
        Assert.Equal("\"甲\"", reading.ValueOf("1", "parties.0.name"));
        Assert.Equal("\"丙\"", reading.ValueOf("1", "parties.1.name"));
        Assert.Equal("\"B\"", reading.ValueOf("1", "parties.1.id"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public void A_file_of_records_is_read_in_the_encodings_offices_use(string name, bool hasMark)
    {
        var encoding = name == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] content = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("案件编号;案件名称\r\n0012;\"甲、乙\"\"某\"\"案\"\r\n")];
        File.WriteAllBytes(PathTo("a.csv"), content);

        var reading = Read("a.csv");

        Assert.Empty(reading.Findings);
        Assert.Equal("\"甲、乙\"某\"案\"", reading.ValueOf("0012", "matter.title"));
    }

    [Fact]
    public void Empty_rows_are_passed_over_and_places_stay_those_of_the_file()
    {
        var reading = Read(Text("a.csv", "id,matter.title\n\n1,甲\n,\n\n2,\"乙\n丙\"\n3,丁\n"));

        Assert.Empty(reading.Findings);
        Assert.Equal("a.csv(3,2)", reading.NodeAt("1", "matter.title")!.Location.ToString());
        Assert.Equal("a.csv(6,2)", reading.NodeAt("2", "matter.title")!.Location.ToString());
        Assert.Equal("a.csv(8,2)", reading.NodeAt("3", "matter.title")!.Location.ToString());
    }

    [Fact]
    public void Lines_of_JSON_know_their_line_and_lie_over_the_common_case()
    {
        var common = CaseReader.Read(new("base.yaml", "office: { name: 某院 }\n"), new())!;

        var reading = Read(Text("a.jsonl", "{\"id\":\"1\",\"matter\":{\"title\":\"甲\"}}\n\n{\"id\":\"2\",\"matter\":{\"title\":\"乙\"}}\nnonsense\n"), common);

        Assert.Equal("a.jsonl(3,29)", reading.NodeAt("2", "matter.title")!.Location.ToString());
        Assert.Equal("\"某院\"", reading.ValueOf("2", "office.name"));
        Assert.Equal(["a.jsonl(4,2): PD1001"], reading.Places);
    }

    [Fact]
    public void Columns_of_the_offices_own_are_left_alone()
    {
        var reading = Read(Text("a.csv", "id,#备注,检察院/名称*\n1,随便,某院\n"));

        Assert.Empty(reading.Findings);
        Assert.Equal("\"某院\"", reading.ValueOf("1", "office.name"));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_walked_one_by_one()
    {
        const int Count = 100_000;
        using (var file = new StreamWriter(PathTo("a.csv")))
        {
            file.Write("id,matter.title\n");
            for (var i = 0; i < Count; i++)
            {
                file.Write($"{i},某案\n");
            }
        }

        var source = PiiDocs.Cases.Tables.CaseTables.Open(PathTo("a.csv"), "a.csv", Schema, new())!;

        Assert.Equal(Count, source.Read(new()).Count());
    }

    [Fact]
    public void A_hundred_thousand_rows_of_a_workbook_are_walked_and_let_go()
    {
        const int Count = 100_000;
        using (var file = File.Create(PathTo("a.xlsx")))
        using (var workbook = new WorkbookWriter(file))
        {
            var sheet = workbook.Add(new("案件", [new("案件编号", 10) { Look = CellLook.Text }, new("案件名称", 20)]));
            for (var i = 0; i < Count; i++)
            {
                sheet.Row($"{i:D6}", $"第{i}案");
            }
        }

        var source = PiiDocs.Cases.Tables.CaseTables.Open(PathTo("a.xlsx"), "a.xlsx", Schema, new())!;
        using var cases = source.Read(new()).GetEnumerator();
        var passed = Walk(cases, Count - 1);

        // The reader is still open: what it held of the rows behind it would be alive.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(0, passed.Count(row => row.IsAlive));
        Assert.True(cases.MoveNext());
        Assert.Equal($"{Count - 1:D6}", cases.Current.Id);
        Assert.Equal($"第{Count - 1}案", ((DataText)((DataObject)cases.Current.Read(null, new())!.Find("matter")!).Find("title")!).Value);
        Assert.False(cases.MoveNext());
    }

    // A method of its own: locals of the caller would keep the last row alive.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static List<WeakReference> Walk(IEnumerator<PiiDocs.Cases.Tables.SourcedCase> cases, int count)
    {
        var passed = new List<WeakReference>();
        for (var i = 0; i < count; i++)
        {
            Assert.True(cases.MoveNext());
            if (i % 1000 == 0)
            {
                passed.Add(new(cases.Current));
            }
        }

        return passed;
    }
}
