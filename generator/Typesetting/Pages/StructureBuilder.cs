using System.Collections.Immutable;
using System.Text;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Collects the logical structure in reading order; list items that follow each other share a list.</summary>
internal sealed class StructureBuilder
{
    private const int NoList = -1;

    private readonly ImmutableArray<StructureElement>.Builder _elements = ImmutableArray.CreateBuilder<StructureElement>();
    private int _list = NoList;

    public StructureBuilder() => _elements.Add(new(StructureKind.Document, -1));

    /// <summary>A paragraph that stands in the text itself.</summary>
    public int AddParagraph(ParagraphStyle style, ImmutableArray<Inline> inlines)
    {
        if (style.Role == ParagraphRole.ListItem)
        {
            _list = _list == NoList ? Add(new(StructureKind.List, 0)) : _list;
            return Add(new(StructureKind.ListItem, _list));
        }

        _list = NoList;
        return Add(new(KindOf(style.Role), 0)
        {
            Level = style.OutlineLevel,
            OutlineTitle = style.OutlineLevel > 0 ? PlainText(inlines) : null,
        });
    }

    public int AddFigure(string description)
    {
        _list = NoList;
        return Add(new(StructureKind.Figure, 0, description));
    }

    public int AddTable()
    {
        _list = NoList;
        return Add(new(StructureKind.Table, 0));
    }

    public int AddRow(int table) => Add(new(StructureKind.TableRow, table));

    public int AddCell(int row, bool isHeader, int columnSpan, int rowSpan) =>
        Add(new(isHeader ? StructureKind.TableHeaderCell : StructureKind.TableCell, row) { ColumnSpan = columnSpan, RowSpan = rowSpan });

    public ImmutableArray<StructureElement> Build() => _elements.DrainToImmutable();

    private int Add(StructureElement element)
    {
        _elements.Add(element);
        return _elements.Count - 1;
    }

    private static StructureKind KindOf(ParagraphRole role) =>
        role switch
        {
            ParagraphRole.Title => StructureKind.Title,
            ParagraphRole.Heading => StructureKind.Heading,
            ParagraphRole.Caption => StructureKind.Caption,
            _ => StructureKind.Paragraph,
        };

    private static string PlainText(ImmutableArray<Inline> inlines)
    {
        if (inlines is [TextRun only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(inline switch
            {
                TextRun run => run.Text,
                LineBreak => " ",
                _ => "",
            });
        }

        return text.ToString();
    }
}
