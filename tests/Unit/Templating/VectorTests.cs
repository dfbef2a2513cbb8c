using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Templating;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Templating;

/// <summary>Compares the engine with the public library's output, where its vectors are at hand (a folder beside the checkout).</summary>
public sealed class VectorTests
{
    private const string NoVectors = "no vectors beside this checkout";

    public static TheoryData<string> Templates()
    {
        var names = Folder() is { } folder
            ? Directory.EnumerateFiles(folder, "*.sbn").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return [.. names.DefaultIfEmpty(NoVectors)];
    }

    /// <summary>A vector's template; null where there is none.</summary>
    public static string? TextOf(string name) =>
        Folder() is { } folder ? File.ReadAllText(Path.Combine(folder, name + ".sbn")) : null;

    public static TheoryData<string> Builtins()
    {
        var lines = Folder() is { } folder ? File.ReadLines(Path.Combine(folder, "builtins.jsonl")) : [];
        return [.. lines.DefaultIfEmpty(NoVectors)];
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_gives_what_the_public_library_gives(string name)
    {
        if (Folder() is not { } folder)
        {
            Assert.Equal(NoVectors, name);
            return;
        }

        var template = File.ReadAllText(Path.Combine(folder, name + ".sbn"));
        var expected = File.ReadAllText(Path.Combine(folder, name + ".expected"));

        Assert.Equal(expected, Render(template, DataObject.Empty));
    }

    [Theory]
    [MemberData(nameof(Builtins))]
    public void A_builtin_gives_what_the_public_library_gives(string line)
    {
        if (Folder() is null)
        {
            Assert.Equal(NoVectors, line);
            return;
        }

        using var example = JsonDocument.Parse(line);
        var template = example.RootElement.GetProperty("template").GetString()!;
        var expected = example.RootElement.GetProperty("expected").GetString()!;

        Assert.Equal(expected, Render(template, Model()));
    }

    /// <summary>The model that the examples of the public documentation have in mind.</summary>
    private static DataObject Model()
    {
        var product = new DataObject([new("title", null, new DataText("Orange")), new("type", null, new DataText("fruit"))]);
        return new([new("product", null, product), new("products", null, new DataList([.. Enumerable.Repeat(product, 7)]))]);
    }

    private static string Render(string text, DataObject data)
    {
        var diagnostics = new DiagnosticBag();
        var template = new ScribanEngine([], _ => null).Parse(new("vector", text), diagnostics);
        var options = new RenderOptions(MissingMembers.Null, RenderLimits.Default, new(2026, 1, 2));
        var output = template.Render(data, options, diagnostics, CancellationToken.None);
        Assert.Empty(diagnostics.Items);
        return output.Text;
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "scriban-vectors");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
