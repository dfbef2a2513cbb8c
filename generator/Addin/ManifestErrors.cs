using PiiDocs.Core;

namespace PiiDocs.Addin;

/// <summary>What can be wrong with a manifest, one factory a code.</summary>
public static class ManifestErrors
{
    /// <summary>PD7750. Cause: the file is no well-formed XML, or declares a document type. Fix: correct the place.</summary>
    /// <remarks>
    /// 原因：清单不是合格的 XML，或者带有文档类型声明。
    /// 处理：改正所指的位置。
    /// </remarks>
    public static Diagnostic NotXml(SourceLocation at) =>
        new("PD7750", Severity.Error, new("不是合格的 XML", "this is no well-formed XML"), at);

    /// <summary>PD7751. Cause: the file is no manifest of a task pane. Fix: write one with <c>piidocs manifest</c>.</summary>
    /// <remarks>
    /// 原因：文件不是任务窗格的清单。
    /// 处理：用 <c>piidocs manifest</c> 生成。
    /// </remarks>
    public static Diagnostic NotAManifest(SourceLocation at) =>
        new("PD7751", Severity.Error, new("不是任务窗格的清单（OfficeApp，TaskPaneApp）", "this is no manifest of a task pane (OfficeApp, TaskPaneApp)"), at)
        {
            Hint = new("用 piidocs manifest 生成", "write one with `piidocs manifest`"),
        };

    /// <summary>PD7752. Cause: Office wants the elements in a fixed order. Fix: move the element to where the hint says.</summary>
    /// <remarks>
    /// 原因：元素次序不对，Office 不会加载。
    /// 处理：按提示移动该元素。
    /// </remarks>
    public static Diagnostic OutOfOrder(SourceLocation at, string name, string before) =>
        new("PD7752", Severity.Error, new($"元素 {name} 的位置不对", $"the element {name} stands in the wrong place"), at)
        {
            Hint = new($"应在 {before} 之前", $"it belongs before {before}"),
        };

    /// <summary>PD7753. Cause: an element that Office wants is not there. Fix: add it.</summary>
    /// <remarks>
    /// 原因：缺少必需的元素。
    /// 处理：补上该元素。
    /// </remarks>
    public static Diagnostic Missing(SourceLocation at, string name, string parent) =>
        new("PD7753", Severity.Error, new($"{parent} 缺少 {name}", $"{parent} lacks {name}"), at);

    /// <summary>PD7754. Cause: Office knows no such element there. Fix: correct its name or namespace, or take it out.</summary>
    /// <remarks>
    /// 原因：此处不允许这个元素。
    /// 处理：改正名称、命名空间，或者删去。
    /// </remarks>
    public static Diagnostic UnknownElement(SourceLocation at, string name, string parent) =>
        new("PD7754", Severity.Error, new($"{parent} 中没有 {name} 这样的元素", $"{parent} has no element {name}"), at);

    /// <summary>PD7755. Cause: an element stands twice that may stand once. Fix: take one out.</summary>
    /// <remarks>
    /// 原因：只能出现一次的元素出现了多次。
    /// 处理：删去一个。
    /// </remarks>
    public static Diagnostic Twice(SourceLocation at, string name) =>
        new("PD7755", Severity.Error, new($"{name} 只能出现一次", $"{name} may stand only once"), at);

    /// <summary>PD7756. Cause: the Id is no GUID. Fix: write one like 00000000-0000-0000-0000-000000000000, and keep it.</summary>
    /// <remarks>
    /// 原因：Id 不是 GUID。
    /// 处理：写成 00000000-0000-0000-0000-000000000000 的形式并保持不变。
    /// </remarks>
    public static Diagnostic BadId(SourceLocation at) =>
        new("PD7756", Severity.Error, new("Id 不是 GUID", "the Id is no GUID"), at);

    /// <summary>PD7757. Cause: the version has not four parts. Fix: write it like 1.0.0.0.</summary>
    /// <remarks>
    /// 原因：版本号不是四段。
    /// 处理：写成 1.0.0.0 的形式。
    /// </remarks>
    public static Diagnostic BadVersion(SourceLocation at) =>
        new("PD7757", Severity.Error, new("版本号应为四段", "the version must have four parts"), at)
        {
            Hint = new("例如 1.0.0.0", "such as 1.0.0.0"),
        };

    /// <summary>PD7758. Cause: the value is none that Office takes. Fix: as the hint shows.</summary>
    /// <remarks>
    /// 原因：取值不被 Office 接受。
    /// 处理：按提示改正。
    /// </remarks>
    public static Diagnostic BadValue(SourceLocation at, string example) =>
        new("PD7758", Severity.Error, new("取值不对", "the value is not one that Office takes"), at)
        {
            Hint = new($"例如 {example}", $"such as {example}"),
        };

