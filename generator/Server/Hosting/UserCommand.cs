using PiiDocs.Core;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Hosting;

/// <summary><c>--add-user NAME --role ROLE --users FILE</c>: adds a user and shows the secret once; starts no server.</summary>
internal sealed record UserCommand(string Name, string RoleName, string? File)
{
    public static UserCommand? Find(IReadOnlyList<string> arguments) => ValueOf(arguments, "--add-user") is { } name
        ? new(name, ValueOf(arguments, "--role") ?? Role.Drafter.Name(), ValueOf(arguments, "--users"))
        : null;

    public bool Run(ServerConsole console, DiagnosticBag diagnostics)
    {
        var secret = Roles.Find(RoleName) is not { } role ? Refuse("--role", diagnostics)
            : File is null ? Refuse("--users", diagnostics)
            : Name.Length == 0 ? Refuse("--add-user", diagnostics)
            : UserList.Add(File, Name, role, diagnostics);
        console.Show(diagnostics.Items, Language.Chinese);
        if (secret is not null)
        {
            console.Out.WriteLine($"{Name}  {RoleName}\n口令（只显示这一次） / the secret (shown this once): {secret}");
        }

        return secret is not null;
    }

    private static string? Refuse(string option, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ServerErrors.BadOption(option));
        return null;
    }

    private static string? ValueOf(IReadOnlyList<string> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == name)
            {
                return i + 1 < arguments.Count ? arguments[i + 1] : "";
            }

            if (arguments[i].StartsWith(name + "=", StringComparison.Ordinal))
            {
                return arguments[i][(name.Length + 1)..];
            }
        }

        return null;
    }
}
