using System.Net;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Cli.Scanning;

/// <summary>The report of a scan over a folder, for the people who have to mend the files; it shows no value.</summary>
internal sealed class ScanReport(ScanRun run, Language language)
{
    private const string Style = """
        body{font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c2430}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #c4ccd8;padding:.35rem .5rem;text-align:left;vertical-align:top}
        th{background:#eef2f7}.high{color:#9d1c1c;font-weight:600}.medium{color:#8a5200}.low{color:#56606e}
        .sum{display:flex;gap:2rem;flex-wrap:wrap;list-style:none;padding:0}.sum b{display:block;font-size:1.6rem}
        @media(max-width:40rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:2px solid #c4ccd8}td{border:0}}
        """;

    private static readonly Message Title = new("个人信息检查报告", "Personal information: report of a scan");

    private static readonly Message[] KindColumns =
        [new("种类", "Kind"), new("个保法第二十八条", "PIPL Article 28"), new("国标类别", "Category of the standard"), new("处数", "Hits"), new("文件数", "Files")];

    private static readonly Message[] HitColumns =
    [
        new("位置", "Place"), new("种类", "Kind"), new("内容", "Content"), new("把握", "Confidence"), new("个保法第二十八条", "PIPL Article 28"),
        new("规则", "Rule"), new("编号", "Mark"),
    ];

    private readonly StringBuilder _page = new();

    /// <summary>Writes the report into a folder.</summary>
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Write(string folder, ScanRun run, TimeProvider clock, Language language) => OutputFolder.Write(
        folder,
        [
            new("scan-report.html", Encoding.UTF8.GetBytes(new ScanReport(run, language).Html(clock.GetLocalNow()))),
            new("scan-report.xlsx", ScanWorkbook.Write(run, language)),
        ]);

    /// <summary>Whether a kind is sensitive in the sense of the law.</summary>
    internal static Message ClassOf(InformationKind kind) => kind.IsSensitive ? new("敏感", "sensitive") : new("一般", "ordinary");

    private string Html(DateTimeOffset now)
    {
        var time = new Message($"检查时间 {now:yyyy年M月d日 HH时mm分}。", $"Scanned {now:yyyy-MM-dd HH:mm}. ");
        var reading = new Message(
            "本报告不载明任何个人信息：只写所在位置、种类、首字和长度；编号相同的是同一内容。",
            "This report shows no personal information: only where it stands, its kind, first character and length; what has the same mark is the same content.");
        _page.Append("<!doctype html>\n<html lang=\"").Append(language == Language.English ? "en" : "zh-CN")
            .Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>").Append(Title.In(language)).Append("</title><style>").Append(Style.ReplaceLineEndings("\n"))
            .Append("</style></head><body>\n<main>\n<h1>").Append(Title.In(language)).Append("</h1>\n<p>").Append(time.In(language)).Append(reading.In(language)).Append("</p>\n");
        AppendSummary();
        foreach (var each in run.Results.Where(each => !each.Result.Hits.IsEmpty || !each.Result.Obstacles.IsEmpty))
        {
            AppendFile(each);
        }

        return _page.Append("</main>\n</body></html>\n").ToString();
    }

    private void AppendSummary()
    {
        var hits = run.Results.SelectMany(each => each.Result.Hits).Where(hit => hit.Confidence >= run.Threshold).ToList();
        _page.Append("<ul class=\"sum\">");
        foreach (var (count, label) in new (int, Message)[]
        {
            (run.Results.Count, new("个文件", "files")),
            (run.Results.Count(each => each.Result.Hits.Any(hit => hit.Confidence >= run.Threshold)), new("个有命中", "with hits")),
            (hits.Count, new("处命中", "hits")),
            (hits.Count(hit => hit.Kind.IsSensitive), new("处敏感个人信息", "of them sensitive")),
            (run.Results.Count(each => !each.Result.Obstacles.IsEmpty), new("个未能全部检查", "files not read in full")),
        })
        {
            _page.Append("<li><b>").Append(count).Append("</b>").Append(label.In(language)).Append("</li>");
        }

        _page.Append("</ul>\n");
        BeginTable(KindColumns);
        foreach (var kind in hits.GroupBy(hit => hit.Kind).OrderByDescending(group => group.Count()))
        {
            var files = run.Results.Count(each => each.Result.Hits.Any(hit => hit.Kind == kind.Key && hit.Confidence >= run.Threshold));
            AppendRow("", kind.Key.Label.In(language), ClassOf(kind.Key).In(language), kind.Key.Category, $"{kind.Count()}", $"{files}");
        }

        _page.Append("</tbody></table>\n");
    }

    private void AppendFile(ScannedResult each)
    {
        _page.Append("<h2>").Append(WebUtility.HtmlEncode(each.Path)).Append("</h2>\n");
        foreach (var obstacle in ScanErrors.Of(each.Result with { Hits = [] }, Confidence.Low))
        {
            _page.Append("<p class=\"high\">").Append(WebUtility.HtmlEncode(obstacle.Message.In(language))).Append("</p>\n");
        }

        if (each.Result.Hits.IsEmpty)
        {
            return;
        }

        BeginTable(HitColumns);
        foreach (var hit in each.Result.Hits.OrderByDescending(hit => hit.Confidence))
        {
            AppendRow(
                hit.Confidence.ToString().ToLowerInvariant(),
                hit.Place.Text.In(language),
                hit.Kind.Label.In(language),
                $"{hit.Context}{(hit.Context.Length > 0 ? "：" : "")}{hit.Masked}",
                ScanErrors.WordOf(hit.Confidence).In(language),
                ClassOf(hit.Kind).In(language),
                hit.Rule,
                hit.Fingerprint);
        }

        _page.Append("</tbody></table>\n");
    }

    private void BeginTable(Message[] columns)
    {
        _page.Append("<table><thead><tr>");
        foreach (var column in columns)
        {
            _page.Append("<th scope=\"col\">").Append(column.In(language)).Append("</th>");
        }

        _page.Append("</tr></thead><tbody>\n");
    }

    private void AppendRow(string look, params ReadOnlySpan<string> cells)
    {
        _page.Append("<tr class=\"").Append(look).Append("\">");
        foreach (var cell in cells)
        {
            _page.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
        }

        _page.Append("</tr>\n");
    }
}
