using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>The diagnostics of the registers, one factory a code.</summary>
public static class RegisterErrors
{
    /// <summary>PD7501. Cause: the store's address is neither a path nor postgres://host/database. Fix: write it in one of these forms.</summary>
    /// <remarks>原因：存放登记簿的地址既不是文件路径，也不是 postgres:// 地址。处理：写成文件路径，或 postgres://用户@主机:5432/数据库名。</remarks>
    public static Diagnostic BadAddress() =>
        new("PD7501", Severity.Error, new("登记簿的地址无法识别", "the address of the registers cannot be read"))
        {
            Hint = new("写文件路径，或 postgres://用户@主机:5432/数据库名", "write the path of a file, or postgres://user@host:5432/database"),
        };

    /// <summary>PD7502. Cause: another program held the database for a minute. Fix: wait, or find and end that program.</summary>
    /// <remarks>原因：另一程序占用数据库超过一分钟。处理：稍后重试；仍不行的，找出并结束占用它的程序。</remarks>
    public static Diagnostic Locked(string address) =>
        new("PD7502", Severity.Error, new($"登记簿正被占用：{address}", $"the registers are held by another program: {address}"))
        {
            Hint = new("稍后重试", "try again later"),
        };

    /// <summary>PD7503. Cause: the account may not write the database, or its folder. Fix: give it the right, or name another store.</summary>
    /// <remarks>原因：当前账户无权写入登记簿或其所在文件夹。处理：授予写权限，或用 --store 指定其他登记簿。</remarks>
    public static Diagnostic ReadOnly(string address) =>
        new("PD7503", Severity.Error, new($"登记簿不可写：{address}", $"the registers cannot be written: {address}"))
        {
            Hint = new("授予写权限，或用 --store 指定其他登记簿", "grant the right to write, or name another store with --store"),
        };

    /// <summary>PD7504. Cause: the disk is full or failing. Fix: make room; nothing was half-written.</summary>
    /// <remarks>原因：磁盘已满或者读写失败。处理：腾出空间后重试；未完成的登记没有写入。</remarks>
    public static Diagnostic DiskFull(string address) =>
        new("PD7504", Severity.Error, new($"登记簿无法写入磁盘：{address}", $"the registers cannot be written to disk: {address}"))
        {
            Hint = new("腾出磁盘空间后重试；未完成的登记没有写入", "make room and try again; nothing was half-written"),
        };

    /// <summary>PD7505. Cause: the file is damaged, or not a database at all. Fix: restore a backup, or name the right file.</summary>
    /// <remarks>原因：文件已损坏，或者不是登记簿数据库。处理：恢复备份，或用 --store 指定正确的文件。</remarks>
    public static Diagnostic NotARegister(string address) =>
        new("PD7505", Severity.Error, new($"不是登记簿，或已损坏：{address}", $"not a register, or damaged: {address}"))
        {
            Hint = new("恢复备份，或用 --store 指定正确的文件", "restore a backup, or name the right file with --store"),
        };

    /// <summary>PD7506. Cause: a newer version of the program made the database. Fix: use that version.</summary>
    /// <remarks>原因：登记簿由更新版本的程序建立。处理：改用该版本或更新版本的程序。</remarks>
    public static Diagnostic FromNewerVersion(string address, int found, int known) =>
        new("PD7506", Severity.Error, new($"登记簿是第 {found} 版，本程序只认识到第 {known} 版：{address}", $"the registers are of form {found}, this program knows {known}: {address}"))
        {
            Hint = new("升级程序后再用", "upgrade the program"),
        };

    /// <summary>PD7507. Cause: the database server does not answer, or refuses the account. Fix: check server, network, user and password (PGPASSWORD).</summary>
    /// <remarks>原因：数据库服务器没有应答，或者拒绝了该账户。处理：检查服务器、网络、用户名和口令（PGPASSWORD）。</remarks>
    public static Diagnostic Unreachable(string address) =>
        new("PD7507", Severity.Error, new($"连不上登记簿：{address}", $"cannot reach the registers: {address}"))
        {
            Hint = new("检查服务器、网络、用户名和口令（PGPASSWORD）", "check server, network, user and password (PGPASSWORD)"),
        };

    /// <summary>PD7508. Cause: the target of a copy already holds something. Fix: name an empty one.</summary>
    /// <remarks>原因：复制的目标已有内容。处理：指定一个空的目标。</remarks>
    public static Diagnostic NotEmpty(string address) =>
        new("PD7508", Severity.Error, new($"目标登记簿不是空的：{address}", $"the target is not empty: {address}"))
        {
            Hint = new("指定一个新文件或空数据库", "name a new file or an empty database"),
        };

    /// <summary>PD7510. Cause: the register does not know the number. Fix: reserve or import it first.</summary>
    /// <remarks>原因：登记簿中没有这个文号。处理：先取号，或者用 register import 补录。</remarks>
    public static Diagnostic UnknownNumber(string number) =>
        new("PD7510", Severity.Error, new($"登记簿中没有这个文号：{number}", $"the register does not know this number: {number}"))
        {
            Hint = new("先取号，或用 piidocs register import 补录", "reserve it, or take it over with `piidocs register import`"),
        };

