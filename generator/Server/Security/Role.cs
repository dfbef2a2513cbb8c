namespace PiiDocs.Server.Security;

/// <summary>What a person is in the office.</summary>
internal enum Role
{
    /// <summary>Looks, checks, makes; changes no case, and voids numbers that drafters took.</summary>
    Reviewer,

    /// <summary>Also changes cases.</summary>
    Drafter,

    /// <summary>Also makes public copies.</summary>
    Publisher,

    /// <summary>Everything.</summary>
    Admin,
}

internal enum Right
{
    Read,
    Write,
    Publish,
    Void,
}

internal static class Roles
{
    public static bool May(this Role role, Right right) => right switch
    {
        Right.Read => true,
        Right.Write => role >= Role.Drafter,
        Right.Void => role is Role.Reviewer or Role.Admin,
        _ => role >= Role.Publisher,
    };

    public static string Name(this Role role) => role switch
    {
        Role.Reviewer => "reviewer",
        Role.Drafter => "drafter",
        Role.Publisher => "publisher",
        _ => "admin",
    };

    public static Role? Find(string name) => Enum.GetValues<Role>().Where(role => role.Name() == name).Select(role => (Role?)role).FirstOrDefault();
}

/// <summary>Who asks.</summary>
internal sealed record Caller(string User, Role Role);
