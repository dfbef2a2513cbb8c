using System.Net;
using System.Text;
using PiiDocs.Generation;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Cli.Scanning;

/// <summary>The report of a scan over a folder, for the people who have to mend the files; it shows no value.</summary>
internal static class ScanReport
{
    private const string Style = """
        body{font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c2430}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #c4ccd8;padding:.35rem .5rem;text-align:left;vertical-align:top}
        th{background:#eef2f7}.high{color:#9d1c1c;font-weight:600}.medium{color:#8a5200}.low{color:#56606e}
        .sum{display:flex;gap:2rem;flex-wrap:wrap;list-style:none;padding:0}.sum b{display:block;font-size:1.6rem}
        @media(max-width:40rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:2px solid #c4ccd8}td{border:0}}
        """;

    /// <summary>Writes the report into a folder.</summary>
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Write(string folder, ScanRun run, TimeProvider clock) =>
        OutputFolder.Write(
            folder,
            [new("scan-report.html", Encoding.UTF8.GetBytes(Html(run, clock))), new("scan-report.xlsx", ScanWorkbook.Write(run))]);

    internal static string Html(ScanRun run, TimeProvider clock)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>个人信息检查报告</title><style>").Append(Style.ReplaceLineEndings("\n")).Append("</style></head><body>\n<h1>个人信息检查报告</h1>\n")
            .Append("<p>检查时间 ").Append(clock.GetLocalNow().ToString("yyyy年M月d日 HH时mm分")).Append("。本报告不载明任何个人信息：只写所在位置、种类、首字和长度；")
            .Append("编号相同的是同一内容。</p>\n");
        AppendSummary(page, run);
        foreach (var each in run.Results.Where(each => !each.Result.Hits.IsEmpty || !each.Result.Obstacles.IsEmpty))
        {
            AppendFile(page, each);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendSummary(StringBuilder page, ScanRun run)
    {
        var hits = run.Results.SelectMany(each => each.Result.Hits).Where(hit => hit.Confidence >= run.Threshold).ToList();
        page.Append("<ul class=\"sum\">");
        foreach (var (count, label) in new[]
        {
            (run.Results.Count, "个文件"),
            (run.Results.Count(each => each.Result.Hits.Any(hit => hit.Confidence >= run.Threshold)), "个有命中"),
            (hits.Count, "处命中"),
            (hits.Count(hit => hit.Kind.IsSensitive), "处敏感个人信息"),
            (run.Results.Count(each => !each.Result.Obstacles.IsEmpty), "个未能全部检查"),
        })
        {
            page.Append("<li><b>").Append(count).Append("</b>").Append(label).Append("</li>");
        }

        page.Append("</ul>\n<table><thead><tr><th>种类</th><th>个保法第二十八条</th><th>国标类别</th><th>处数</th><th>文件数</th></tr></thead><tbody>\n");
        foreach (var kind in hits.GroupBy(hit => hit.Kind).OrderByDescending(group => group.Count()))
        {
            var files = run.Results.Count(each => each.Result.Hits.Any(hit => hit.Kind == kind.Key && hit.Confidence >= run.Threshold));
            AppendRow(page, "", kind.Key.Label.Chinese, kind.Key.IsSensitive ? "敏感" : "一般", kind.Key.Category, $"{kind.Count()}", $"{files}");
        }

        page.Append("</tbody></table>\n");
    }

    private static void AppendFile(StringBuilder page, ScannedResult each)
    {
        page.Append("<h2>").Append(WebUtility.HtmlEncode(each.Path)).Append("</h2>\n");
        foreach (var obstacle in ScanErrors.Of(each.Result with { Hits = [] }, Confidence.Low))
        {
            page.Append("<p class=\"high\">").Append(WebUtility.HtmlEncode(obstacle.Message.Chinese)).Append("</p>\n");
        }

        if (each.Result.Hits.IsEmpty)
        {
            return;
        }

        page.Append("<table><thead><tr><th>位置</th><th>种类</th><th>内容</th><th>把握</th><th>个保法第二十八条</th><th>规则</th><th>编号</th></tr></thead><tbody>\n");
        foreach (var hit in each.Result.Hits.OrderByDescending(hit => hit.Confidence))
        {
            AppendRow(
                page,
                hit.Confidence.ToString().ToLowerInvariant(),
                hit.Place.Text.Chinese,
                hit.Kind.Label.Chinese,
                $"{hit.Context}{(hit.Context.Length > 0 ? "：" : "")}{hit.Masked}",
                ScanErrors.WordOf(hit.Confidence).Chinese,
                hit.Kind.IsSensitive ? "敏感" : "一般",
                hit.Rule,
                hit.Fingerprint);
        }

        page.Append("</tbody></table>\n");
    }

    private static void AppendRow(StringBuilder page, string look, params ReadOnlySpan<string> cells)
    {
        page.Append("<tr class=\"").Append(look).Append("\">");
        foreach (var cell in cells)
        {
            page.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
        }

        page.Append("</tr>\n");
    }
}
