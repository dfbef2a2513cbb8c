using PiiDocs.Core;

namespace PiiDocs.Server;

/// <remarks>This part: what is asked of the server.</remarks>
internal static partial class ServerErrors
{
    /// <summary>PD7820. Cause: the request was sent to a name that is not the server's: a web page that had its own name point here (DNS rebinding). Fix: use the address the server printed; in an office start it with <c>--host</c> or <c>--url</c>.</summary>
    /// <remarks>
    /// 原因：请求所用的主机名不是本服务的地址，可能是恶意网页把自己的域名指向了这里。
    /// 处理：使用服务启动时显示的地址；面向全院时用 <c>--host</c> 或者 <c>--url</c> 指明地址。
    /// </remarks>
    public static Diagnostic ForeignHost() =>
        new("PD7820", Severity.Error, new("主机名不是本服务的", "the host name is not this server's"))
        {
            Hint = new("请使用服务启动时显示的地址", "use the address the server printed when it started"),
        };

    /// <summary>PD7821. Cause: another web page sent the request. Fix: open the pane from this server.</summary>
    /// <remarks>
    /// 原因：请求来自其他网页，已拒绝。
    /// 处理：从本服务的地址打开窗格。
    /// </remarks>
    public static Diagnostic ForeignOrigin() =>
        new("PD7821", Severity.Error, new("请求来自其他网页", "the request comes from another web page"))
        {
            Hint = new("请从本服务的地址打开窗格", "open the pane from this server's own address"),
        };

    /// <summary>PD7822. Cause: no token came with the request, or it has expired. Fix: pair the pane again.</summary>
    /// <remarks>
    /// 原因：请求没有带令牌，或者令牌已过期。
    /// 处理：在窗格中重新输入配对码登录。
    /// </remarks>
    public static Diagnostic NotPaired() =>
        new("PD7822", Severity.Error, new("尚未配对或已过期", "not paired, or no longer"))
        {
            Hint = new("请在窗格中输入服务窗口显示的配对码", "type the pairing code that the server shows into the pane"),
        };

    /// <summary>PD7823. Cause: the code, or the name and secret, are not right. Fix: the code the server shows now; it changes after use.</summary>
    /// <remarks>
    /// 原因：配对码、用户名或者口令不对。
    /// 处理：输入服务窗口当前显示的配对码（用过即换），或者核对用户名和口令。
    /// </remarks>
    public static Diagnostic WrongCode() =>
        new("PD7823", Severity.Error, new("配对码或口令不对", "the code or secret is not right"))
        {
            Hint = new("配对码用过即换，请看服务窗口当前显示的", "the code changes after use; see what the server shows now"),
        };

    /// <summary>PD7824. Cause: too many wrong codes. Fix: wait as long as the answer says.</summary>
    /// <remarks>
    /// 原因：输错次数过多，暂停配对。
    /// 处理：等待提示的时间后再试；若非本人所为，请告知管理员。
    /// </remarks>
    public static Diagnostic TooManyTries(int seconds) =>
        new("PD7824", Severity.Error, new("输错次数过多", "too many wrong codes"))
        {
            Hint = new($"请 {seconds} 秒后再试", $"try again in {seconds} seconds"),
        };

    /// <summary>PD7825. Cause: the user's role does not allow this. Fix: ask someone who may, or the administrator for the role.</summary>
    /// <remarks>
    /// 原因：用户的角色没有这项权限。
    /// 处理：请有权限的人办理，或者请管理员调整角色。
    /// </remarks>
    public static Diagnostic NotAllowed(string role) =>
        new("PD7825", Severity.Error, new("没有这项权限", "not allowed"))
        {
            Hint = new($"当前角色：{role}", $"your role is {role}"),
        };

    /// <summary>PD7826. Cause: the request's body is not what the endpoint takes: no JSON, a member of another kind, a value that is not offered. Fix: as <c>/openapi/v1.json</c> describes.</summary>
    /// <remarks>
    /// 原因：请求的内容不符合接口的要求，例如不是 JSON、字段种类不对、取值不在可选范围。
    /// 处理：按 <c>/openapi/v1.json</c> 的说明改正；窗格出现此提示的，刷新窗格。
    /// </remarks>
    public static Diagnostic BadRequest(Message what) =>
        new("PD7826", Severity.Error, new($"请求写错了：{what.Chinese}", $"bad request: {what.English}"));

    /// <summary>PD7827. Cause: the body is larger than the server takes. Fix: make the document smaller: remove huge pictures.</summary>
    /// <remarks>
    /// 原因：上传的内容超过服务允许的大小。
    /// 处理：删去文书中的大图后重试。
    /// </remarks>
    public static Diagnostic BodyTooLarge(int megabytes) =>
        new("PD7827", Severity.Error, new("上传的内容过大", "the upload is too large"))
        {
            Hint = new($"最多 {megabytes} MB", $"at most {megabytes} MB"),
        };

