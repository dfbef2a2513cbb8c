using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>An edited .docx, read so that it can be compared with its case and brought up to date in place.</summary>
public sealed partial class ReturnedDocx
{
    private readonly byte[] _content;
    private readonly ImmutableArray<(string Name, XElement Root)> _parts;
    private readonly (string Name, XElement Root)? _fields;
    private readonly XElement? _styles;
    private readonly ImmutableArray<FoundControl> _controls;
    private readonly IReadOnlyList<(int Number, XElement Paragraph)> _paragraphs;
    private readonly ImmutableArray<FoundBlock> _blocks;

    private ReturnedDocx(byte[] content, DocxPackage package, ImmutableArray<(string Name, XElement Root)> parts)
    {
        (_content, _parts, _fields) = (content, parts, package.LoadFieldsPart());
        var body = parts[0].Root.Element(Xml.W + "body")!;
        var known = new DocxFields(_fields?.Root, body);
        var reader = new TraceReader(known, []);
        reader.Read(body, isBody: true);
        foreach (var (_, root) in parts.Skip(1))
        {
            reader.Read(root, isBody: false);
        }

        _styles = package.Load(package.TargetOf(package.Main, "styles") ?? "word/styles.xml");
        _paragraphs = reader.Elements;
        MeltedControls.Part(reader.Controls);
        _controls = Merge(reader.Controls, known.Written);
        _blocks = FoundBlocks.Of(reader.Elements, reader.Paragraphs, _controls);
        Info = DocxReader.InfoOf(package, _fields?.Root);
        Trace = new(
            [.. _controls.Select(each => new TracedControl(each.Tag, each.Occurrence, each.Text.ToString(), each.Paragraph) { IsEntangled = each.IsEntangled })],
            [.. reader.Paragraphs],
            known.Written)
        {
            Blocks = [.. _blocks.Select(each => each.Block)],
        };
    }

    public DocumentInfo Info { get; }

    public DocumentTrace Trace { get; }

    public int ParagraphCount => _paragraphs.Count;

    /// <summary>The program made it: it says so itself, or a control of ours stands in it.</summary>
    public bool IsOurs => _fields is not null || !_controls.IsEmpty;

    /// <summary>Reads a file; null, with diagnostics, where it is none or more than the limits allow.</summary>
    /// <param name="content">The file.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="limits">How much of it is taken in.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static ReturnedDocx? Open(byte[] content, string path, DocxLimits limits, DiagnosticBag diagnostics)
    {
        var file = new SourceLocation(new(path, ""), default);
        var found = new DiagnosticBag();
        using var package = DocxPackage.Open(new MemoryStream(content), file, limits, found);
        if (package?.Load(package.Main) is { } main && main.Element(Xml.W + "body") is not null && !found.HasErrors)
        {
            var parts = package.RelationshipsOf(package.Main)
                .Where(each => each is { Type: "header" or "footer" or "footnotes" or "endnotes", IsExternal: false })
                .Select(each => DocxPackage.NameOf(package.Main, each.Target)).Distinct(StringComparer.Ordinal)
                .Select(name => (name, package.Load(name)!))
                .Where(part => part.Item2 is not null);
            return new(content, package, [(package.Main, main), .. parts]);
        }

        diagnostics.AddRange(found.Items);
        if (!found.HasErrors)
        {
            diagnostics.Add(WordErrors.NotADocument(file));
        }

        return null;
    }

    /// <summary>Where the file no longer looks as its style sheet says.</summary>
    /// <param name="sheet">The style sheet it was made in.</param>
    /// <param name="needed">The styles it needs, by their names in the sheet.</param>
    /// <param name="places">The places of its paragraphs.</param>
    public IEnumerable<Diagnostic> StyleDamage(StyleSheet sheet, IEnumerable<string> needed, ParagraphPlaces places)
    {
        var damage = new StyleDamage(_styles, sheet, places);
        return damage.InStyles(needed).Concat(damage.InLetters(_paragraphs));
    }

    // A piece knows nothing of its other half: only when neither is the whole text do they belong together.
    private static ImmutableArray<FoundControl> Merge(IReadOnlyList<FoundControl> controls, WrittenTrace written)
    {
        var hashes = written.Controls.ToDictionary(each => each.Tag, each => each.Hashes, StringComparer.Ordinal);
        var wholes = new Dictionary<FoundControl, FoundControl>();
        var merged = ImmutableArray.CreateBuilder<FoundControl>();
        foreach (var control in controls)
        {
            if (control.Before is { } before && hashes.TryGetValue(control.Tag, out var known) && !IsWhole(control, known)
                && wholes.TryGetValue(before, out var whole) && !IsWhole(before, known))
            {
                whole.Text.Append(control.BeginsParagraph ? "\n" : "").Append(control.Text);
                whole.Elements.AddRange(control.Elements);
                whole.IsEntangled |= control.IsEntangled || control.BeginsParagraph;
                wholes.Add(control, whole);
                continue;
            }

            wholes.Add(control, control);
            merged.Add(control);
        }

        return merged.ToImmutable();
    }

    private static bool IsWhole(FoundControl control, ImmutableArray<string> known) =>
        known.Contains(Fingerprint.OfText(control.Text.ToString()));
}
