using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Cases.Tables;
using PiiDocs.Core;
using PiiDocs.Sheets;

namespace PiiDocs.Generation.Batch;

/// <summary>Writes the empty sheet that cases are filled in on, with just the fields that some document types need.</summary>
public static class FormWorkbook
{
    private const string CaseSheet = "案件";
    private const string Yes = "是";
    private const string No = "否";

    /// <param name="catalog">What a case may hold.</param>
    /// <param name="types">What is to be made of the cases.</param>
    /// <param name="samples">Cases to fill in as examples; none for an empty form.</param>
    /// <param name="output">Takes the workbook.</param>
    public static void Write(TemplateCatalog catalog, ImmutableArray<DocumentType> types, ImmutableArray<DataObject> samples, Stream output)
    {
        var form = FormFields.For(catalog, types);
        using var workbook = new WorkbookWriter(output);
        foreach (var table in form.Tables)
        {
            var sheet = workbook.Add(LayoutOf(form, table));
            foreach (var sample in samples)
            {
                WriteRows(sheet, table, sample);
            }
        }

        WriteGuide(workbook, form, types);
    }

    private static SheetLayout LayoutOf(CaseForm form, FormTable table) =>
        new(NameOf(table),
        [
            new(FormTable.KeyHeader, 14)
            {
                Look = CellLook.Text,
                IsRequired = true,
                Prompt = table.Path == FieldPath.Root ? "一行一个案件；编号由字母、数字、连字符组成。" : "这一行属于哪个案件：填“案件”表中的编号。",
            },
            .. OrdinalHeaders(form, table).Select(header => new SheetColumn(header, 12)
            {
                Look = CellLook.Text,
                IsRequired = true,
                Prompt = "属于本案的第几项（从 1 起），或者该项的代号。",
            }),
            .. table.Fields.Select(ColumnOf),
        ])
        {
            FrozenColumns = 1,
        };

    private static SheetColumn ColumnOf(FormField field) =>
        new(field.Header, WidthOf(field))
        {
            Look = field.Kind switch
            {
                CellKind.Date => CellLook.Date,
                CellKind.Number or CellKind.WholeNumber => CellLook.General,
                _ => CellLook.Text,
            },
            IsRequired = field.IsRequired,
            Rule = RuleOf(field),
            Prompt = PromptOf(field),
        };

    private static CellRule? RuleOf(FormField field) => field.Kind switch
    {
        CellKind.Flag => new ChoiceRule([Yes, No]),
        CellKind.Date => new DateRule(),
        CellKind.Number => new NumberRule(field.Minimum, field.Maximum, IsWhole: false),
        CellKind.WholeNumber => new NumberRule(field.Minimum, field.Maximum, IsWhole: true),
        CellKind.Text when field.Allowed.Length > 0 => new ChoiceRule(field.Allowed),
        CellKind.Text when field.LongestText is { } most => new LengthRule(most),
        _ => null,
    };

    private static string PromptOf(FormField field)
    {
        string?[] parts =
        [
            field.IsRequired ? "必填。" : null,
            field.Description,
            HowToWrite(field),
            field.Example is { } example ? $"例：{example}" : null,
        ];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string? HowToWrite(FormField field) => field.Kind switch
    {
        CellKind.Date => "日期，例如 2024-05-01。",
        CellKind.PartialDate => "2024-05-01、2024-05 或 2024。",
        CellKind.Words => "可填几项，用顿号隔开。",
        CellKind.Lines => "一段一行，用 Alt+Enter 换行。",
        CellKind.Flag => "选“是”或“否”。",
        _ => field.Form?.Chinese,
    };

    private static double WidthOf(FormField field)
    {
        var header = Math.Clamp((field.Header.Length * 2) + 2, 10, 24);
        return field.Kind == CellKind.Lines ? 60 : header;
    }

    private static IEnumerable<string> OrdinalHeaders(CaseForm form, FormTable table) =>
        table.OuterLists().Select(form.OrdinalHeader);

    private static void WriteRows(SheetWriter sheet, FormTable table, DataObject sample)
    {
        var id = (sample.Find("id") as DataText)?.Value ?? "";
        foreach (var row in FormRows.Of(table, sample))
        {
            sheet.Row(
            [
                id,
                .. row.Ordinals.Select(ordinal => ordinal.ToString(CultureInfo.InvariantCulture)),
                .. table.Fields.Zip(row.Values, CellOf),
            ]);
        }
    }

    private static object? CellOf(FormField field, DataNode? value) => value switch
    {
        DataNumber number => number.Value,
        DataFlag flag => flag.Value ? Yes : No,
        DataText day when field.Kind == CellKind.Date
            && DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        DataText text => text.Value,
        DataList list => string.Join(field.Kind == CellKind.Lines ? '\n' : '、', list.Items.OfType<DataText>().Select(item => item.Value)),
        _ => null,
    };

    private static void WriteGuide(WorkbookWriter workbook, CaseForm form, ImmutableArray<DocumentType> types)
    {
        var guide = workbook.Add(new(CaseTables.GuideSheet,
        [
            Plain("工作表", 18), Plain("列", 30), Plain("必填", 8), Plain("写法", 30), Plain("说明", 60), Plain("示例", 24), Plain("可选的值", 40), Plain("字段", 44),
        ]));
        guide.Row("（全部）", "", "", "", $"本表用于：{string.Join('、', types.Select(type => type.Title.Chinese))}。一行一个案件；重复的事项在后面的工作表中一行一项，用“{FormTable.KeyHeader}”指明属于哪个案件。没有的事项空着，不要填“无”。自用的列在表头前加“#”。");
        foreach (var table in form.Tables)
        {
            foreach (var field in table.Fields)
            {
                guide.Row(
                    NameOf(table),
                    field.Header,
                    field.IsRequired ? Yes : "",
                    HowToWrite(field) ?? "",
                    field.Description,
                    field.Example,
                    string.Join('、', field.Allowed),
                    field.Path.Value);
            }
        }
    }

    private static string NameOf(FormTable table) => table.Path == FieldPath.Root ? CaseSheet : table.SheetName;

    private static SheetColumn Plain(string header, double width) => new(header, width) { Look = CellLook.Text };
}
