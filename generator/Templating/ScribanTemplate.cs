using PiiDocs.Core;
using PiiDocs.Templating.Checking;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating;

/// <summary>A parsed Scriban template; immutable, so that all threads may render it.</summary>
internal sealed class ScribanTemplate(ScribanEngine engine, TemplateSyntax syntax) : ITemplate
{
    public ScribanEngine Engine { get; } = engine;

    public TemplateSyntax Syntax { get; } = syntax;

    public void Check(FieldShape shape, DataObject constants, DiagnosticBag diagnostics) =>
        FieldCheck.Run(this, shape, new(constants, diagnostics));

    public IReadOnlySet<FieldPath> FieldsRead(FieldShape shape, DataObject constants) => FieldCheck.FieldsRead(this, shape, constants);

    public TracedText Render(DataObject data, RenderOptions options, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        new Evaluator(this, data, new(options, diagnostics, cancellation)).Run();
}