    /// <summary>PD7511. Cause: the number was voided; it is never used again. Fix: reserve a new one.</summary>
    /// <remarks>原因：该文号已经作废，不得再用。处理：重新取号。</remarks>
    public static Diagnostic AlreadyVoid(string number) =>
        new("PD7511", Severity.Error, new($"文号已作废：{number}", $"the number is void: {number}"))
        {
            Hint = new("重新取号", "reserve a new one"),
        };

    /// <summary>PD7512. Cause: a number to be taken over is in the register already, or twice in the list. Fix: take it out of the list.</summary>
    /// <remarks>原因：要补录的文号已在登记簿中，或者清单中重复。处理：从清单中删去该行。</remarks>
    public static Diagnostic AlreadyRegistered(string number, SourceLocation? at) =>
        new("PD7512", Severity.Error, new($"文号已登记或重复：{number}", $"the number is registered already, or listed twice: {number}"), at)
        {
            Hint = new("从清单中删去；本次没有补录任何文号", "take it out of the list; nothing was taken over"),
        };

    /// <summary>PD7513. Cause: a line of the list is not a number this office gives out. Fix: correct the line.</summary>
    /// <remarks>原因：清单中的一行不是本院的文号。处理：按 _numbering.yaml 的样式改正该行。</remarks>
    public static Diagnostic BadImport(Message reason, SourceLocation? at) =>
        new("PD7513", Severity.Error, new($"无法补录：{reason.Chinese}", $"cannot be taken over: {reason.English}"), at)
        {
            Hint = new("每行一个文号，后面可加案件编号，用逗号或制表符隔开", "one number a line, then the case id if known, with a comma or tab between"),
        };

    /// <summary>PD7514. Cause: the register has no record of that id. Fix: list the records to find it.</summary>
    /// <remarks>原因：登记簿中没有这个编号的记录。处理：用 list 查出编号。</remarks>
    public static Diagnostic UnknownRecord(long id) =>
        new("PD7514", Severity.Error, new($"登记簿中没有编号 {id} 的记录", $"the register has no record {id}"))
        {
            Hint = new("用 piidocs publications list 查出编号", "find the id with `piidocs publications list`"),
        };

    /// <summary>PD7520. Cause: numbers of a series are not in the register. Fix: import them, or void them with a reason.</summary>
    /// <remarks>原因：登记簿缺少该序列中的文号。处理：确已使用的补录；未使用的先补录再作废并写明理由。</remarks>
    public static Diagnostic Gap(string example, long first, long last) =>
        new("PD7520", Severity.Warning, new($"序号 {first} 至 {last} 没有登记（同序列如 {example}）", $"serials {first} to {last} are not registered (same series as {example})"))
        {
            Hint = new("用 piidocs register import 补录", "take them over with `piidocs register import`"),
        };

    /// <summary>PD7521. Cause: a number was reserved long ago and never used. Fix: use it, or void it with a reason.</summary>
    /// <remarks>原因：取号后很久没有使用。处理：用于该文书，或者作废并写明理由。</remarks>
    public static Diagnostic NeverUsed(string number) =>
        new("PD7521", Severity.Warning, new($"已取号，久未使用：{number}", $"reserved long ago and never used: {number}"))
        {
            Hint = new("用于文书，或用 piidocs register void 作废", "use it, or void it with `piidocs register void`"),
        };

    /// <summary>PD7522. Cause: one document of one case has two living numbers. Fix: void one of them.</summary>
    /// <remarks>原因：同一案件的同一文书有两个有效文号。处理：作废其中一个。</remarks>
    public static Diagnostic TwoNumbers(string numbers) =>
        new("PD7522", Severity.Warning, new($"同一文书有两个有效文号：{numbers}", $"one document has two living numbers: {numbers}"))
        {
            Hint = new("作废其中一个", "void one of them"),
        };

    /// <summary>PD7523. Cause: the row of a number does not agree with the audit log: it was changed from outside. Fix: find out who had access; restore a backup.</summary>
    /// <remarks>原因：文号的状态、案件或者文书与审计日志不符，数据被人在程序之外改动。处理：查明谁有权限改动；必要时恢复备份。</remarks>
    public static Diagnostic NotInLog(string number) =>
        new("PD7523", Severity.Error, new($"文号的记录与审计日志不符：{number}", $"the row of the number disagrees with the audit log: {number}"))
        {
            Hint = new("数据可能在程序之外被改动，请查明", "the data may have been changed from outside; find out"),
        };

    /// <summary>PD7524. Cause: the audit log was changed: a line does not fit the one before. Fix: find out who had access; compare with a backup.</summary>
    /// <remarks>原因：审计日志被改动，某一行与前一行不相接。处理：查明谁有权限改动；与备份核对。</remarks>
    public static Diagnostic BrokenChain(long line) =>
        new("PD7524", Severity.Error, new($"审计日志第 {line} 行起不可信", $"the audit log cannot be trusted from line {line} on"))
        {
            Hint = new("与备份核对，查明改动", "compare with a backup and find out"),
        };

    /// <summary>PD7525. Cause: the log does not hold the seal noted earlier: it was cut short or replaced. Fix: compare with a backup.</summary>
    /// <remarks>原因：日志中没有此前记下的封签，日志被截短或者替换。处理：与备份核对。</remarks>
    public static Diagnostic SealNotFound() =>
        new("PD7525", Severity.Error, new("审计日志中没有这个封签", "the audit log does not hold this seal"))
        {
            Hint = new("日志可能被截短或替换，与备份核对", "the log may have been cut short or replaced; compare with a backup"),
        };
}
