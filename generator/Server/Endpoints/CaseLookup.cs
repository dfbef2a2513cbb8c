using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Endpoints;

/// <summary>A case by its key, as an endpoint wants it: read, or the answer that says why not.</summary>
internal sealed class CaseLookup(CaseFolder folder, Workshop workshop, HttpContext context)
{
    /// <summary>What is answered where there is nothing to work with.</summary>
    public IResult Problem { get; private set; } = Results.Empty;

    /// <summary>The case, with or without errors; null, with <see cref="Problem"/>, where it is not there or cannot be read.</summary>
    public LoadedCase? Find(string name)
    {
        var diagnostics = new DiagnosticBag();
        AuditNote.Of(context).Add("case", CaseFolder.IsName(name) ? name : "");
        if (folder.Read(name, diagnostics) is not { } source)
        {
            Problem = diagnostics.HasErrors
                ? Http.Problem.Of(context, StatusCodes.Status422UnprocessableEntity, [.. diagnostics.Items]).Result()
                : Http.Problem.Of(context, StatusCodes.Status404NotFound, ServerErrors.NoSuchCase()).Result();
            return null;
        }

        var loaded = workshop.Load(source);
        AuditNote.Of(context).Add("caseHash", loaded.Version);
        if (loaded.Input is null)
        {
            Problem = Http.Problem.Of(context, StatusCodes.Status422UnprocessableEntity, loaded.Diagnostics).Result();
            return null;
        }

        return loaded;
    }

    /// <summary>A document type by its id; null, with <see cref="Problem"/>, where there is none.</summary>
    public DocumentType? FindType(string id)
    {
        var diagnostics = new DiagnosticBag();
        var type = workshop.Catalog.Find(id, diagnostics);
        if (type is null)
        {
            Problem = Http.Problem.Of(context, StatusCodes.Status404NotFound, [.. diagnostics.Items]).Result();
        }
        else
        {
            AuditNote.Of(context).Add("type", type.Id);
        }

        return type;
    }
}
