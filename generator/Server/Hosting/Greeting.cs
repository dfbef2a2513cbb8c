using PiiDocs.Core;

namespace PiiDocs.Server.Hosting;

/// <summary>What is said once the server runs.</summary>
internal static class Greeting
{
    public static void Print(ServerHost host, ServerConsole console)
    {
        var options = host.Options;
        Say(new($"服务已启动：{host.Address}/", $"serving at {host.Address}/"));
        Say(new($"案件：{options.Cases}　模板：{options.Templates}", $"cases: {options.Cases}  templates: {options.Templates}"));
        Say(new($"审计日志：{options.Audit}", $"audit log: {options.Audit}"));
        if (host.CaseCount == 0)
        {
            Say(new("案件文件夹是空的；试用可加 --cases templates/_cases。", "the folder of cases is empty; to try it out, add --cases templates/_cases."));
        }

        if (host.Certificate is { IsOwn: false } certificate)
        {
            SayTrust(certificate.IsNew, Certificates.PublicFileIn(options.DataFolder));
        }

        host.Announce();
        Say(new("按 Ctrl-C 停止。", "Ctrl-C stops it."));

        void Say(Message text) => console.Say(text, options.Language);

        void SayTrust(bool isNew, string file)
        {
            Say(isNew
                ? new($"已生成本机证书：{file}。请信任一次：", $"a certificate for this machine was made: {file}. Trust it once:")
                : new($"本机证书：{file}。若尚未信任：", $"the certificate of this machine: {file}. If it is not trusted yet:"));
            Say(new($"  Windows：certutil -user -addstore Root \"{file}\"", $"  Windows: certutil -user -addstore Root \"{file}\""));
            Say(new($"  Linux（Chromium）：certutil -d sql:$HOME/.pki/nssdb -A -t P,, -n PiiDocs -i {file}", $"  Linux (Chromium): certutil -d sql:$HOME/.pki/nssdb -A -t P,, -n PiiDocs -i {file}"));
            Say(new("  全院使用请换成本院 CA 签发的证书：--cert 文件 --cert-password-file 文件", "  For an office use a certificate of its own CA: --cert FILE --cert-password-file FILE"));
        }
    }
}
