using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Registers;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Hosting;

/// <summary>What a server is made of.</summary>
internal sealed record ServerParts(ServerOptions Options, ServerConsole Console) : IDisposable
{
    public ServerCertificate? Certificate { get; private init; }

    public required TemplateWatch Templates { get; init; }

    public required CaseFolder Cases { get; init; }

    public required PairingDesk Desk { get; init; }

    public required TokenStore Tokens { get; init; }

    public required Doorkeeper Door { get; init; }

    public required Security.AuditLog Audit { get; init; }

    public required AuditAnchor Anchor { get; init; }

    /// <summary>The registers; null where the server was started without.</summary>
    public RegisterStore? Registers { get; private init; }

    public required AddinFolder Addin { get; init; }

    public required OfficeScripts Office { get; init; }

    public required DownloadShelf Downloads { get; init; }

    /// <summary>Null, with diagnostics, where something it needs cannot be used.</summary>
    public static ServerParts? Make(ServerOptions options, ServerConsole console, DiagnosticBag diagnostics)
    {
        Directory.CreateDirectory(options.Cases);
        var users = options.Users is null ? null : UserList.Read(options.Users, diagnostics);
        var certificate = options.PlainHttp ? null : Certificates.Open(options, console.Clock, diagnostics);
        var templates = new TemplateWatch(options, console);
        var registers = OpenRegisters(options, console, diagnostics);
        var anchor = new AuditAnchor(registers, options.Audit, console);
        if (!templates.Open(diagnostics) || diagnostics.HasErrors
            || Security.AuditLog.Open(options.Audit, anchor.Noted(), console.Clock, diagnostics) is not { } audit)
        {
            certificate?.Certificate.Dispose();
            return null;
        }

        anchor.Note(audit.Last);
        var tokens = new TokenStore(console.Clock);
        return new(options, console)
        {
            Registers = registers,
            Certificate = certificate,
            Templates = templates,
            Cases = new(options.Cases),
            Desk = new(console, options.Language, users),
            Tokens = tokens,
            Door = new(options, tokens, users, audit),
            Audit = audit,
            Anchor = anchor,
            Addin = new(options.Addin, console.Clock),
            Office = new(options),
            Downloads = new(console.Clock),
        };
    }

    private static RegisterStore? OpenRegisters(ServerOptions options, ServerConsole console, DiagnosticBag diagnostics)
    {
        try
        {
            return options.Store is { } text && StoreAddress.Parse(text, diagnostics) is { } address ? RegisterStore.Open(address, console.Clock) : null;
        }
        catch (RegisterUnavailableException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }

    /// <summary>What endpoints ask for by type. The workshop is that of the moment.</summary>
    public void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(Cases);
        services.AddSingleton(Downloads);
        services.AddTransient(_ => Templates.Current);
    }

    public void Dispose()
    {
        Anchor.Note(Audit.Last);
        Audit.Dispose();
        Certificate?.Certificate.Dispose();
    }
}
