using System.ComponentModel;
using System.Diagnostics;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli;

/// <summary>Pictures of pages, for a look: drawn by poppler's pdftoppm where it is installed.</summary>
internal static class PagePictures
{
    private const string Resolution = "110";

    /// <summary>Writes <c>NAME-1.png</c> … beside a PDF file; false, with a note, where that cannot be done.</summary>
    public static bool Draw(Desk desk, string pdf)
    {
        var start = new ProcessStartInfo("pdftoppm", ["-png", "-r", Resolution, pdf, Path.ChangeExtension(pdf, null)]);
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            desk.Note("没有 pdftoppm，未能生成图片；请安装 poppler-utils。 / pdftoppm is not here; install poppler-utils.");
            return false;
        }
    }
}
