using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Every face in the font folders, by name. Reads directories and name tables only.</summary>
internal sealed class FontCatalog
{
    private const int DeepestFolder = 8;
    private const int RegularWeight = 400;
    private const int BoldWeight = 700;

    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".otc"];

    private readonly ILookup<string, CatalogEntry> _byFamily;
    private readonly ILookup<string, CatalogEntry> _byFullName;

    private FontCatalog(List<CatalogEntry> entries, ImmutableArray<Diagnostic> problems)
    {
        Entries = entries;
        Problems = problems;
        _byFamily = ByNames(entries, entry => entry.Names.Families);
        _byFullName = ByNames(entries, entry => entry.Names.FullNames.Add(entry.Names.PostScriptName));
    }

    public IReadOnlyList<CatalogEntry> Entries { get; }

    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Reads the folders in order; those that do not exist are passed over.</summary>
    public static FontCatalog Scan(ImmutableArray<string> folders)
    {
        var entries = new List<CatalogEntry>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in folders.SelectMany(FilesBelow).Distinct(StringComparer.Ordinal))
        {
            try
            {
                Add(FontSource.FromFile(path), entries, problems);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(FontErrors.Unreadable(Path.GetFileName(path)));
            }
        }

        return new(entries, problems.ToImmutable());
    }

    /// <summary>The same from files in memory.</summary>
    public static FontCatalog Of(IEnumerable<FontSource> sources)
    {
        var entries = new List<CatalogEntry>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var source in sources)
        {
            Add(source, entries, problems);
        }

        return new(entries, problems.ToImmutable());
    }

    /// <summary>The upright face of a family, or the face of that full name: <c>Noto Serif CJK SC Bold</c>.</summary>
    public CatalogEntry? Find(string name) =>
        FontAliases.Of(name).Select(FindExactly).FirstOrDefault(entry => entry is not null);

    /// <summary>The bold face of the same family; null for a face that is bold itself.</summary>
    public CatalogEntry? FindBold(CatalogEntry regular) =>
        regular.Names.IsBold
            ? null
            : Closest(
                regular.Names.Families.SelectMany(family => _byFamily[FontAliases.Normalise(family)]).Where(entry => entry.Names.IsBold),
                BoldWeight);

    private CatalogEntry? FindExactly(string name) =>
        Closest(_byFamily[FontAliases.Normalise(name)], RegularWeight) ?? _byFullName[FontAliases.Normalise(name)].FirstOrDefault();

    // Entries are in the order of the folders: of equal ones the first wins.
    private static CatalogEntry? Closest(IEnumerable<CatalogEntry> entries, int weight) =>
        entries.Where(entry => !entry.Names.IsItalic).MinBy(entry => Math.Abs(entry.Names.Weight - weight));

    private static void Add(FontSource source, List<CatalogEntry> entries, ImmutableArray<Diagnostic>.Builder problems)
    {
        try
        {
            foreach (var file in FontFile.ReadAll(source))
            {
                var names = FontNames.Read(file);
                if (names.MayBeEmbedded)
                {
                    entries.Add(new(file, names));
                }
                else
                {
                    problems.Add(FontErrors.MayNotBeEmbedded(names.Families[0]));
                }
            }
        }
        catch (FontFormatException exception)
        {
            problems.Add(FontErrors.Broken(source, exception.Message));
        }
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = DeepestFolder,
                    IgnoreInaccessible = true,
                })
                .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal);

    private static ILookup<string, CatalogEntry> ByNames(
        IEnumerable<CatalogEntry> entries,
        Func<CatalogEntry, ImmutableArray<string>> namesOf) =>
        (from entry in entries
         from name in namesOf(entry).Select(FontAliases.Normalise).Distinct(StringComparer.Ordinal)
         select (name, entry))
        .ToLookup(each => each.name, each => each.entry, StringComparer.Ordinal);
}

/// <summary>A face that can be opened.</summary>
internal sealed record CatalogEntry(FontFile File, FontNames Names);
