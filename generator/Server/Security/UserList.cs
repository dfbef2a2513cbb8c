using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Server.Security;

/// <summary>Who may work here, in which role, and by which secret: <c>{"users":[{"name":…,"role":…,"secret":…}]}</c>.</summary>
/// <remarks>Secrets are kept as PBKDF2-HMAC-SHA256 with a salt of their own; the file can be read without learning one.</remarks>
internal sealed class UserList
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Iterations = 600_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly ImmutableDictionary<string, User> _users;

    // Somebody unknown costs as much time as a wrong secret: names cannot be found out by asking.
    private readonly string _nobody = Hash("");

    private UserList(IEnumerable<User> users) => _users = users.ToImmutableDictionary(user => user.Name, StringComparer.Ordinal);

    /// <summary>Reads the file; null, with diagnostics, where it is wrong.</summary>
    public static UserList? Read(string path, DiagnosticBag diagnostics)
    {
        if (CaseFile.Load(path, diagnostics) is not { } source || CaseReader.Read(source, diagnostics) is not { } file || diagnostics.HasErrors)
        {
            return null;
        }

        if (file.Find("users") is not DataList { Items.IsEmpty: false } list)
        {
            diagnostics.Add(ServerErrors.BadUsersFile(file.Location, new("缺少 users 列表", "the list 'users' is missing")));
            return null;
        }

        var users = list.Items.Select(item => ReadUser(item, diagnostics)).OfType<User>().ToList();
        foreach (var twice in users.GroupBy(user => user.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            diagnostics.Add(ServerErrors.BadUsersFile(file.Location, new($"用户“{twice.Key}”列了两次", $"the user '{twice.Key}' is there twice")));
        }

        return diagnostics.HasErrors ? null : new(users);
    }

    /// <summary>The user of that name, if the secret is right.</summary>
    public Caller? Find(string name, string secret)
    {
        var user = _users.GetValueOrDefault(name);
        var right = Matches(user?.Secret is { Length: > 0 } hash ? hash : _nobody, secret);
        return right && user is { Secret.Length: > 0 } ? new(user.Name, user.Role) : null;
    }

    /// <summary>The user whom a server in front has already recognised.</summary>
    public Caller? Find(string name) => _users.TryGetValue(name, out var user) ? new(user.Name, user.Role) : null;

    /// <summary>Adds a user, or gives one a new secret and role; the file comes into being if it is not there.</summary>
    /// <returns>The secret, to be told to the user once; null, with diagnostics, where the file is wrong.</returns>
    public static string? Add(string path, string name, Role role, DiagnosticBag diagnostics)
    {
        var known = File.Exists(path) ? Read(path, diagnostics) : new([]);
        if (known is null)
        {
            return null;
        }

        var secret = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
        var users = known._users.SetItem(name, new(name, role, Hash(secret))).Values.OrderBy(user => user.Name, StringComparer.Ordinal);
        var text = JsonSerializer.Serialize(new { users = users.Select(user => new { user.Name, role = user.Role.Name(), user.Secret }) }, Written);
        OwnerFile.Write(path, Encoding.UTF8.GetBytes(text + "\n"));
        return secret;
    }

    private static User? ReadUser(DataNode item, DiagnosticBag diagnostics)
    {
        var fields = item as DataObject ?? DataObject.Empty;
        var name = (fields.Find("name") as DataText)?.Value ?? "";
        var secret = (fields.Find("secret") as DataText)?.Value ?? "";
        if (name.Length == 0 || Roles.Find((fields.Find("role") as DataText)?.Value ?? "") is not { } role)
        {
            diagnostics.Add(ServerErrors.BadUsersFile(
                item.Location,
                new("每个用户要有 name 和 role（reviewer、drafter、publisher、admin）", "every user needs a name and a role (reviewer, drafter, publisher, admin)")));
            return null;
        }

        if (secret.Length > 0 && Parse(secret) is null)
        {
            diagnostics.Add(ServerErrors.BadUsersFile(item.Location, new("secret 不是本程序写的", "the secret was not written by this program")));
            return null;
        }

        return new(name, role, secret);
    }

    private static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return $"{Scheme}${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(secret, salt, Iterations))}";
    }

    private static bool Matches(string hash, string secret) =>
        Parse(hash) is var (iterations, salt, expected) && CryptographicOperations.FixedTimeEquals(Derive(secret, salt, iterations), expected);

    private static byte[] Derive(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, iterations, HashAlgorithmName.SHA256, HashLength);

    private static (int Iterations, byte[] Salt, byte[] Hash)? Parse(string written)
    {
        var parts = written.Split('$');
        var (salt, hash) = (new byte[SaltLength], new byte[HashLength]);
        return parts.Length == 4 && parts[0] == Scheme
            && int.TryParse(parts[1], System.Globalization.NumberStyles.None, null, out var iterations) && iterations is > 0 and <= 10 * Iterations
            && Convert.TryFromBase64String(parts[2], salt, out var saltLength) && saltLength == SaltLength
            && Convert.TryFromBase64String(parts[3], hash, out var hashLength) && hashLength == HashLength
                ? (iterations, salt, hash)
                : null;
    }

    private sealed record User(string Name, Role Role, string Secret);
}
