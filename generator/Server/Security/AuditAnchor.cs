using PiiDocs.Registers;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Security;

/// <summary>Notes the seal of the server's audit log in the chain of the registers, where the log alone could be cut short unseen.</summary>
/// <remarks>
/// The lines themselves stay in their file: every look at a case is one, and all writers of a register wait in one line, those
/// who take numbers too. One seal in the chain of the registers holds all lines of the file before it.
/// </remarks>
/// <param name="registers">The registers; null where the server has none.</param>
/// <param name="path">The file of the log; known in the registers by its name.</param>
/// <param name="console">Where it is told when a seal cannot be noted.</param>
internal sealed class AuditAnchor(RegisterStore? registers, string path, ServerConsole console)
{
    private const string Action = "server.log";
    private const string Who = "server";

    private readonly string _name = Path.GetFileName(path);

    /// <summary>The seal noted last; null where there is none.</summary>
    public string? Noted() => registers?.Audit.Newest(Action, _name)?.Detail;

    /// <summary>Notes the seal as it is now, where it is another than the last.</summary>
    public void Note(string seal)
    {
        try
        {
            if (registers is not null && Noted() != seal)
            {
                registers.Audit.Add(Who, Action, _name, seal);
            }
        }
        catch (RegisterUnavailableException exception)
        {
            // The log goes on; the next start or stop notes a later seal.
            console.Error.WriteLine($"piidocs: {exception.Diagnostic.Code}");
        }
    }
}
