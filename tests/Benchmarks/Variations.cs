using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Support;

namespace PiiDocs.Benchmarks;

/// <summary>Case 000 and variations of it: other names, amounts, counts and sentences, the same shape.</summary>
internal static partial class Variations
{
    public const string TypeId = "indictment-with-civil-claims";

    /// <summary>The case they are variations of.</summary>
    public static readonly SourceText Sample =
        new("000-baoshan-platform.yaml", File.ReadAllText(Repository.PathTo("templates", "_cases", "000-baoshan-platform.yaml")));

    /// <summary>A case with the shortest indictment there can be; the same names, sums and counts are changed in it.</summary>
    public static readonly SourceText Short =
        new("short-case.yaml", File.ReadAllText(Repository.PathTo("tests", "Benchmarks", "short-case.yaml")));

    /// <summary>The text of variation <paramref name="n"/> of a case file, as YAML.</summary>
    public static SourceText Yaml(int n, SourceText? of = null)
    {
        var amount = 3900 + n;
        var items = 37 + (n % 50);
        var text = (of ?? Sample).Text
            .Replace("韩某某", $"韩某{Letter(n)}", StringComparison.Ordinal)
            .Replace("杨某某", $"杨某{Letter(n + 7)}", StringComparison.Ordinal)
            .Replace("3900", amount.ToString(), StringComparison.Ordinal)
            .Replace("3600", (amount - 300).ToString(), StringComparison.Ordinal)
            .Replace("370000", $"{items}0000", StringComparison.Ordinal)
            .Replace("37万", $"{items}万", StringComparison.Ordinal)
            .Replace("示例路", $"示例路{n}弄", StringComparison.Ordinal)
            .Replace("proves: ", $"proves: 第{n}卷所载的", StringComparison.Ordinal);
        return new($"variation-{n}.yaml", Sentences().Replace(text, $"${{0}}见第{n}卷，"));
    }

    // What a case tells is told of it alone: a tool that remembers what it has set before must not meet it again.
    [GeneratedRegex("^ +(- |[a-z_]+: )(?=[^{#\\n]{40})[^，{#\\n]+，", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    /// <summary>The same variation as JSON.</summary>
    public static SourceText Json(int n, SourceText? of = null)
    {
        var data = CaseReader.Read(Yaml(n, of), new()) ?? throw new InvalidOperationException("the case cannot be read");
        return new($"variation-{n}.json", CaseWriter.ToJson(data));
    }

    /// <summary>A variation read and checked, by schema and by law.</summary>
    public static CaseInput Read(TemplateCatalog catalog, SourceText text)
    {
        var diagnostics = new DiagnosticBag();
        var input = CaseInput.Read(text, catalog, diagnostics);
        return input is null || diagnostics.HasErrors
            ? throw new InvalidOperationException(diagnostics.Items.First(each => each.Severity == Severity.Error).Message.English)
            : input;
    }

    public static TemplateCatalog Catalog() =>
        TemplateCatalog.Open(new(Repository.PathTo("templates"), "templates"), new())
        ?? throw new InvalidOperationException("the templates cannot be opened");

    public static DocumentGenerator Generator(TemplateCatalog catalog) => new(catalog, Typesetter(), TimeProvider.System);

    public static Typesetter Typesetter() =>
        new(new FontLibrary(FontFolders.OnLinux(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Repository.Root)));

    private static char Letter(int n) => "甲乙丙丁戊己庚辛壬癸"[n % 10];
}
