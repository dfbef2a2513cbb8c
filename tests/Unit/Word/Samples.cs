using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

/// <summary>Documents to write.</summary>
internal static class Samples
{
    private const string EverythingMarkup = """
        :office {0}
        # 刑事附带民事公益诉讼起诉书
        :number 沪检刑附民公诉〔2024〕9001号
        :party 被告：{1}，女，住{2}。
        ## 诉讼请求：
        :list 1.判令被告{1}赔偿**损失**{3}元；
        :list 2.判令被告在“国家级”新闻媒体上__公开赔礼道歉__——以书面形式……

        经依法审查查明：被告{1}于2020年7月至2023年6月，利用职务便利获取新生儿母亲的姓名、联系电话等公民个人信息3.9万余条，并出售给{4}，违法所得合计人民币31万余元。上述事实有书证、电子数据等证据证实。

        | 被告 | 责任方式 | 数额 |
        |--|----|-:|
        | {1} | 赔偿 | {3}元 |
        | {4} | 在限额内连带赔偿 | {3}元 |
        | 合计 || {3}元 |

        此致之前一段。
        :closing 此致
        :court 上海市某区人民法院
        :signature {0}
        :date 2024年10月28日
        :seal （院印）
        :attachment 附件：1.起诉书副本2份
        :attachment 　　　2.证据目录及证据材料
        :page-break
        :note 附表
        | 项目 |
        |--|
        | {5} |
        """;

    public static Document Everything(StyleSheet? styles = null) =>
        FromMarkup(
            EverythingMarkup,
            styles,
            "上海市某区人民检察院",
            "王某某𬱖㛃龑",
            "上海市某区\n某路1号",
            "310000",
            "刘某某“快递”有限公司",
            "# 1 Holdings | **x** {{ y }}");

    public static Document FromMarkup(string markup, StyleSheet? styles, params string[] values) => Of(TracedTexts.Of(markup, values), styles);

    /// <summary>With fields of any paths: <c>{0}</c> is the first of them.</summary>
    public static Document FromFields(string markup, IReadOnlyList<(string Path, string Value)> fields) => Of(TracedTexts.Of(markup, fields), null);

    private static Document Of(TracedText text, StyleSheet? styles)
    {
        styles ??= StyleFiles.Procuratorial;
        var diagnostics = new DiagnosticBag();
        var blocks = MarkupReader.Read(text, styles, diagnostics);
        Assert.Empty(diagnostics.Items);
        return Of(blocks, styles);
    }

    public static Document Of(ImmutableArray<Block> blocks, StyleSheet? styles = null) =>
        new(
            new("indictment-with-civil-claims", "刑事附带民事公益诉讼起诉书", "003", "上海市某区人民检察院", new(2024, 10, 28))
            {
                Stamp = new("1.0", "00aa", "00bb", "0.1.0"),
            },
            styles ?? StyleFiles.Procuratorial,
            blocks);

    public static byte[] Write(Document document, DocxOptions? options = null)
    {
        var output = new MemoryStream();
        new DocxWriter(document.Styles).Write(document, options ?? DocxOptions.Default, output);
        return output.ToArray();
    }
}
