using PiiDocs.Generation;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Endpoints;

/// <summary>Where an endpoint works: the folder of cases, the workshop of the moment, and the request.</summary>
internal sealed record Place(CaseFolder Folder, Workshop Workshop, HttpContext Context)
{
    public CancellationToken Cancellation => Context.RequestAborted;

    public CaseLookup Lookup() => new(Folder, Workshop, Context);
}
