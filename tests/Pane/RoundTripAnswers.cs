using System.Text.Json;
using Microsoft.Playwright;

namespace PiiDocs.Pane;

/// <summary>Answers of the server about an edited document, of every kind there is, to look at all that the pane can show.</summary>
internal static class RoundTripAnswers
{
    private static readonly string[] Kinds = ["legal", "missing", "outside", "leak", "style", "gone", "stale"];

    public static async Task Install(IPage page)
    {
        await Answer(page, "read", new
        {
            document = new { type = Office.Type, isOurs = true },
            findings = Kinds.Select((kind, index) => new
            {
                kind,
                severity = index % 3 == 0 ? "error" : index % 3 == 1 ? "warning" : "info",
                code = "PD8101",
                message = "所引《中华人民共和国个人信息保护法》第七十条在行为时尚未施行，请改引当时有效的规定",
                hint = "改引旧法对应条文。",
                basis = "《中华人民共和国立法法》第一百零四条",
                label = "承办检察机关名称",
                tag = "pii:office.name",
                occurrence = 0,
                text = "本院依法公告如下，公告期间为三十日内。",
                fix = index == 0 ? new { text = "上海市静安区人民检察院" } : null,
            }),
            edits = new[] { new { field = "$.conduct.summary", label = "侵害行为概述", before = "一", after = "二人非法获取新生儿信息并出售牟利。", tag = "pii:conduct.summary", count = 1 } },
        });
        await Answer(page, "refresh", new
        {
            controls = new object[]
            {
                Control("pii:office.contact.phone", "联系电话", "update", ("000-20000301", "000-20000399")),
                Control("pii:conduct.summary", "侵害行为概述", "edited", ("二人非法获取新生儿信息并出售牟利。", "二人非法获取新生儿信息三万九千余条，出售给多家摄影、月子服务机构。")),
                Control("pii:office.contact.name", "联系人", "conflict", ("陈检察官", "徐检察官")),
                Control("pii:~3", "合计金额", "edited", ("叁拾万元", "叁拾壹万元")),
                Control("pii:court.address", "法院地址", "gone", (null, "某路1号")),
                Control("pii:document.number", "文号", "new", (null, "沪静检公〔2026〕1号")),
                Control("pii:office.name", "名称", "same", ("甲", "甲")),
            },
            blocks = new object[]
            {
                Block("insert", true, (null, "附带民事公益诉讼被告：黄某某，男，汉族，文员，住某市某区示例路15弄5号505室。系本案刑事被告人。")),
                Block("rewrite", true, ("2.判令被告赔礼道歉。", "2.判令被告赔礼道歉；")),
                Block("remove", false, ("3.判令被告删除个人信息，并在省级媒体刊登声明。", null)),
            },
        });
    }

    private static object Control(string tag, string label, string state, (string? Document, string? Current) texts) =>
        new { tag, occurrence = 0, field = "$." + tag[4..], label, state, document = texts.Document, current = texts.Current };

    private static object Block(string kind, bool canBeMade, (string? Document, string? Current) texts) =>
        new { kind, paragraph = 12, canBeMade, document = texts.Document, current = texts.Current };

    private static Task Answer(IPage page, string endpoint, object body) =>
        page.RouteAsync($"**/api/v1/documents/{endpoint}?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(body) }));
}
