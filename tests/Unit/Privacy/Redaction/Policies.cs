using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Publication;
using PiiDocs.Privacy.Redaction;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Privacy.Redaction;

/// <summary>The project's own rules for the public copy.</summary>
internal static class Policies
{
    public static RedactionPolicy Public()
    {
        var diagnostics = new DiagnosticBag();
        var policy = RedactionPolicyFile.Read(new TemplateFolder(Repository.PathTo("templates"), "templates"), "public", diagnostics);
        Assert.Empty(diagnostics.Items);
        return policy!;
    }
}