    /// <summary>PD7759. Cause: Office loads only from https addresses. Fix: serve the pane over https and write its whole address.</summary>
    /// <remarks>
    /// 原因：网址不是完整的 https 地址。
    /// 处理：窗格须由 https 提供，写出完整网址。
    /// </remarks>
    public static Diagnostic NotHttps(SourceLocation at) =>
        new("PD7759", Severity.Error, new("网址须以 https:// 开头", "the address must begin with https://"), at);

    /// <summary>PD7760. Cause: a text or id is empty or longer than Office takes. Fix: shorten it.</summary>
    /// <remarks>
    /// 原因：文字或者标识为空，或者超过 Office 允许的长度。
    /// 处理：缩短。
    /// </remarks>
    public static Diagnostic WrongLength(SourceLocation at, int longest) =>
        new("PD7760", Severity.Error, new($"长度应为 1 至 {longest} 个字符", $"it must have 1 to {longest} characters"), at);

    /// <summary>PD7761. Cause: a resid leads to no resource. Fix: add the resource, or correct the name.</summary>
    /// <remarks>
    /// 原因：resid 没有对应的资源。
    /// 处理：补上资源，或者改正名称。
    /// </remarks>
    public static Diagnostic NoSuchResource(SourceLocation at, string id) =>
        new("PD7761", Severity.Error, new($"没有资源“{id}”", $"there is no resource '{id}'"), at);

    /// <summary>PD7762. Cause: a resource that nothing refers to. Fix: take it out, or refer to it.</summary>
    /// <remarks>
    /// 原因：资源没有被引用。
    /// 处理：删去，或者引用它。
    /// </remarks>
    public static Diagnostic UnusedResource(SourceLocation at, string id) =>
        new("PD7762", Severity.Warning, new($"资源“{id}”没有用到", $"the resource '{id}' is not used"), at);

    /// <summary>PD7763. Cause: two elements bear one id. Fix: give one another id.</summary>
    /// <remarks>
    /// 原因：标识重复。
    /// 处理：改掉其中一个。
    /// </remarks>
    public static Diagnostic DoubleId(SourceLocation at, string id) =>
        new("PD7763", Severity.Error, new($"标识“{id}”重复", $"the id '{id}' is there twice"), at);

    /// <summary>PD7764. Cause: a ribbon icon lacks a size that Office wants: 16, 32, 80. Fix: add it.</summary>
    /// <remarks>
    /// 原因：功能区图标缺少 16、32、80 中的尺寸。
    /// 处理：补上该尺寸。
    /// </remarks>
    public static Diagnostic IconSizeMissing(SourceLocation at, int size) =>
        new("PD7764", Severity.Error, new($"缺少 {size} 像素的图标", $"the icon of {size} pixels is missing"), at);

    /// <summary>PD7765. Cause: the icon file is not where the manifest says. Fix: put it there: <c>piidocs manifest -o DIR</c> writes the icons too.</summary>
    /// <remarks>
    /// 原因：图标文件不在清单所说的位置。
    /// 处理：放到该处；<c>piidocs manifest -o 文件夹</c> 会同时写出图标。
    /// </remarks>
    public static Diagnostic IconMissing(SourceLocation at, string path) =>
        new("PD7765", Severity.Error, new($"没有图标文件 {path}", $"there is no icon file {path}"), at);

    /// <summary>PD7766. Cause: the icon is no PNG of the size the manifest says. Fix: put the right file there.</summary>
    /// <remarks>
    /// 原因：图标不是 PNG，或者尺寸不符。
    /// 处理：换成正确的文件。
    /// </remarks>
    public static Diagnostic WrongIconSize(SourceLocation at, int size) =>
        new("PD7766", Severity.Error, new($"图标应为 {size}×{size} 的 PNG", $"the icon must be a PNG of {size}×{size}"), at);

    /// <summary>PD7767. Cause: a shared runtime forbids a TaskpaneId, and with it opening by itself. Fix: take out Runtimes.</summary>
    /// <remarks>
    /// 原因：共享运行时不允许 TaskpaneId，窗格不能随文书自动打开。
    /// 处理：删去 Runtimes。
    /// </remarks>
    public static Diagnostic PaneOfSharedRuntime(SourceLocation at) =>
        new("PD7767", Severity.Error, new("有 Runtimes 时不能有 TaskpaneId", "TaskpaneId cannot stand beside Runtimes"), at);

    /// <summary>PD7768. Cause: the address for the manifest is not that of a server over https: scheme, name, port and nothing else. Fix: write it like https://pii.office.lan:7443.</summary>
    /// <remarks>
    /// 原因：清单所用的地址不是 https 服务的地址（协议、名称、端口，不带路径）。
    /// 处理：写成 https://pii.office.lan:7443 的形式。
    /// </remarks>
    public static Diagnostic BadAddress() =>
        new("PD7768", Severity.Error, new("地址应为 https://名称:端口", "the address must be https://name:port"))
        {
            Hint = new("例如 https://localhost:7443", "such as https://localhost:7443"),
        };
}
