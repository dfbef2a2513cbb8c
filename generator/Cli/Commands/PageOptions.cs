using System.CommandLine;
using PiiDocs.Generation;
using PiiDocs.Pdf;

namespace PiiDocs.Cli.Commands;

/// <summary>Options of commands that set pages: <c>--pdfa 2a|1b|none --strict-fonts --png</c>.</summary>
internal static class PageOptions
{
    public static readonly Option<string> Archive = new("--pdfa")
    {
        Description = "PDF 存档标准：2a、1b 或 none / archive standard of PDF files",
        DefaultValueFactory = _ => "2a",
    };

    public static readonly Option<bool> StrictFonts = new("--strict-fonts")
    {
        Description = "字体被替代即为错误 / a substituted font is an error",
    };

    public static readonly Option<bool> Png = new("--png")
    {
        Description = "另存每页图片（需要 pdftoppm） / also write a picture of every page (needs pdftoppm)",
    };

    public static readonly Option<bool> Validate = new("--validate")
    {
        Description = "写出前按 Open XML 架构校验 Word 文件 / hold Word files against the Open XML schemas before they are written",
    };

    static PageOptions() => Archive.AcceptOnlyFromAmong("2a", "1b", "none");

    public static GenerationOptions Read(ParseResult parse, OutputFormats formats, bool isDraft = false)
    {
        var asked = parse.GetValue(Png) ? formats | OutputFormats.Pdf : formats;
        return new(asked, isDraft)
        {
            StrictFonts = parse.GetValue(StrictFonts),
            ValidatesWord = parse.GetValue(Validate),
            Conformance = parse.GetValue(Archive) switch
            {
                "1b" => PdfConformance.PdfA1b,
                "none" => PdfConformance.None,
                _ => PdfConformance.PdfA2a,
            },
        };
    }
}
