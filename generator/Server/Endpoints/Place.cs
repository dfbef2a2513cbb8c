using PiiDocs.Generation;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>Where an endpoint works: the folder of cases, the workshop of the moment, and the request.</summary>
internal sealed record Place(CaseFolder Folder, Workshop Workshop, HttpContext Context)
{
    public const string WordKind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public CancellationToken Cancellation => Context.RequestAborted;

    public CaseLookup Lookup() => new(Folder, Workshop, Context);

    /// <summary>The document the request carries; its hash goes into the audit log.</summary>
    public async Task<ReturnedFile> ReadDocument()
    {
        using var body = new MemoryStream();
        await Context.Request.Body.CopyToAsync(body, Cancellation);
        var content = body.ToArray();
        AuditNote.Of(Context).AddHash("document", content);
        return new(content, "document.docx");
    }
}
