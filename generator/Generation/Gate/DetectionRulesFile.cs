using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Generation.Gate;

/// <summary>Reads <c>templates/_redaction/detection.yaml</c>, whose form the schema beside it has checked.</summary>
internal sealed class DetectionRulesFile
{
    private const string Folder = "_redaction";

    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableDictionary<string, InformationKind> _kinds;

    private DetectionRulesFile(DataObject kinds, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _kinds = kinds.Members.ToImmutableDictionary(member => member.Name, ReadKind, StringComparer.Ordinal);
    }

    /// <summary>The rules; null, with diagnostics, where they cannot be used.</summary>
    public static DetectionRules? Read(TemplateFolder folder, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var rules = folder.Read(found, Folder, "detection.schema.json") is { } schemaSource
            && CaseReader.Read(schemaSource, found) is { } schemaNode
            && CaseSchema.Compile(schemaNode, found) is { } schema
            && folder.Read(found, Folder, "detection.yaml") is { } source
            && CaseReader.Read(source, found) is { } data
            && IsAsWanted(schema, data, found)
                ? new DetectionRulesFile(Object(data, "kinds"), found).ReadRules(data)
                : null;
        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : rules;
    }

    private static bool IsAsWanted(CaseSchema schema, DataObject data, DiagnosticBag diagnostics)
    {
        schema.Check(data, diagnostics);
        return !diagnostics.HasErrors;
    }

    private DetectionRules ReadRules(DataObject data) =>
        new()
        {
            Threshold = ConfidenceOf(data, "threshold"),
            Kinds = _kinds,
            Identifiers = Object(data, "identifiers").Members.ToImmutableDictionary(member => member.Name, ReadIdentifier, StringComparer.Ordinal),
            Masks =
            [
                .. Objects(data, "masks").Select(mask => new MaskRule(
                    KindOf(mask).Id, (int)((DataNumber)mask.Find("shown")!).Value, ConfidenceOf(mask, "confidence"), ConfidenceOf(mask, "with_name"))),
            ],
            Patterns = [.. Objects(data, "patterns").Select(ReadPattern).OfType<PatternRule>()],
            Names = ReadNames(Object(data, "names")),
            Allowed = Texts(data, "allowed"),
        };

    private static InformationKind ReadKind(DataMember member)
    {
        var kind = (DataObject)member.Value;
        return new(member.Name, new(Text(kind, "label"), Text(kind, "label_en")), Flag(kind, "sensitive"), Text(kind, "category"));
    }

    private IdentifierRule ReadIdentifier(DataMember member)
    {
        var rule = (DataObject)member.Value;
        return new(member.Name, KindOf(rule), Enum.Parse<SearchForm>(Text(rule, "search"), ignoreCase: true), ConfidenceOf(rule, "confidence"))
        {
            PersonsOnly = Flag(rule, "persons_only"),
        };
    }

    private PatternRule? ReadPattern(DataObject rule)
    {
        var id = Text(rule, "id");
        var match = (DataText)rule.Find("match")!;
        if (!IsPattern(id, match) || (rule.Find("public") is DataText isPublic && !IsPattern(id, isPublic)))
        {
            return null;
        }

        var confidence = ConfidenceOf(rule, "confidence");
        return new(id, KindOf(rule), Text(rule, "on") == "digits" ? PatternTarget.Digits : PatternTarget.Text, match.Value)
        {
            Check = rule.Find("check") is DataText check
                ? Enum.Parse<CheckKind>(check.Value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
                : CheckKind.None,
            Confidence = confidence,
            Context = Texts(rule, "context"),
            ContextConfidence = rule.Find("with_context") is null ? confidence : ConfidenceOf(rule, "with_context"),
            NeedsContext = Flag(rule, "needs_context"),
            Neutral = Texts(rule, "neutral"),
            Against = Texts(rule, "against"),
            Around = Texts(rule, "around"),
            BesideName = Flag(rule, "beside_name"),
            Public = Text(rule, "public"),
            Boundary = Text(rule, "boundary"),
        };
    }

    private bool IsPattern(string id, DataText pattern)
    {
        try
        {
            _ = new Regex(pattern.Value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            _diagnostics.Add(GateErrors.BadPattern(id, exception.Message, pattern.Location));
            return false;
        }
    }

    private NameRules ReadNames(DataObject names)
    {
        var surnames = Object(names, "surnames");
        return new()
        {
            PersonWords = Texts(names, "person_words"),
            MaskCharacters = Text(names, "mask_characters"),
            Beside = names.Find("beside") is DataText beside && IsPattern("beside", beside) ? beside.Value : @"\z",
            OfficeEndings = Text(names, "office_endings"),
            CommonWords = [.. Texts(names, "common_words")],
            Surnames = [.. Text(surnames, "single").Select(character => character.ToString()), .. Texts(surnames, "compound")],
            Readings = Object(names, "readings").Members
                .Where(member => member.Name.Length == 1)
                .ToImmutableDictionary(member => member.Name[0], member => Strings(member.Value)),
        };
    }

    private InformationKind KindOf(DataObject rule)
    {
        var name = (DataText)rule.Find("kind")!;
        if (_kinds.TryGetValue(name.Value, out var kind))
        {
            return kind;
        }

        _diagnostics.Add(GateErrors.UnknownKind(name.Value, NearestName.Find(name.Value, _kinds.Keys), name.Location));
        return new(name.Value, default, IsSensitive: false, "");
    }

    private static Confidence ConfidenceOf(DataObject node, string name) => Enum.Parse<Confidence>(Text(node, name), ignoreCase: true);

    private static string Text(DataObject node, string name) => node.Find(name) is DataText text ? text.Value : "";

    private static bool Flag(DataObject node, string name) => node.Find(name) is DataFlag { Value: true };

    private static DataObject Object(DataObject node, string name) => node.Find(name) as DataObject ?? DataObject.Empty;

    private static IEnumerable<DataObject> Objects(DataObject node, string name) =>
        node.Find(name) is DataList list ? list.Items.OfType<DataObject>() : [];

    private static ImmutableArray<string> Texts(DataObject node, string name) => node.Find(name) is { } list ? Strings(list) : [];

    private static ImmutableArray<string> Strings(DataNode node) =>
        node is DataList list ? [.. list.Items.OfType<DataText>().Select(text => text.Value)] : [];
}
