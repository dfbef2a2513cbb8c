using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>A case as legal checks read it: values by dotted path, whatever is missing or malformed left to the schema.</summary>
internal sealed class CaseFacts
{
    private readonly Lazy<ImmutableArray<DataText>> _texts;
    private readonly Lazy<string> _allText;

    public CaseFacts(DataObject data)
    {
        Data = data;
        _texts = new(() => Collect(data));
        _allText = new(() => string.Join('\n', Texts.Select(text => text.Value)));
    }

    public DataObject Data { get; }

    /// <summary>The value at <c>procedure.notice.published_on</c> or <c>decisions.penalties[0].date</c>; null where there is none.</summary>
    public DataNode? Find(string path) => Find(Data, path);

    public static DataNode? Find(DataNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            node = (node as DataObject)?.Find(bracket < 0 ? step : step[..bracket]);
            if (bracket >= 0)
            {
                var index = int.Parse(step[(bracket + 1)..^1], CultureInfo.InvariantCulture);
                node = node is DataList list && index < list.Items.Length ? list.Items[index] : null;
            }
        }

        return node is DataNull ? null : node;
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

    public IEnumerable<DataObject> Parties => List("parties").OfType<DataObject>();

    public IEnumerable<DataObject> PartiesWith(string role) =>
        Parties.Where(party => ListOf(party.Find("roles")).Any(each => TextOf(each) == role));

    public DataObject? Party(string? id) => Parties.FirstOrDefault(party => TextOf(party.Find("id")) == id);

    /// <summary>Every text of the case with its place, notes on the source left out.</summary>
    public ImmutableArray<DataText> Texts => _texts.Value;

    /// <summary>All of them as lines of one text, to ask first whether something is there at all.</summary>
    public string AllText => _allText.Value;

    private static ImmutableArray<DataText> Collect(DataObject data)
    {
        var texts = ImmutableArray.CreateBuilder<DataText>();
        foreach (var member in data.Members.Where(member => member.Name != "source"))
        {
            Collect(member.Value, texts);
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
                foreach (var member in value.Members.Where(member => member.Name is not ("as_stated" or "notes" or "other_wordings")))
                {
                    Collect(member.Value, texts);
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
