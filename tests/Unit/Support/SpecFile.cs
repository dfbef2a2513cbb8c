using System.Text;

namespace PiiDocs.Unit.Support;

/// <summary>
/// A file of text-to-text cases: <c>=== name</c> starts a case, <c>--- section</c> a part of it, up to the next mark.
/// </summary>
/// <remarks>
/// A section's text ends with the line before the next mark; the empty lines before <c>===</c> are layout.
/// <c>PIIDOCS_ACCEPT=1 dotnet test</c> rewrites the expected sections in place; read the diff.
/// </remarks>
internal sealed class SpecFile
{
    private static readonly bool Accepting = Environment.GetEnvironmentVariable("PIIDOCS_ACCEPT") == "1";

    private SpecFile(string path, List<SpecCase> cases)
    {
        Path = path;
        Cases = cases;
    }

    public string Path { get; }

    public IReadOnlyList<SpecCase> Cases { get; }

    /// <summary>Names of all cases below <c>tests/Unit/specs/FOLDER</c>, as <c>file :: case</c>, for a theory.</summary>
    public static TheoryData<string> Names(string folder)
    {
        var names = new TheoryData<string>();
        foreach (var file in Files(folder))
        {
            foreach (var specCase in Read(file).Cases)
            {
                names.Add($"{System.IO.Path.GetFileName(file)} :: {specCase.Name}");
            }
        }

        return names;
    }

    /// <summary>Finds a case by the name <see cref="Names"/> gave it.</summary>
    public static SpecCase Find(string folder, string name)
    {
        var parts = name.Split(" :: ", 2);
        var file = Read(Repository.PathTo("tests", "Unit", "specs", folder, parts[0]));
        return file.Cases.Single(specCase => specCase.Name == parts[1]);
    }

    public static SpecFile Read(string path)
    {
        var cases = new List<SpecCase>();
        SpecCase? current = null;
        string? section = null;
        var text = new List<string>();
        foreach (var line in File.ReadAllText(path).Split('\n'))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal) || line.StartsWith("--- ", StringComparison.Ordinal))
            {
                current?.Close(section, text);
                section = line.StartsWith("--- ", StringComparison.Ordinal) ? line[4..].Trim() : null;
                if (section is null)
                {
                    current = new SpecCase(path, line[4..].Trim());
                    cases.Add(current);
                }
            }
            else
            {
                text.Add(line);
            }
        }

        current?.Close(section, text);
        return new(path, cases);
    }

    /// <summary>Asserts that a section says what the program gave, or writes it there when accepting.</summary>
    public static void AssertSection(SpecCase specCase, string section, string actual)
    {
        var expected = specCase.Section(section) ?? "";
        if (Accepting && expected != actual)
        {
            Rewrite(specCase, section, actual);
            return;
        }

        Assert.Equal(expected, actual);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Repository.PathTo("tests", "Unit", "specs", folder), "*.spec").Order(StringComparer.Ordinal);

    private static void Rewrite(SpecCase specCase, string section, string actual)
    {
        lock (typeof(SpecFile))
        {
            var file = Read(specCase.Path);
            var output = new StringBuilder();
            foreach (var each in file.Cases)
            {
                if (each.Name == specCase.Name)
                {
                    each.Set(section, actual);
                }

                each.WriteTo(output);
            }

            File.WriteAllText(specCase.Path, output.ToString());
        }
    }
}

/// <summary>One case of a <see cref="SpecFile"/>.</summary>
internal sealed class SpecCase(string path, string name)
{
    private readonly List<(string Name, string Text)> _sections = [];

    public string Path { get; } = path;

    public string Name { get; } = name;

    /// <summary>The text of a section, without the line end before the next mark; null where there is none.</summary>
    public string? Section(string section) =>
        _sections.Where(each => each.Name == section).Select(each => each.Text).FirstOrDefault();

    internal void Close(string? section, List<string> lines)
    {
        if (section is not null)
        {
            while (lines.Count > 0 && lines[^1].Length == 0)
            {
                lines.RemoveAt(lines.Count - 1);
            }

            _sections.Add((section, string.Join('\n', lines)));
        }

        lines.Clear();
    }

    internal void Set(string section, string text)
    {
        var index = _sections.FindIndex(each => each.Name == section);
        if (index < 0)
        {
            _sections.Add((section, text));
        }
        else
        {
            _sections[index] = (section, text);
        }
    }

    internal void WriteTo(StringBuilder output)
    {
        output.Append(output.Length == 0 ? "" : "\n").Append("=== ").Append(Name).Append('\n');
        foreach (var (section, text) in _sections)
        {
            output.Append("--- ").Append(section).Append('\n');
            output.Append(text).Append(text.Length == 0 ? "" : "\n");
        }
    }
}
