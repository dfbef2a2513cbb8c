using System.Globalization;
using System.Text;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting;

/// <summary>Prints pages as text: every line of type with its place, in the order of drawing.</summary>
/// <remarks>
/// For tests and for looking at a layout without a viewer. A line reads <c>base line | left edge | text</c>, in points;
/// rules are counted, not listed. Runs that stand on one base line side by side are printed as one.
/// </remarks>
public static class PagedPrinter
{
    public static string Print(PagedDocument document)
    {
        var text = new StringBuilder();
        for (var i = 0; i < document.Pages.Length; i++)
        {
            Print(document.Pages[i], i + 1, text);
        }

        return text.ToString();
    }

    private static void Print(Page page, int number, StringBuilder text)
    {
        var rules = page.Items.Count(item => item is Rule);
        text.Append(CultureInfo.InvariantCulture, $"=== page {number}, {Points(page.Width)} x {Points(page.Height)}");
        text.Append(CultureInfo.InvariantCulture, $"{(rules > 0 ? $", {rules} rules" : "")}\n");
        GlyphRun? before = null;
        foreach (var run in page.Items.OfType<GlyphRun>())
        {
            if (before is null || before.Baseline != run.Baseline || before.Element != run.Element)
            {
                text.Append(before is null ? "" : "\n");
                text.Append(CultureInfo.InvariantCulture, $"{Points(run.Baseline),7} | {Points(run.X),7} | ");
            }

            text.Append(run.Text);
            before = run;
        }

        text.Append(before is null ? "" : "\n");
    }

    private static string Points(Length length) => length.Points.ToString("0.0##", CultureInfo.InvariantCulture);
}
