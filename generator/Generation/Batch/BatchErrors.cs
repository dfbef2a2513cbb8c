using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>What can be wrong with a batch as such, one factory a code.</summary>
public static class BatchErrors
{
    /// <summary>PD7300. Cause: the folder holds no case files. Fix: name the right one; case files end in .yaml, .yml or .json.</summary>
    /// <remarks>
    /// 原因：文件夹中没有案件文件。
    /// 处理：核对文件夹；案件文件以 .yaml、.yml 或者 .json 结尾。
    /// </remarks>
    public static Diagnostic NoCaseFiles(SourceLocation at) =>
        new("PD7300", Severity.Error, new("文件夹中没有案件文件", "the folder holds no case files"), at)
        {
            Hint = new("案件文件以 .yaml、.yml 或者 .json 结尾", "case files end in .yaml, .yml or .json"),
        };

    /// <summary>PD7301. Cause: two files of the folder have one name but for their endings. Fix: rename one; the first was used.</summary>
    /// <remarks>
    /// 原因：两个案件文件除扩展名外同名（不分大小写），程序只用前一个。
    /// 处理：给其中一个改名，或者移出文件夹。
    /// </remarks>
    public static Diagnostic DoubleName(SourceLocation at) =>
        new("PD7301", Severity.Error, new("与前面的案件文件同名", "a case file before it has the same name"), at)
        {
            Hint = new("请改名或者移出文件夹", "rename it, or move it out of the folder"),
        };

    /// <summary>PD7302. Cause: the case could not be made for a reason that lies in the program. Fix: report it with the code and the kind of failure.</summary>
    /// <remarks>
    /// 原因：程序内部出错，该案件未能制作，其他案件不受影响。
    /// 处理：将代码和提示的错误种类报告给维护人员。
    /// </remarks>
    public static Diagnostic Failed(SourceLocation at, string kind) =>
        new("PD7302", Severity.Error, new("程序内部出错，本案未能制作", "the program failed on this case"), at)
        {
            Hint = new($"请报告维护人员：{kind}", $"report this: {kind}"),
        };

    /// <summary>PD7303. Cause: another run is at work in the output folder. Fix: wait for it, or name another folder.</summary>
    /// <remarks>
    /// 原因：另一次批量生成正在使用这个输出文件夹。
    /// 处理：等它结束，或者用 <c>-o</c> 换一个文件夹。
    /// </remarks>
    public static Diagnostic FolderInUse(string folder) =>
        new("PD7303", Severity.Error, new($"另一次批量生成正在使用 {folder}", $"another run is at work in {folder}"))
        {
            Hint = new("等它结束，或者用 -o 换一个文件夹", "wait for it, or name another folder with -o"),
        };

    /// <summary>PD7304. Cause: two case files of the folder have one case id, so that their documents would bear one number. Fix: give one of them its own id.</summary>
    /// <remarks>
    /// 原因：文件夹中两个案件文件的案件编号相同，两份文书会编成同一文号；只制作其中一个。
    /// 处理：给另一案件改用自己的案件编号。
    /// </remarks>
    public static Diagnostic DoubleCase(SourceLocation at) =>
        new("PD7304", Severity.Error, new("另一案件文件的案件编号与此相同，未取号", "another case file has the same case id; no number was given"), at, FieldPath.Root.Member("id"))
        {
            Hint = new("请改用各自的案件编号", "give each case its own id"),
        };

    /// <summary>PD7305. Cause: a case file of the folder cannot be opened: gone meanwhile, a broken link, no permission. Fix: see to the file and run again.</summary>
    /// <remarks>
    /// 原因：案件文件打不开：运行中被移走、链接失效，或者没有读取权限。
    /// 处理：检查该文件后重新运行，其他案件不受影响。
    /// </remarks>
    public static Diagnostic UnreadableFile(SourceLocation at) =>
        new("PD7305", Severity.Error, new("案件文件打不开，本案未制作", "the case file cannot be opened; this case was not made"), at)
        {
            Hint = new("检查文件是否还在、有无读取权限，再运行一次", "see whether it is there and may be read, and run again"),
        };
}
