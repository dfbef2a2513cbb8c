using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>A case as legal checks read it: values by dotted path, whatever is missing or malformed left to the schema.</summary>
/// <remarks>What many checks ask for is found once. Made anew for each run of the checks; not for several threads.</remarks>
internal sealed class CaseFacts
{
    private readonly Dictionary<string, List<DataText>> _textsWith = new(StringComparer.Ordinal);
    private ImmutableArray<DataText>? _texts;
    private ImmutableArray<DataObject>? _parties;
    private string? _allText;
    private int[] _starts = [];

    /// <param name="data">The case.</param>
    public CaseFacts(DataObject data) => Data = data;

    public DataObject Data { get; }

    /// <summary>The value at <c>procedure.notice.published_on</c> or <c>decisions.penalties[0].date</c>; null where there is none.</summary>
    public DataNode? Find(string path) => Find(Data, path);

    public static DataNode? Find(DataNode? node, string path)
    {
        var rest = path.AsSpan();
        while (!rest.IsEmpty && node is not null)
        {
            var dot = rest.IndexOf('.');
            node = Step(node, dot < 0 ? rest : rest[..dot]);
            rest = dot < 0 ? [] : rest[(dot + 1)..];
        }

        return node is DataNull ? null : node;
    }

    private static DataNode? Step(DataNode node, ReadOnlySpan<char> step)
    {
        var bracket = step.IndexOf('[');
        var found = (node as DataObject)?.Find(bracket < 0 ? step : step[..bracket]);
        return bracket < 0 ? found
            : found is DataList list && int.Parse(step[(bracket + 1)..^1], CultureInfo.InvariantCulture) is var index && index < list.Items.Length ? list.Items[index]
            : null;
    }

    public bool Has(string path) => Find(path) is not null;

    public string? Text(string path) => TextOf(Find(path));

    public decimal? Number(string path) => NumberOf(Find(path));

    public bool Flag(string path) => Find(path) is DataFlag { Value: true };

    /// <summary>A date to the day, with its place.</summary>
    public DatedFact? Day(string path) => DayOf(Find(path));

    /// <summary>The first of some dates that is there.</summary>
    public DatedFact? FirstDay(IEnumerable<string> paths) => paths.Select(Day).FirstOrDefault(day => day is not null);

    public IEnumerable<DataNode> List(string path) => ListOf(Find(path));

    public static IEnumerable<DataNode> ListOf(DataNode? node) => node is DataList list ? list.Items : [];

    public static string? TextOf(DataNode? node) => node is DataText text ? text.Value : null;

    public static decimal? NumberOf(DataNode? node) => node is DataNumber number ? number.Value : null;

    public static DatedFact? DayOf(DataNode? node) =>
        TextOf(node) is { } text && PartialDate.Parse(text) is { IsDay: true } date ? new(date.First, node!) : null;

    /// <summary>Date of a document of the case.</summary>
    public DatedFact? DocumentDay(string type) => Day($"documents.{type}.date");

    public ImmutableArray<DataObject> Parties => _parties ??= [.. List("parties").OfType<DataObject>()];

    public IEnumerable<DataObject> PartiesWith(string role) =>
        Parties.Where(party => ListOf(party.Find("roles")).Any(each => TextOf(each) == role));

    public DataObject? Party(string? id) => Parties.FirstOrDefault(party => TextOf(party.Find("id")) == id);

    /// <summary>Every text of the case with its place, notes on the source left out.</summary>
    public ImmutableArray<DataText> Texts => _texts ??= Collect(Data);

    /// <summary>Those of <see cref="Texts"/> in which a word stands.</summary>
    public IReadOnlyList<DataText> TextsWith(string word)
    {
        if (!_textsWith.TryGetValue(word, out var texts))
        {
            texts = Having(word);
            _textsWith.Add(word, texts);
        }

        return texts;
    }

    private List<DataText> Having(string word)
    {
        var texts = new List<DataText>();
        for (var at = AllText.IndexOf(word, StringComparison.Ordinal); at >= 0;)
        {
            var place = PlaceAt(at);
            texts.Add(Texts[place]);
            at = place + 1 < Texts.Length ? AllText.IndexOf(word, _starts[place + 1], StringComparison.Ordinal) : -1;
        }

        return texts;
    }

    /// <summary>The text that a character of <see cref="AllText"/> belongs to.</summary>
    public DataText TextAt(int offset) => Texts[PlaceAt(offset)];

    private int PlaceAt(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>All of them as lines of one text, to ask first whether something is there at all.</summary>
    public string AllText => _allText ??= Joined();

    private string Joined()
    {
        _starts = new int[Texts.Length];
        var all = new StringBuilder();
        for (var i = 0; i < Texts.Length; i++)
        {
            _starts[i] = all.Length;
            all.Append(Texts[i].Value).Append('\n');
        }

        return all.ToString();
    }

    private static ImmutableArray<DataText> Collect(DataObject data)
    {
        var texts = ImmutableArray.CreateBuilder<DataText>();
        foreach (var member in data.Members)
        {
            if (member.Name != "source")
            {
                Collect(member.Value, texts);
            }
        }

        return texts.ToImmutable();
    }

    private static void Collect(DataNode node, ImmutableArray<DataText>.Builder texts)
    {
        switch (node)
        {
            case DataText text:
                texts.Add(text);
                break;
            case DataList list:
                foreach (var item in list.Items)
                {
                    Collect(item, texts);
                }

                break;
            case DataObject value:
                foreach (var member in value.Members)
                {
                    if (member.Name is not ("as_stated" or "notes" or "other_wordings"))
                    {
                        Collect(member.Value, texts);
                    }
                }

                break;
        }
    }
}

/// <summary>A day and where the case writes it.</summary>
internal sealed record DatedFact(DateOnly Day, DataNode Node)
{
    public override string ToString() => Write(Day);

    public static string Write(DateOnly day) => ChineseDate.Figures(PartialDate.Of(day));
}
