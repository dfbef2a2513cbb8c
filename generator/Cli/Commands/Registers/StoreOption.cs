using System.CommandLine;
using PiiDocs.Core;
using PiiDocs.Generation.Numbering;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>--store FILE|postgres://…</c> and <c>--by NAME</c>: which registers, and who writes into them.</summary>
internal static class StoreOption
{
    private const string Variable = "PIIDOCS_STORE";

    public static readonly Option<string?> Store = new("--store")
    {
        Description = $"登记簿：SQLite 文件或 postgres://…（默认取环境变量 {Variable}） / where the registers are",
    };

    public static readonly Option<string> By = new("--by")
    {
        Description = "经办人，默认为当前账户 / who does it; the current account by default",
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>The address the command line or the environment names; null where neither does.</summary>
    public static string? Named(ParseResult parse) =>
        parse.GetValue(Store) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null);

    /// <summary>Opens the registers named, or the ones in the user's own folder.</summary>
    public static RegisterStore? Open(ParseResult parse, TimeProvider clock, DiagnosticBag diagnostics) =>
        StoreAddress.Parse(Named(parse) ?? Default(), diagnostics) is { } address ? RegisterStore.Open(address, clock) : null;

    /// <summary>Gives the numbers of documents about to be made; null where no register is named: a number is never given by chance.</summary>
    public static NumberAssignment? Numbers(ParseResult parse, Workbench workbench, DiagnosticBag diagnostics) =>
        Named(parse) is not null
        && NumberPatterns.Read(workbench.Catalog.Folder, diagnostics) is { } patterns
        && Open(parse, workbench.Desk.Clock, diagnostics) is { } store
            ? new(workbench.Catalog, patterns, new(store, parse.GetValue(By)!), workbench.Desk.Clock)
            : null;

    private static string Default() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PiiDocs", "registers.db");
}
