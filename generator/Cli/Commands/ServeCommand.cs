using System.CommandLine;
using System.Diagnostics;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands;

/// <summary><c>serve</c>: starts the server of the Word pane, a program of its own, and lives as long as it does.</summary>
/// <remarks>A program of its own, so that no other command has to load a web server.</remarks>
internal static class ServeCommand
{
    private const string Program = "piidocs-server.dll";

    // Spelled like the server's own; it reads and judges them.
    private static readonly Option<string>[] Passed =
    [
        Text("--port", "端口，默认 7443 / port"),
        Text("--host", "窗格访问本机所用的名称或地址，默认 localhost（仅本机） / the name or address under which the pane reaches this machine"),
        Text("--url", "前面另有代理时，窗格所用的完整地址 / the whole address, where a proxy stands in front"),
        Text("--cases", "案件文件夹，默认 cases / the folder of cases"),
        Text("--addin", "窗格文件夹，默认随程序的 addin / the folder of the pane"),
        Text("--office-js", "Office.js 所在文件夹；默认 addin/office，没有就用微软的网络地址 / the folder with Microsoft's Office.js"),
        Text("--cert", "本院的证书（.pfx） / the office's own certificate"),
        Text("--cert-password-file", "写有证书密码的文件 / a file with its password"),
        Text("--users", "用户文件 / the file of users"),
        Text("--add-user", "向用户文件添加一人并显示口令，不启动服务 / add a user to it, show the secret, start nothing"),
        Text("--role", "其角色：reviewer、drafter、publisher、admin / that user's role"),
        Text("--proxy-user-header", "前置代理传递用户名的请求头 / the header in which a proxy names the user"),
        Text("--trusted-proxy", "可以传递用户名的代理地址（本机总可以） / an address that may set that header"),
        Text("--store", "登记簿（SQLite 文件或 postgres://…）：窗格由此取文号 / the registers, from which the pane takes numbers"),
        Text("--audit", "审计日志文件 / the audit log"),
    ];

    private static readonly Option<bool> PlainHttp = new("--plain-http")
    {
        Description = "不加密，仅限本机、前面另有加密代理时 / no TLS: on this machine alone, behind a proxy that has it",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("serve", "启动 Word 窗格的服务 / start the server of the Word pane") { PlainHttp };
        foreach (var option in Passed)
        {
            command.Options.Add(option);
        }

        command.SetAction((parse, cancellation) => Run(desk, parse, cancellation));
        return command;
    }

    private static async Task<int> Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        if (FindProgram() is not { } program)
        {
            desk.Note($"piidocs: 没有找到 {Program}，请重新构建 / {Program} was not found; build again");
            return ExitCode.Environment;
        }

        // The server stops when its input ends: also when this process is ended by force.
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in ArgumentsOf(program, parse))
        {
            start.ArgumentList.Add(argument);
        }

        using var server = Process.Start(start)!;
        try
        {
            await server.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync(CancellationToken.None);
        }

        return server.ExitCode;
    }

    private static IEnumerable<string> ArgumentsOf(string program, ParseResult parse)
    {
        IEnumerable<string> fixedOnes = [program, "--until-input-ends", "--lang", parse.GetValue(GlobalOptions.Lang)!];
        IEnumerable<string> templates = parse.GetValue(GlobalOptions.Templates) is { } folder ? ["--templates", folder.FullName] : [];
        IEnumerable<string> plain = parse.GetValue(PlainHttp) ? ["--plain-http"] : [];
        return fixedOnes.Concat(templates).Concat(plain).Concat(
            from option in Passed
            from token in parse.GetResult(option)?.Tokens ?? []
            from part in new[] { option.Name, token.Value }
            select part);
    }

    /// <summary>Beside this program: in the same folder, or where the build puts the other one.</summary>
    private static string? FindProgram()
    {
        var folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var build = Path.GetFileName(folder);
        string[] places =
        [
            Path.Combine(folder, Program),
            Path.Combine(folder, "..", "piidocs-server", Program),
            Path.Combine(folder, "..", "..", "Server", build, Program),
        ];
        return places.Select(Path.GetFullPath).FirstOrDefault(File.Exists);
    }

    private static Option<string> Text(string name, string description) =>
        new(name) { Description = description, Arity = name == "--trusted-proxy" ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne };
}
