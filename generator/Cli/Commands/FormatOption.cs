using System.CommandLine;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>--format docx,pdf</c>, or the option given several times.</summary>
internal static class FormatOption
{
    private static readonly Dictionary<string, OutputFormats> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docx"] = OutputFormats.Docx,
        ["pdf"] = OutputFormats.Pdf,
        ["html"] = OutputFormats.Html,
        ["txt"] = OutputFormats.Text,
    };

    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--format", "-f")
        {
            Description = "格式：docx、pdf、html、txt，逗号分隔；默认 docx / formats, separated by commas",
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            foreach (var name in Split(result.GetValueOrDefault<string[]>()).Where(name => !Names.ContainsKey(name)))
            {
                result.AddError($"没有格式“{name}”；可用：{string.Join('、', Names.Keys)} / no format '{name}'");
            }
        });
        return option;
    }

    public static OutputFormats Read(string[]? values)
    {
        var formats = Split(values).Aggregate(OutputFormats.None, (all, name) => all | Names[name]);
        return formats == OutputFormats.None ? OutputFormats.Docx : formats;
    }

    private static IEnumerable<string> Split(string[]? values) =>
        (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
