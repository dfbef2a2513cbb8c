using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Generation.Gate;

/// <summary>What every file must pass before it is published: a scan with the rules of the templates folder and the identifiers of cases.</summary>
/// <remarks>Thread-safe: nothing it holds can change.</remarks>
public sealed class PublicationGate
{
    private readonly ScanProfile _profile;

    private PublicationGate(DetectionRules rules, ScanProfile profile)
    {
        Rules = rules;
        _profile = profile;
    }

    public DetectionRules Rules { get; }

    /// <summary>Opens the gate for some cases, or for none: then patterns alone are searched.</summary>
    /// <param name="catalog">Its schema tells which fields of a case are personal information, its folder has the rules.</param>
    /// <param name="cases">The cases whose identifiers are searched.</param>
    /// <param name="salt">Secret bytes for the fingerprints of this run.</param>
    /// <param name="diagnostics">Receives PD760x.</param>
    /// <returns>Null, with diagnostics, where the rules cannot be used.</returns>
    public static PublicationGate? Open(TemplateCatalog catalog, IEnumerable<DataObject> cases, ReadOnlyMemory<byte> salt, DiagnosticBag diagnostics)
    {
        if (DetectionRulesFile.Read(catalog.Folder, diagnostics) is not { } rules)
        {
            return null;
        }

        var allowed = rules.Allowed.Select(value => new KnownIdentifier(
            value, new("allowed", rules.Kinds.Values.First(), SearchForm.Allowed, Confidence.High), FieldPath.Root));
        ImmutableArray<KnownIdentifier> identifiers = [.. cases.SelectMany(each => CaseIdentifiers.Of(each, catalog.Schema, rules)), .. allowed];
        return new(rules, ScanProfile.Create(rules, identifiers, salt));
    }

    /// <summary>Scans one finished file.</summary>
    public ScanResult Scan(ReadOnlyMemory<byte> content, string fileName, CancellationToken cancellation = default) =>
        PersonalInformationScanner.Scan(content, fileName, _profile, cancellation);

    /// <summary>A name or path as a report may show it.</summary>
    public string Shown(string name) => PersonalInformationScanner.Shown(name, _profile);
}
