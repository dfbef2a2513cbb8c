using PiiDocs.Typesetting.Lines;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Pages;

/// <summary>A whole document as one endless column: lines and row slices in order, before pages are cut from it.</summary>
internal sealed class Flow : IDisposable
{
    public ShapedText Text { get; } = new();

    public List<Line> Lines { get; } = new(256);

    public List<FlowParagraph> Paragraphs { get; } = new(64);

    public List<FlowTable> Tables { get; } = [];

    public List<FlowRow> Rows { get; } = [];

    public List<FlowFigure> Figures { get; } = [];

    public List<FlowStamp> Stamps { get; } = [];

    public List<FlowBox> Boxes { get; } = new(256);

    public StructureBuilder Structure { get; } = new();

    public void Dispose() => Text.Dispose();
}
