using System.CommandLine;
using PiiDocs.Core;

namespace PiiDocs.Cli.Commands;

/// <summary>Options every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Lang = new("--lang")
    {
        Description = "界面语言：zh 或 en / interface language",
        Recursive = true,
        DefaultValueFactory = _ => "zh",
    };

    public static readonly Option<DirectoryInfo?> Templates = new("--templates")
    {
        Description = "模板文件夹（默认用随程序的 templates） / the templates folder",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "输出机器可读的 JSON / print machine-readable results",
    };

    static GlobalOptions() => Lang.AcceptOnlyFromAmong("zh", "en");

    /// <summary>Read before the command line is parsed, so that the parser's own messages can follow it.</summary>
    public static bool WantsEnglish(string[] args)
    {
        var index = Array.IndexOf(args, "--lang");
        return args.Contains("--lang=en", StringComparer.Ordinal) || (index >= 0 && index + 1 < args.Length && args[index + 1] == "en");
    }

    public static Language LanguageOf(ParseResult parse) =>
        parse.GetValue(Lang) == "en" ? Language.English : Language.Chinese;
}
