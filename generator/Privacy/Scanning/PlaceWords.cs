using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning;

/// <summary>What places are called.</summary>
internal static class PlaceWords
{
    public static Message Of(PartKind kind) => kind switch
    {
        PartKind.Body => new("正文", "body"),
        PartKind.Header => new("页眉", "header"),
        PartKind.Footer => new("页脚", "footer"),
        PartKind.Footnote => new("脚注", "footnote"),
        PartKind.Endnote => new("尾注", "endnote"),
        PartKind.TextBox => new("文本框", "text box"),
        PartKind.Cell => new("单元格", "cell"),
        PartKind.Slide => new("幻灯片", "slide"),
        PartKind.Comment => new("批注", "comment"),
        PartKind.Insertion => new("修订插入", "tracked insertion"),
        PartKind.Deletion => new("修订删除", "tracked deletion"),
        PartKind.Hidden => new("隐藏文字", "hidden text"),
        PartKind.FieldCode => new("域代码", "field code"),
        PartKind.Hyperlink => new("链接目标", "link target"),
        PartKind.Property => new("文件属性", "file property"),
        PartKind.CustomXml => new("自定义 XML", "custom XML"),
        PartKind.StyleName => new("样式名", "style name"),
        PartKind.Bookmark => new("书签名", "bookmark name"),
        PartKind.AlternativeText => new("替代文字", "alternative text"),
        PartKind.ContentControl => new("内容控件", "content control"),
        PartKind.Setting => new("文档设置", "setting"),
        PartKind.Attribute => new("属性值", "attribute"),
        PartKind.Script => new("脚本", "script"),
        PartKind.Metadata => new("元数据", "metadata"),
        PartKind.Annotation => new("注释", "annotation"),
        PartKind.FormField => new("表单域", "form field"),
        PartKind.Outline => new("书签目录", "outline"),
        PartKind.Revision => new("旧版本", "earlier revision"),
        PartKind.Binary => new("二进制内容", "binary content"),
        PartKind.FileName => new("文件名", "file name"),
        _ => new("其他", "other"),
    };
}
