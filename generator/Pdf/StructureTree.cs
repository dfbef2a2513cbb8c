using System.Collections.Immutable;
using System.Diagnostics;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Ties what is drawn to what it is: tags for readers that read aloud or reflow (PDF 1.7, 14.7 and 14.8).</summary>
internal sealed class StructureTree(PdfFile file, ImmutableArray<StructureElement> elements)
{
    private readonly List<Content>[] _contents = [.. elements.Select(_ => new List<Content>())];
    private readonly List<PageMarks> _pages = [];
    private readonly PdfReference[] _references = [.. elements.Select(_ => file.Reserve())];

    public PdfReference Root { get; } = file.Reserve();

    /// <summary>Starts a page; returns its key in the parent tree.</summary>
    public int BeginPage(PdfReference page)
    {
        _pages.Add(new(page, []));
        return _pages.Count - 1;
    }

    /// <summary>The number the next content of an element has on the page.</summary>
    public int Mark(int element)
    {
        var page = _pages[^1];
        page.Owners.Add(element);
        _contents[element].Add(new(page.Page, page.Owners.Count - 1));
        return page.Owners.Count - 1;
    }

    /// <summary>The name of an element's type in the file.</summary>
    public string TagOf(int element) => elements[element] switch
    {
        { Kind: StructureKind.Document } => "Document",
        { Kind: StructureKind.Title } => "Title",
        { Kind: StructureKind.Heading, Level: var level } => $"H{Math.Clamp(level, 1, 6)}",
        { Kind: StructureKind.Paragraph } => "P",
        { Kind: StructureKind.List } => "L",
        { Kind: StructureKind.ListItem } => "LI",
        { Kind: StructureKind.Table } => "Table",
        { Kind: StructureKind.TableRow } => "TR",
        { Kind: StructureKind.TableHeaderCell } => "TH",
        { Kind: StructureKind.TableCell } => "TD",
        { Kind: StructureKind.Caption } => "Caption",
        { Kind: StructureKind.Figure } => "Figure",
        var other => throw new UnreachableException($"no tag for {other.Kind}"),
    };

    public void Write()
    {
        var bodies = elements.Select(element => element.Kind == StructureKind.ListItem ? file.Reserve() : (PdfReference?)null).ToArray();
        var children = Enumerable.Range(0, elements.Length).ToLookup(index => elements[index].Parent);
        for (var index = 0; index < elements.Length; index++)
        {
            var element = index;
            var kids = children[element].Select(child => _references[child]).ToList();
            file.Add(_references[element], output => WriteElement(output, element, kids, bodies[element]));
            if (bodies[element] is { } body)
            {
                file.Add(body, output =>
                {
                    output.Text($"<</S/LBody/P {_references[element]}");
                    WriteKids(output, _contents[element], kids);
                    output.Text(">>");
                });
            }
        }

        WriteRoot([.. children[-1].Select(index => _references[index])], bodies);
    }

    private void WriteElement(PdfBuffer output, int index, List<PdfReference> kids, PdfReference? body)
    {
        var element = elements[index];
        var parent = element.Parent < 0 ? Root : _references[element.Parent];
        output.Text($"<</S/{TagOf(index)}/P {parent}");
        if (element.AlternativeText is { } alternative)
        {
            output.Text("/Alt ");
            output.TextString(alternative);
        }

        if (element.Kind == StructureKind.TableHeaderCell || element.ColumnSpan > 1 || element.RowSpan > 1)
        {
            output.Text("/A<</O/Table");
            output.Text(element.Kind == StructureKind.TableHeaderCell ? "/Scope/Column" : "");
            output.Text(element.RowSpan > 1 ? $"/RowSpan {element.RowSpan}" : "");
            output.Text(element.ColumnSpan > 1 ? $"/ColSpan {element.ColumnSpan}>>" : ">>");
        }

        if (body is { } list)
        {
            output.Text($"/K[{list}]");
        }
        else
        {
            WriteKids(output, _contents[index], kids);
        }

        output.Text(">>");
    }

    // Content on the element's own page is a bare number; on another, it names the page.
    private static void WriteKids(PdfBuffer output, List<Content> contents, List<PdfReference> kids)
    {
        if (contents.Count + kids.Count == 0)
        {
            return;
        }

        if (contents.Count > 0)
        {
            output.Text($"/Pg {contents[0].Page}");
        }

        output.Text("/K[");
        foreach (var content in contents)
        {
            if (content.Page == contents[0].Page)
            {
                output.Text($"{content.Number} ");
            }
            else
            {
                output.Text($"<</Type/MCR/Pg {content.Page}/MCID {content.Number}>>");
            }
        }

        foreach (var kid in kids)
        {
            output.Text($"{kid} ");
        }

        output.Text("]");
    }

    private void WriteRoot(List<PdfReference> top, PdfReference?[] bodies)
    {
        var parents = file.Add(output =>
        {
            output.Text("<</Nums[");
            for (var page = 0; page < _pages.Count; page++)
            {
                output.Text($"{page}[");
                foreach (var owner in _pages[page].Owners)
                {
                    output.Text($"{bodies[owner] ?? _references[owner]} ");
                }

                output.Text("]");
            }

            output.Text("]>>");
        });
        file.Add(Root, output =>
        {
            output.Text("<</Type/StructTreeRoot/RoleMap<</Title/H1>>/K[");
            foreach (var reference in top)
            {
                output.Text($"{reference} ");
            }

            output.Text($"]/ParentTree {parents}/ParentTreeNextKey {_pages.Count}>>");
        });
    }

    private readonly record struct Content(PdfReference Page, int Number);

    /// <param name="Page">The page.</param>
    /// <param name="Owners">The element of each marked content, by its number.</param>
    private sealed record PageMarks(PdfReference Page, List<int> Owners);
}
