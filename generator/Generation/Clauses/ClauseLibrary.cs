using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PiiDocs.Generation.Clauses;

/// <summary>The partials that can stand alone: they print, take no arguments, and say in their first comment what they are.</summary>
/// <remarks>Nothing is registered: a file in <c>templates/_partials</c> that begins with <c>## TITLE：… ##</c> is one.</remarks>
public sealed partial class ClauseLibrary
{
    private readonly TemplateFolder _folder;
    private readonly Lazy<ImmutableArray<Clause>> _all;

    public ClauseLibrary(TemplateCatalog catalog)
    {
        _folder = catalog.Folder;
        _all = new(Read);
    }

    /// <summary>Every clause, in ordinal order.</summary>
    public ImmutableArray<Clause> All => _all.Value;

    public Clause? Find(string id) => All.FirstOrDefault(clause => clause.Id == id);

    private ImmutableArray<Clause> Read()
    {
        var partials = _folder.PartialNames.ToDictionary(name => name, name => _folder.ReadPartial(name)!.Text, StringComparer.Ordinal);
        var includes = partials.ToDictionary(each => each.Key, each => IncludedBy(each.Value), StringComparer.Ordinal);
        var types = _folder.TypeIds.ToDictionary(
            id => id,
            id => Closure(_folder.Read(new(), id, "template.sbn") is { } template ? IncludedBy(template.Text) : [], includes),
            StringComparer.Ordinal);
        return
        [
            .. from partial in partials
               orderby partial.Key
               where StandsAlone(partial.Value)
               let title = TitlePattern().Match(partial.Value).Groups["title"].Value
               where title.Length > 0
               select new Clause(partial.Key, title, [.. types.Where(type => type.Value.Contains(partial.Key)).Select(type => type.Key)]),
        ];
    }

    /// <summary>No arguments (<c>$1</c>), and something to print beside its own code.</summary>
    private static bool StandsAlone(string text) =>
        !ArgumentPattern().IsMatch(text) && CodePattern().Replace(text, "").Any(c => !char.IsWhiteSpace(c));

    private static HashSet<string> IncludedBy(string text) =>
        [.. IncludePattern().Matches(text).Select(match => match.Groups["name"].Value)];

    private static HashSet<string> Closure(HashSet<string> first, Dictionary<string, HashSet<string>> includes)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(first);
        while (open.TryPop(out var name))
        {
            if (all.Add(name) && includes.TryGetValue(name, out var more))
            {
                foreach (var each in more)
                {
                    open.Push(each);
                }
            }
        }

        return all;
    }

    [GeneratedRegex(@"\A\{\{[-~]?\s*##\s*(?<title>[^：。#（]{1,40})[：。（]", RegexOptions.CultureInvariant)]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"\$[0-9\[]", RegexOptions.CultureInvariant)]
    private static partial Regex ArgumentPattern();

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"include\s+['""](?<name>[\w-]+)['""]", RegexOptions.CultureInvariant)]
    private static partial Regex IncludePattern();
}
