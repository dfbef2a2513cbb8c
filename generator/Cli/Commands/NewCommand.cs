using System.CommandLine;
using System.Text.RegularExpressions;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands;

/// <summary><c>new TYPE</c>: copies the skeleton of a document type; nothing else has to be told of it.</summary>
internal static partial class NewCommand
{
    private static readonly Argument<string> Type = new("TYPE")
    {
        Description = "新文书类型的标识，小写字母、数字与连字符 / id of the new type: lower-case letters, digits, hyphens",
    };

    public static Command Create(Desk desk)
    {
        Type.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Id().IsMatch(result.Tokens[0].Value))
            {
                result.AddError("标识只能用小写字母、数字与连字符，如 service-receipt / an id has lower-case letters, digits and hyphens");
            }
        });
        var command = new Command("new", "新建文书类型 / make a new document type") { Type };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var folder = Workbench.FolderFor(desk, parse);
        var target = folder.PathTo(parse.GetValue(Type)!);
        if (Directory.Exists(target))
        {
            desk.Note($"已存在 / already there: {Workbench.Shown(target)}");
            return ExitCode.Errors;
        }

        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(folder.PathTo("_types", "skeleton")))
        {
            var copy = Path.Combine(target, Path.GetFileName(file));
            File.Copy(file, copy);
            desk.Out.WriteLine(Workbench.Shown(copy));
        }

        return ExitCode.Fine;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
