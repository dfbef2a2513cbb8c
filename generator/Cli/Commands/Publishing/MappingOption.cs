using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Publication;
using PiiDocs.Privacy.Redaction;

namespace PiiDocs.Cli.Commands.Publishing;

/// <summary><c>--mapping FILE --password-file FILE</c>: who is who, sealed, beside the publication and never in it.</summary>
internal static class MappingOption
{
    private const string Variable = "PIIDOCS_MAPPING_PASSWORD";

    public static readonly Option<FileInfo?> File = new("--mapping")
    {
        Description = $"隐名对照表（加密）写到此文件；口令取 --password-file 或环境变量 {Variable} / write who is who, sealed, to this file",
    };

    public static readonly Option<FileInfo?> PasswordFile = new("--password-file") { Description = "口令文件，第一行为口令 / the first line is the password" };

    /// <summary>The password where a list is asked for; an error where there is none.</summary>
    public static string? Password(ParseResult parse, DiagnosticBag diagnostics)
    {
        if (parse.GetValue(File) is null)
        {
            return null;
        }

        var password = Read(parse);
        if (string.IsNullOrEmpty(password))
        {
            diagnostics.Add(MappingErrors.NoPassword());
        }

        return password;
    }

    public static void Write(ParseResult parse, ImmutableDictionary<string, string> pseudonyms, string? password)
    {
        if (parse.GetValue(File) is { } file && password is not null)
        {
            var text = PseudonymVault.Seal(pseudonyms, password, RandomNumberGenerator.GetBytes(PseudonymVault.RandomLength));
            OutputFolder.Write(file.DirectoryName!, [new(file.Name, Encoding.UTF8.GetBytes(text))]);
        }
    }

    public static string? Read(ParseResult parse) =>
        parse.GetValue(PasswordFile) is { } file ? System.IO.File.ReadLines(file.FullName).FirstOrDefault() : Environment.GetEnvironmentVariable(Variable);
}
