using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>The legal knowledge of <c>templates/_law</c>, read and checked; immutable, shared by all threads.</summary>
public sealed class LawLibrary
{
    private readonly Lazy<ILookup<string, Provision>> _provisions;
    private readonly Lazy<Dictionary<string, Instrument>> _instrumentsByName;

    private LawLibrary(LawForms forms, WorkingCalendar calendar, ChargeRules charges)
    {
        Forms = forms;
        Calendar = calendar;
        Charges = charges;
        _instrumentsByName = new(InstrumentsByName);
        _provisions = new(() => Topics.Values.Distinct().SelectMany(topic => topic.Provisions)
            .ToLookup(provision => provision.Instrument.Id, StringComparer.Ordinal));
    }

    /// <summary>The files of <c>_law</c> the library is made of, without extension.</summary>
    public static ImmutableArray<string> FileNames { get; } = ["instruments", "citations", "subjects", "forms", "numbers", "holidays", "deadlines", "charges", "checks"];

    internal LawForms Forms { get; }

    internal IReadOnlyDictionary<string, Instrument> Instruments { get; private init; } = new Dictionary<string, Instrument>();

    internal IReadOnlyDictionary<string, CheckRule> CheckRules { get; private init; } = new Dictionary<string, CheckRule>();

    internal ImmutableArray<DateOrderRule> OrderRules { get; private init; } = [];

    private Dictionary<string, string[]> Vocabulary { get; init; } = [];

    /// <summary>Dates that fall on working days: paths of a case.</summary>
    internal ImmutableArray<string> Workdays { get; private init; } = [];

    internal ImmutableArray<FactRule> FactRules { get; private init; } = [];

    internal ImmutableArray<SpokenDate> SpokenDates { get; private init; } = [];

    internal ImmutableArray<SpokenSum> SpokenSums { get; private init; } = [];

    /// <summary>The kind in the number of each document type: 刑诉.</summary>
    internal IReadOnlyDictionary<string, string> NumberKinds { get; private init; } = new Dictionary<string, string>();

    internal ImmutableArray<LevelRule> LevelRules { get; private init; } = [];

    internal ImmutableArray<WordingRule> WordingRules { get; private init; } = [];

    /// <summary>What articles are about, by the id of their instrument.</summary>
    internal ILookup<string, ArticleSubject> Subjects { get; private init; } = Array.Empty<ArticleSubject>().ToLookup(_ => "");

    internal ImmutableArray<NeededProvision> NeededProvisions { get; private init; } = [];

    internal IReadOnlyDictionary<string, CitationTopic> Topics { get; private init; } = new Dictionary<string, CitationTopic>();

    public DocumentNumberRules Numbers { get; private init; } = DocumentNumberRules.None;

    public WorkingCalendar Calendar { get; private init; }

    /// <summary>Thresholds of the offence of infringing citizens' personal information.</summary>
    public ChargeRules Charges { get; private init; }

    /// <summary>Periods the law sets, T1 to T27.</summary>
    public IReadOnlyDictionary<string, DeadlineRule> DeadlineRules { get; private init; } = new Dictionary<string, DeadlineRule>();

    /// <summary>Topics that <c>legal.cite</c> knows, with their aliases.</summary>
    public IEnumerable<string> TopicNames => Topics.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every provision of an instrument that some topic cites at some time.</summary>
    internal IEnumerable<Provision> ProvisionsOf(Instrument instrument) => _provisions.Value[instrument.Id];

    /// <summary>Words that a check looks for, by its name for them; none where the law file has none.</summary>
    internal IReadOnlyList<string> Words(string name) => Vocabulary.GetValueOrDefault(name, []);

    /// <summary>By id, full name or short name, with or without 《》; null where there is none.</summary>
    internal Instrument? FindInstrument(string name)
    {
        var plain = name.StartsWith('《') && name.EndsWith('》') ? name[1..^1] : name;
        return Instruments.TryGetValue(plain, out var instrument) || _instrumentsByName.Value.TryGetValue(plain, out instrument)
            ? instrument
            : null;
    }

    /// <summary>Of two that share a name, the first.</summary>
    private Dictionary<string, Instrument> InstrumentsByName()
    {
        var byName = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var instrument in Instruments.Values)
        {
            byName.TryAdd(instrument.Name, instrument);
            foreach (var shortName in instrument.ShortNames)
            {
                byName.TryAdd(shortName, instrument);
            }
        }

        return byName;
    }

    /// <summary>Reads the law files; mistakes go to the bag, and what can be used is used.</summary>
    /// <param name="files">Parsed files by name without extension, see <see cref="FileNames"/>.</param>
    /// <param name="diagnostics">Receives PD800x with place.</param>
    public static LawLibrary Read(IReadOnlyDictionary<string, DataObject> files, DiagnosticBag diagnostics)
    {
        LawNode File(string name)
        {
            if (files.TryGetValue(name, out var file))
            {
                return new(file, diagnostics);
            }

            diagnostics.Add(LawErrors.MissingFile(name));
            return new(DataObject.Empty, new());
        }

        var instruments = InstrumentFile.Read(File("instruments"));
        var checks = File("checks");
        var subjects = File("subjects");
        return new(LawForms.Read(File("forms")), WorkingCalendar.Read(File("holidays")), ChargeRules.Read(File("charges")))
        {
            Instruments = instruments,
            Topics = CitationFile.Read(File("citations"), instruments),
            Subjects = SubjectFile.ReadSubjects(subjects, instruments),
            NeededProvisions = SubjectFile.ReadNeeded(subjects, instruments),
            Numbers = DocumentNumberRules.Read(File("numbers")),
            CheckRules = CheckFile.ReadRules(checks),
            OrderRules = CheckFile.ReadOrder(checks),
            WordingRules = CheckFile.ReadWording(checks),
            FactRules = CheckFile.ReadFacts(checks),
            SpokenDates = CheckFile.ReadSpoken(checks),
            SpokenSums = CheckFile.ReadSpokenSums(checks),
            NumberKinds = CheckFile.ReadNumberKinds(File("numbers")),
            LevelRules = CheckFile.ReadLevels(checks),
            Workdays = [.. checks.ListOrNone("workdays").Select(path => path.Text())],
            Vocabulary = CheckFile.ReadVocabulary(checks),
            DeadlineRules = DeadlineRule.ReadAll(File("deadlines")),
        };
    }
}
