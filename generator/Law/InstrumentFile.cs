using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>Reads <c>_law/instruments.yaml</c>.</summary>
internal static class InstrumentFile
{
    public static Dictionary<string, Instrument> Read(LawNode file)
    {
        var kinds = file.List("kinds").Select(kind => kind.Text("id")).ToList();
        var instruments = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        var place = 0;
        foreach (var (id, node) in file.Object("instruments").Members())
        {
            instruments[id] = ReadInstrument(id, node, Rank(node, kinds, place));
            place++;
        }

        return instruments;
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
        var versions = node.List("versions")
            .Select(version => new InstrumentVersion(
                new(version.DateOrNone("from") ?? DateOnly.MinValue, version.DateOrNone("to") ?? DateOnly.MaxValue), ReadRenumbered(version)))
            .ToList();
        versions.Sort((left, right) => left.Period.From.CompareTo(right.Period.From));
        for (var i = 0; i + 1 < versions.Count; i++)
        {
            var next = versions[i + 1].Period.From;
            versions[i] = versions[i].Until(next.AddDays(-1));
        }

        return [.. versions];
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
