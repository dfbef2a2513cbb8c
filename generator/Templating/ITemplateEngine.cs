using PiiDocs.Core;

namespace PiiDocs.Templating;

/// <summary>The template language: ours, or a package's behind the same door.</summary>
public interface ITemplateEngine
{
    /// <summary>Parses a template once; the result is immutable and shared by all threads.</summary>
    /// <param name="source">The template.</param>
    /// <param name="diagnostics">Receives every syntax error (PD20xx); never throws for a bad template.</param>
    ITemplate Parse(SourceText source, DiagnosticBag diagnostics);
}

/// <summary>A parsed template.</summary>
public interface ITemplate
{
    /// <summary>Compares every member path with the schema, also in branches that no case takes.</summary>
    /// <param name="shape">The case, as its schema describes it.</param>
    /// <param name="constants">The names beside the case, with their values: <see cref="RenderOptions.Constants"/>.</param>
    /// <param name="diagnostics">Receives unknown members (PD2003), functions (PD2005) and the like.</param>
    void Check(FieldShape shape, DataObject constants, DiagnosticBag diagnostics);

    /// <summary>The fields the template may read, in branches too; items of lists as <c>[]</c>, all parts of a value as <c>.*</c>.</summary>
    /// <param name="shape">The case, as its schema describes it.</param>
    /// <param name="constants">The names beside the case.</param>
    IReadOnlySet<FieldPath> FieldsRead(FieldShape shape, DataObject constants);

    /// <summary>Evaluates over a case. Text made before an error is returned; the bag says it must not be used.</summary>
    TracedText Render(DataObject data, RenderOptions options, DiagnosticBag diagnostics, CancellationToken cancellation);
}
