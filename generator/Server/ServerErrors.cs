using PiiDocs.Core;

namespace PiiDocs.Server;

/// <summary>What can be wrong with how the server is run and with what is asked of it. No message repeats a value of a case.</summary>
/// <remarks>This part: starting.</remarks>
internal static partial class ServerErrors
{
    /// <summary>PD7800. Cause: the command line names an option that there is not. Fix: see <c>piidocs serve --help</c>.</summary>
    /// <remarks>
    /// 原因：命令行中有服务程序不认识的选项。
    /// 处理：用 <c>piidocs serve --help</c> 查看全部选项后改正。
    /// </remarks>
    public static Diagnostic UnknownOption(string name, string? nearest) =>
        new("PD7800", Severity.Error, new($"没有选项“{name}”", $"there is no option '{name}'"))
        {
            Hint = nearest is null ? new("见 piidocs serve --help", "see `piidocs serve --help`") : new($"是否指“{nearest}”？", $"did you mean '{nearest}'?"),
        };

    /// <summary>PD7801. Cause: an option lacks its value, or the value cannot be one: a port that is no number, an address with a path. Fix: see <c>piidocs serve --help</c>.</summary>
    /// <remarks>
    /// 原因：选项没有值，或者值写错，例如端口不是数字、网址带了路径。
    /// 处理：用 <c>piidocs serve --help</c> 查看写法后改正。
    /// </remarks>
    public static Diagnostic BadOption(string name) =>
        new("PD7801", Severity.Error, new($"选项“{name}”的值缺少或不对", $"the option '{name}' has no proper value"))
        {
            Hint = new("写法见 piidocs serve --help", "see `piidocs serve --help`"),
        };

    /// <summary>PD7802. Cause: without TLS, case data would cross the network readable. Fix: leave out <c>--plain-http</c>, or let the server listen on loopback behind a proxy with TLS.</summary>
    /// <remarks>
    /// 原因：不加密时案件数据会以明文经过网络，只允许在本机回环地址上使用。
    /// 处理：去掉 <c>--plain-http</c>；前面另有加密代理的，让本服务只监听本机。
    /// </remarks>
    public static Diagnostic PlainHttpBeyondLoopback() =>
        new("PD7802", Severity.Error, new("不加密（--plain-http）只能用于本机", "--plain-http is for this machine alone"));

    /// <summary>PD7803. Cause: a server that other machines reach must know who asks. Fix: name the users with <c>--users FILE</c>, or stand behind a proxy that does (<c>--proxy-user-header</c>).</summary>
    /// <remarks>
    /// 原因：其他机器可以访问的服务必须知道来者是谁。
    /// 处理：用 <c>--users 文件</c> 列出用户，或者由前置代理认证并用 <c>--proxy-user-header</c> 传递用户名。
    /// </remarks>
    public static Diagnostic OfficeWithoutUsers() =>
        new("PD7803", Severity.Error, new("面向全院的服务必须指定用户", "a server for an office needs its users"))
        {
            Hint = new("用 --users 文件，或 --proxy-user-header 名称", "use --users FILE or --proxy-user-header NAME"),
        };

    /// <summary>PD7804. Cause: the certificate file cannot be read, has no private key, or its password is another. Fix: a .pfx with its key; the password in a file of its own.</summary>
    /// <remarks>
    /// 原因：证书文件无法读取、没有私钥，或者密码不对。
    /// 处理：提供含私钥的 .pfx 文件，密码放在单独的文件中用 <c>--cert-password-file</c> 指明。
    /// </remarks>
    public static Diagnostic BadCertificate(string path) =>
        new("PD7804", Severity.Error, new("证书不能使用", "the certificate cannot be used"), new SourceLocation(new(path, ""), default))
        {
            Hint = new("需要含私钥的 .pfx 和正确的密码文件", "it takes a .pfx with its private key, and the right password file"),
        };

    /// <summary>PD7805. Cause: the file of users is not as it must be. Fix: as the hint says.</summary>
    /// <remarks>
    /// 原因：用户文件的内容不合要求。
    /// 处理：按提示改正；用 <c>piidocs serve --add-user</c> 可以直接添加用户。
    /// </remarks>
    public static Diagnostic BadUsersFile(SourceLocation? at, Message hint) =>
        new("PD7805", Severity.Error, new("用户文件写错了", "the file of users is wrong"), at) { Hint = hint };

    /// <summary>PD7806. Cause: another program listens on the port, or the address is none of this machine's. Fix: another <c>--port</c>, or end the other program.</summary>
    /// <remarks>
    /// 原因：端口已被其他程序占用，或者地址不是本机的。
    /// 处理：换一个 <c>--port</c>，或者停止占用端口的程序。
    /// </remarks>
    public static Diagnostic CannotListen(string address) =>
        new("PD7806", Severity.Error, new($"不能监听 {address}", $"cannot listen on {address}"))
        {
            Hint = new("端口可能已被占用，请换一个 --port", "the port may be taken; try another --port"),
        };

    /// <summary>PD7807. Cause: a line of the audit log was changed, removed or added by another hand. Fix: keep the file as evidence and find out who wrote to it; start a new log elsewhere.</summary>
    /// <remarks>
    /// 原因：审计日志中有行被改动、删去或者插入。
    /// 处理：保留原文件作为证据并查明是谁写入；另行指定 <c>--audit</c> 开始新的日志。
    /// </remarks>
    public static Diagnostic BrokenAudit(SourceLocation at) =>
        new("PD7807", Severity.Error, new("审计日志的链条断了", "the chain of the audit log is broken"), at)
        {
            Hint = new("保留该文件，用 --audit 另开日志", "keep the file, and start another with --audit"),
        };

    /// <summary>PD7808. Cause: the audit log does not hold the line whose seal the registers have noted: lines were cut off its end, or it is another file of the same name. Fix: keep the file as evidence and find out; bring back the copy that has the lines, or start a log under another name.</summary>
    /// <remarks>
    /// 原因：登记簿中记有审计日志某一行的封印，而日志里没有这一行：末尾的行被截去，或者换成了同名的另一文件。
    /// 处理：保留该文件作为证据并查明原因；找回完整的日志，或者用 <c>--audit</c> 以另一文件名开始新的日志。
    /// </remarks>
    public static Diagnostic CutAudit(SourceLocation at) =>
        new("PD7808", Severity.Error, new("审计日志缺少登记簿记载的行", "the audit log lacks a line that the registers have noted"), at)
        {
            Hint = new("找回完整的日志，或用 --audit 以另一文件名另开日志", "bring back the whole log, or start one under another name with --audit"),
        };
}
