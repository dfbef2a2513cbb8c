using System.CommandLine;
using System.Text;
using PiiDocs.Addin;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>manifest --url ADDRESS [-o DIR]</c> and <c>manifest check FILE</c>: what Word and WPS read to know the pane.</summary>
internal static class ManifestCommand
{
    private static readonly Option<string> Url = new("--url")
    {
        Description = "窗格服务的地址，如 https://pii.office.lan:7443 / the address of the pane's server",
        DefaultValueFactory = _ => "https://localhost:7443",
    };

    private static readonly Option<DirectoryInfo> Output = new("--output", "-o")
    {
        Description = "输出文件夹 / output folder",
        DefaultValueFactory = _ => new("manifest"),
    };

    private static readonly Argument<FileInfo> Checked = new("FILE") { Description = "清单文件 / a manifest" };

    public static Command Create(Desk desk)
    {
        var check = new Command("check", "离线检查清单 / check a manifest without the internet") { Checked, CheckCommand.Sarif, GlobalOptions.Json };
        check.SetAction(parse => Check(desk, parse));
        var command = new Command("manifest", "生成 Word、WPS 窗格的清单和图标 / write the manifests of the pane, with icons") { Url, Output };
        command.Subcommands.Add(check);
        command.SetAction(parse => Write(desk, parse));
        return command;
    }

    private static int Write(Desk desk, ParseResult parse)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (AddressOf(parse.GetValue(Url)!) is not { } address)
        {
            desk.Show([ManifestErrors.BadAddress()], language);
            return ExitCode.Errors;
        }

        var folder = parse.GetValue(Output)!.FullName;
        var icons = PaneManifest.IconSizes.Select(size => Path.GetFileName(PaneManifest.IconPath(size)))
            .Select(name => new GeneratedFile(name, File.ReadAllBytes(Path.Combine(desk.Home, "addin", "assets", name))));
        IReadOnlyList<string> written =
        [
            .. OutputFolder.Write(folder,
            [
                Text("manifest.xml", PaneManifest.Write(address)),
                Text("manifest-sharepoint.xml", PaneManifest.Write(address, withRibbon: false)),
            ]),
            .. OutputFolder.Write(Path.Combine(folder, "assets"), [.. icons]),
            .. OutputFolder.Write(Path.Combine(folder, "wps"),
            [
                Text("ribbon.xml", WpsFiles.Ribbon()),
                Text("manifest.xml", WpsFiles.Manifest()),
                Text("jsplugins.xml", WpsFiles.Plugins(address)),
            ]),
        ];
        foreach (var path in written)
        {
            desk.Out.WriteLine(Workbench.Shown(path));
        }

        desk.Note(new Message(
            $"加载项标识：{PaneManifest.IdFor(address):D}。部署步骤见 addin/README.md。",
            $"add-in id: {PaneManifest.IdFor(address):D}. How to deploy: addin/README.md.").In(language));
        return ExitCode.Fine;
    }

    private static int Check(Desk desk, ParseResult parse)
    {
        var file = parse.GetValue(Checked)!;
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(Workbench.Shown(file.FullName), File.ReadAllText(file.FullName));
        ManifestCheck.Run(source, path => Icon(path, file.DirectoryName!, Path.Combine(desk.Home, "addin")), diagnostics);
        return CheckReport.Print(desk, parse, [new CheckedDocument("", new("清单", "manifest"), [.. diagnostics.Items])]);
    }

    /// <summary>Beside the manifest, or among the pane's own files.</summary>
    private static byte[]? Icon(string path, params string[] folders) =>
        path.Contains("..", StringComparison.Ordinal)
            ? null
            : folders.Select(folder => Path.Combine(folder, path)).Where(File.Exists).Select(File.ReadAllBytes).FirstOrDefault();

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", PathAndQuery: "/", UserInfo: "" } ? address : null;

    private static GeneratedFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
