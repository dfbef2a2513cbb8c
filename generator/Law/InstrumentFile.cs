using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>Reads <c>_law/instruments.yaml</c>.</summary>
internal static class InstrumentFile
{
    public static ImmutableDictionary<string, Instrument> Read(LawNode file)
    {
        var kinds = file.List("kinds").Select(kind => kind.Text("id")).ToList();
        var instruments = ImmutableDictionary.CreateBuilder<string, Instrument>(StringComparer.Ordinal);
        var place = 0;
        foreach (var (id, node) in file.Object("instruments").Members())
        {
            instruments[id] = ReadInstrument(id, node, Rank(node, kinds, place));
            place++;
        }

        return instruments.ToImmutable();
    }

    /// <summary>Kind, then substance before procedure, then basic laws first, then the order of the file.</summary>
    private static int Rank(LawNode node, List<string> kinds, int place)
    {
        var kind = kinds.IndexOf(node.Text("kind"));
        if (kind < 0)
        {
            node.Diagnostics.Add(LawErrors.UnknownInstrumentKind(node.Node));
        }

        var procedural = node.Text("nature") == "procedural" ? 1 : 0;
        var other = node.Flag("basic") ? 0 : 1;
        return (((Math.Max(kind, 0) * 2 + procedural) * 2 + other) * 1000) + place;
    }

    private static Instrument ReadInstrument(string id, LawNode node, int rank)
    {
        var name = node.Text("name");
        var shortNames = node.List("short").Select(item => item.Text()).ToImmutableArray();
        var versions = ReadVersions(node);
        if (versions.IsEmpty && node.TextOrNone("status") != "draft")
        {
            node.Diagnostics.Add(LawErrors.MissingMember(node.Node, "versions"));
        }

        return new(id, name, shortNames.IsEmpty ? [name] : shortNames, node.TextOrNone("number"), rank, versions)
        {
            ReplacedBy = node.TextOrNone("replaced_by"),
            IsUnconfirmed = node.TextOrNone("status") == "unconfirmed",
        };
    }

    private static ImmutableArray<InstrumentVersion> ReadVersions(LawNode node)
    {
        var read = (from version in node.List("versions")
                    let start = version.DateOrNone("from") ?? DateOnly.MinValue
                    orderby start
                    select (From: start, To: version.DateOrNone("to"), Renumbered: ReadRenumbered(version))).ToList();
        return
        [
            .. read.Select((version, i) => new InstrumentVersion(
                new(version.From, version.To ?? (i + 1 < read.Count ? read[i + 1].From.AddDays(-1) : DateOnly.MaxValue)),
                version.Renumbered)),
        ];
    }

    private static ImmutableArray<Renumbering> ReadRenumbered(LawNode version)
    {
        var renumbered = ImmutableArray.CreateBuilder<Renumbering>();
        foreach (var (old, node) in version.Has("renumbered") ? version.Object("renumbered").Members() : [])
        {
            if (ArticleNumber.Parse(old) is { } from)
            {
                renumbered.Add(new(from, node.Text() == "0" ? null : node.Article()));
            }
            else
            {
                version.Diagnostics.Add(LawErrors.BadLawArticle(node.Node));
            }
        }

        return renumbered.ToImmutable();
    }
}
