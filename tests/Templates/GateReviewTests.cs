using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Gate;
using PiiDocs.Generation.Publication;

namespace PiiDocs.Templates;

/// <summary>What the gate cannot read it does not let through.</summary>
public sealed class GateReviewTests
{
    [Fact]
    public void A_file_that_cannot_be_searched_blocks_the_publication()
    {
        var diagnostics = new DiagnosticBag();
        var gate = PublicationGate.Open(Office.Catalog, [], new byte[16], diagnostics)!;

        GateReview.Run(gate, [new("公告.docx", new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0, 0 })], diagnostics);

        Assert.Contains(diagnostics.Items, each => each.Code == "PD7705" && each.Severity == Severity.Error);
    }
}
