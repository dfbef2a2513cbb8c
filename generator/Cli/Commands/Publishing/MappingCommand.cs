using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation.Publication;
using PiiDocs.Privacy.Redaction;

namespace PiiDocs.Cli.Commands.Publishing;

/// <summary><c>mapping FILE</c>: opens a sealed list of pseudonyms.</summary>
internal static class MappingCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "隐名对照表 / the sealed list" };

    public static Command Create(Desk desk)
    {
        var command = new Command("mapping", "打开隐名对照表 / open a sealed list of pseudonyms") { File, MappingOption.PasswordFile };
        command.SetAction(parse =>
        {
            var diagnostics = new DiagnosticBag();
            if (MappingOption.Read(parse) is not { Length: > 0 } password)
            {
                diagnostics.Add(MappingErrors.NoPassword());
            }
            else if (PseudonymVault.Open(System.IO.File.ReadAllText(parse.GetValue(File)!.FullName), password) is { } pseudonyms)
            {
                foreach (var (name, pseudonym) in pseudonyms.OrderBy(each => each.Key, StringComparer.Ordinal))
                {
                    desk.Out.WriteLine($"{pseudonym}\t{name}");
                }
            }
            else
            {
                diagnostics.Add(MappingErrors.CannotOpen());
            }

            desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
            return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
        });
        return command;
    }
}