    /// <summary>PD7828. Cause: the server has as much to do as it can. Fix: the pane tries again by itself; so can you.</summary>
    /// <remarks>
    /// 原因：服务正忙，同时请求过多。
    /// 处理：稍候片刻自动重试即可。
    /// </remarks>
    public static Diagnostic Busy() =>
        new("PD7828", Severity.Error, new("服务正忙", "the server is busy"))
        {
            Hint = new("请稍候重试", "try again in a moment"),
        };

    /// <summary>PD7829. Cause: the work took longer than a request may. Fix: make the document smaller, or split it.</summary>
    /// <remarks>
    /// 原因：处理时间超过限制。
    /// 处理：缩小文书或者分开处理；反复出现的，告知管理员。
    /// </remarks>
    public static Diagnostic TookTooLong() =>
        new("PD7829", Severity.Error, new("处理时间过长，已停止", "it took too long and was stopped"));

    /// <summary>PD7830. Cause: the folder of cases has no such case. Fix: choose one of the list.</summary>
    /// <remarks>
    /// 原因：案件文件夹中没有这个案件，可能已被移走或者改名。
    /// 处理：刷新列表后重新选择。
    /// </remarks>
    public static Diagnostic NoSuchCase() =>
        new("PD7830", Severity.Error, new("没有这个案件", "there is no such case"))
        {
            Hint = new("请刷新列表", "refresh the list"),
        };

    /// <summary>PD7831. Cause: someone changed the case file since it was read. Fix: read it again and enter the change anew; nothing was written.</summary>
    /// <remarks>
    /// 原因：读取之后，案件文件已被他人修改；本次修改没有写入。
    /// 处理：重新读取案件，再次填写。
    /// </remarks>
    public static Diagnostic ChangedMeanwhile() =>
        new("PD7831", Severity.Error, new("案件文件已被他人修改，未保存", "the case file was changed meanwhile; nothing was saved"))
        {
            Hint = new("重新读取后再改", "read it again and enter the change anew"),
        };

    /// <summary>PD7832. Cause: a save without <c>If-Match</c>: the server cannot know whether it would overwrite another person's change. Fix: send the version that was read.</summary>
    /// <remarks>
    /// 原因：保存时没有说明所依据的版本（<c>If-Match</c>），可能覆盖他人的修改。
    /// 处理：带上读取时得到的版本再保存。
    /// </remarks>
    public static Diagnostic VersionMissing() =>
        new("PD7832", Severity.Error, new("保存时没有说明版本", "a save must say which version it changes"));

    /// <summary>PD7833. Cause: the file cannot be written: the disk is full, the folder is read-only. Fix: make room; nothing was changed.</summary>
    /// <remarks>
    /// 原因：文件无法写入，例如磁盘已满、文件夹只读；原文件没有改动。
    /// 处理：腾出空间或者调整权限后重新保存。
    /// </remarks>
    public static Diagnostic CannotWrite() =>
        new("PD7833", Severity.Error, new("无法写入文件，原文件未改动", "the file cannot be written; it is as it was"))
        {
            Hint = new("磁盘可能已满，或文件夹只读", "the disk may be full, or the folder read-only"),
        };

    /// <summary>PD7834. Cause: there is no such address in the server. Fix: refresh the pane; it may be older than the server.</summary>
    /// <remarks>
    /// 原因：服务没有这个地址，窗格的版本可能与服务不一致。
    /// 处理：刷新窗格。
    /// </remarks>
    public static Diagnostic NoSuchAddress() =>
        new("PD7834", Severity.Error, new("没有这个地址", "there is nothing at this address"))
        {
            Hint = new("请刷新窗格", "refresh the pane"),
        };

    /// <summary>PD7835. Cause: a bug, or a world the server did not foresee. Fix: report it with the number; the server's console has the rest.</summary>
    /// <remarks>
    /// 原因：程序内部错误。
    /// 处理：把提示中的编号告知管理员，详情见服务窗口。
    /// </remarks>
    public static Diagnostic Unexpected(string number) =>
        new("PD7835", Severity.Error, new("程序内部错误", "an internal error"))
        {
            Hint = new($"编号 {number}", $"number {number}"),
        };

    /// <summary>PD7836. Cause: the case has no such field. Fix: refresh the pane; the case may have changed.</summary>
    /// <remarks>
    /// 原因：案件中没有这个字段，可能已被改动。
    /// 处理：刷新窗格后重试。
    /// </remarks>
    public static Diagnostic NoSuchField(FieldPath field) =>
        new("PD7836", Severity.Error, new("案件中没有这个字段", "the case has no such field"), null, field);

    /// <summary>PD7837. Cause: the templates have no such clause. Fix: choose one of the list.</summary>
    /// <remarks>
    /// 原因：模板中没有这个条款，可能已被改名或者删去。
    /// 处理：刷新列表后重新选择。
    /// </remarks>
    public static Diagnostic NoSuchClause() =>
        new("PD7837", Severity.Error, new("没有这个条款", "there is no such clause"))
        {
            Hint = new("请刷新列表", "refresh the list"),
        };
}
