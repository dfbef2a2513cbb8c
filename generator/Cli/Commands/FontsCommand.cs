using System.CommandLine;
using System.Text.Json;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Cli.Commands;

/// <summary><c>fonts [--json]</c>: the roles of the style sheets, the faces that play them here, and what they cover.</summary>
internal static class FontsCommand
{
    public static Command Create(Desk desk)
    {
        var command = new Command("fonts", "列出各字体角色所用的字体及其覆盖 / show the fonts that play each role") { GlobalOptions.Json };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var roles = Array.Empty<RoleReport>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var wanted = workbench.Catalog.Folder.StyleNames
                .Select(name => workbench.Catalog.FindStyles(name, diagnostics))
                .SelectMany(styles => styles?.Fonts.Values ?? [])
                .DistinctBy(role => role.Name);
            var fonts = MachineFonts.Open(desk.Home);
            roles = [.. FontReports.Describe(fonts, wanted)];
            diagnostics.AddRange(fonts.Problems);
        }

        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(json => WriteRoles(json, roles)));
        }
        else
        {
            Print(desk, roles, GlobalOptions.LanguageOf(parse));
        }

        desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static void Print(Desk desk, RoleReport[] roles, Language language)
    {
        foreach (var role in roles)
        {
            var substitute = role.Substitution is { } substitution
                ? new Message($"（代替 {substitution.Wanted}）", $" (for {substitution.Wanted})").In(language)
                : "";
            desk.Out.WriteLine($"{role.Role}{substitute}");
            foreach (var face in role.Chinese)
            {
                var coverage = new Message(
                    $"GB 2312 {face.Gb2312}/{FontReports.Gb2312Count}，汉字 {face.Han}，〇 {(face.HasZero ? "有" : "无")}",
                    $"GB 2312 {face.Gb2312}/{FontReports.Gb2312Count}, Han {face.Han}, 〇 {(face.HasZero ? "yes" : "no")}");
                desk.Out.WriteLine($"  {face.Face.Name}  [{face.Face.File}]  {coverage.In(language)}");
            }

            foreach (var face in role.Latin)
            {
                desk.Out.WriteLine($"  {new Message("西文", "Latin").In(language)}: {face.Face.Name}  [{face.Face.File}]");
            }
        }
    }

    private static void WriteRoles(Utf8JsonWriter json, RoleReport[] roles)
    {
        json.WriteStartArray("roles");
        foreach (var role in roles)
        {
            json.WriteStartObject();
            json.WriteString("role", role.Role);
            json.WriteString("wanted", role.Substitution?.Wanted);
            json.WriteStartArray("faces");
            foreach (var face in role.Chinese)
            {
                json.WriteStartObject();
                json.WriteString("name", face.Face.Name);
                json.WriteString("file", face.Face.File);
                json.WriteString("sha256", face.Face.Hash);
                json.WriteNumber("gb2312", face.Gb2312);
                json.WriteNumber("han", face.Han);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
