using PiiDocs.Core;


namespace PiiDocs.Server.Security;

/// <summary>What an endpoint tells the audit log of the request it is serving.</summary>
internal sealed class AuditNote
{
    private readonly List<KeyValuePair<string, string>> _details = [];

    public IReadOnlyList<KeyValuePair<string, string>> Details => _details;

    public static AuditNote Of(HttpContext context)
    {
        if (context.Features.Get<AuditNote>() is not { } note)
        {
            context.Features.Set(note = new());
        }

        return note;
    }

    public void Add(string name, string value) => _details.Add(new(name, value));

    public void AddHash(string name, ReadOnlySpan<byte> content) => Add(name, ContentHash.Of(content));
}
