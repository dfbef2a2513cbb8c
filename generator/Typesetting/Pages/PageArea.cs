using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>The room for text on a page.</summary>
internal static class PageArea
{
    /// <summary>The lines of the grid, exactly; never less than one of them.</summary>
    /// <remarks>A grid that a rounded pitch makes a hair taller than the text area still has all its lines.</remarks>
    public static Length HeightOf(PageGeometry page)
    {
        var grid = (long)page.LinePitch.Millipoints * page.LinesPerPage;
        var most = page.TextHeight.Millipoints + (page.LinePitch.Millipoints / 4);
        return new(Math.Max(page.LinePitch.Millipoints, (int)Math.Min(grid, most)));
    }
}
