using System.Text.RegularExpressions;
using System.Xml.Linq;
using PiiDocs.Core;

namespace PiiDocs.Cli.Reports;

/// <summary>Reads what each code means from the documentation of its factory method: one text, never two.</summary>
/// <remarks>
/// The <c>summary</c> of a factory is English, its <c>remarks</c> Chinese, where the end of a line stands for no blank.
/// </remarks>
internal static partial class ErrorReference
{
    public static Message? Find(string code) =>
        (from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "PiiDocs.*.xml")
         from member in XDocument.Load(file).Descendants("member")
         let summary = Plain(member.Element("summary"))
         where summary.StartsWith($"{code}.", StringComparison.Ordinal)
         let remarks = LineEnds().Replace(member.Element("remarks")?.Value.Trim() ?? "", "")
         select (Message?)new Message(remarks.Length > 0 ? $"{code}：{remarks}" : summary, summary)).FirstOrDefault();

    private static string Plain(XElement? element) =>
        element is null ? "" : Blanks().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();
}
