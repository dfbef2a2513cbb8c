using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Functions;

namespace PiiDocs.Law;

/// <summary>The <c>legal.*</c> functions that templates call; listed with examples in <c>templates/README.md</c>.</summary>
public static class LegalFunctions
{
    public static ImmutableArray<TemplateFunction> Create(LawLibrary law) =>
    [
        .. NumberFunctions.All(law.Forms),
        .. MoneyFunctions.All(law.Forms),
        .. DateFunctions.All(law),
        .. CitationFunctions.All(law),
        .. TextFunctions.All(law.Forms),
    ];
}
