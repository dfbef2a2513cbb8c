namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Reads the pages of every revision, and content that no page shows any more.</summary>
internal sealed class PdfPages(PdfObjects objects, ScannedFile file, ScanSession session)
{
    private const int FewCharacters = 4;
    private const int DeepestForm = 12;
    private const int MostParents = 64;
    private const int MostRevisions = 64;

    private readonly HashSet<PdfObject> _read = [];
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<(PdfObject Font, int Revision), PdfFont> _fonts = [];
    private readonly Lazy<PdfDictionary> _allResources = new(() => AllResources(objects));
    private readonly TextPart _texts = new(file.PartName(""));

    public bool HasRead(PdfObject stream) => _read.Contains(stream);

    public void Read()
    {
        var numbers = PageNumbers();
        foreach (var page in objects.All.Where(each => each.Dictionary.Name("Type") == "Page").Reverse().ToList())
        {
            // The same page may have drawn other contents before the file was saved again.
            var oldest = Math.Max(page.Revision, objects.LastRevision - MostRevisions);
            for (var revision = objects.LastRevision; revision >= oldest; revision--)
            {
                if (ReferenceEquals(objects.Find(page.Number, revision), page) || revision == oldest)
                {
                    ReadPage(page, revision, numbers.GetValueOrDefault(page.Number));
                }
            }
        }

        session.Search(_texts, isLast: true);
    }

    /// <summary>Reads a stream that no page shows, if it draws text; fonts are taken from wherever the file names them.</summary>
    public bool TryReadContent(PdfObject stream, byte[] content)
    {
        if (content.AsSpan().IndexOf("BT"u8) < 0 || (content.AsSpan().IndexOf("Tj"u8) < 0 && content.AsSpan().IndexOf("TJ"u8) < 0 && content.AsSpan().IndexOf("'"u8) < 0))
        {
            return false;
        }

        _read.Add(stream);
        var text = new PdfPageText();
        var resources = stream.Dictionary.Find("Resources") is { } own ? objects.Dictionary(own, stream.Revision) : _allResources.Value;
        new PdfContent(new Resources(this, resources, stream.Revision, 0), text).Run(content, PdfMatrix.Identity);
        text.WriteTo(_texts, new(UnitKind.PdfObject, stream.Number), objects.IsOld(stream) ? PartKind.Revision : PartKind.Annotation);
        session.Search(_texts, isLast: true);
        return true;
    }

    private void ReadPage(PdfObject page, int revision, int number)
    {
        var streams = ContentsOf(page, revision);
        if (streams.Count > 0 && !_seen.Add(string.Join(',', streams.Select(stream => stream.Index))))
        {
            return;
        }

        var text = new PdfPageText();
        using var joined = new MemoryStream();
        foreach (var stream in streams)
        {
            _read.Add(stream);
            joined.Write(objects.Content(stream));
            joined.WriteByte((byte)'\n');
        }

        var resources = objects.Dictionary(Inherited(page, "Resources", revision), revision);
        new PdfContent(new Resources(this, resources, revision, 0), text).Run(joined.ToArray(), PdfMatrix.Identity);
        var unit = number > 0 ? new PlaceUnit(UnitKind.Page, number) : new(UnitKind.PdfObject, page.Number);
        var isOld = number == 0 || objects.IsOld(page) || streams.Exists(objects.IsOld);
        text.WriteTo(_texts, unit, isOld ? PartKind.Revision : PartKind.Body);
        session.Search(_texts, isLast: false);
        if (text.IsUnclear)
        {
            session.Report(_texts.Part, ObstacleReason.UnknownGlyphs, unit);
        }
        else if (text.HasPicture && text.Characters < FewCharacters)
        {
            session.Report(_texts.Part, ObstacleReason.Picture, unit);
        }
    }

    private List<PdfObject> ContentsOf(PdfObject page, int revision)
    {
        var contents = page.Dictionary.Find("Contents");
        var references = contents is PdfReference single && objects.Resolve(single, revision) is not PdfArray
            ? [single]
            : (objects.Resolve(contents, revision) as PdfArray)?.Items.OfType<PdfReference>() ?? [];
        return [.. references.Select(reference => objects.Find(reference.Number, revision)).OfType<PdfObject>().Where(each => each.Raw is not null)];
    }

    private PdfValue? Inherited(PdfObject page, string key, int revision)
    {
        var dictionary = page.Dictionary;
        for (var i = 0; i < MostParents; i++)
        {
            if (dictionary.Find(key) is { } value)
            {
                return value;
            }

            dictionary = objects.Dictionary(dictionary.Find("Parent"), revision);
        }

        return null;
    }

    /// <summary>Page numbers of the file as it is now, by object.</summary>
    private Dictionary<int, int> PageNumbers()
    {
        var numbers = new Dictionary<int, int>();
        var seen = new HashSet<int>();
        var root = objects.Trailers.Select(trailer => trailer.Find("Root")).LastOrDefault(found => found is PdfReference);
        var open = new Stack<PdfValue>();
        if (objects.Dictionary(root, objects.LastRevision).Find("Pages") is { } pages)
        {
            open.Push(pages);
        }

        while (open.TryPop(out var node))
        {
            if (node is not PdfReference reference || !seen.Add(reference.Number))
            {
                continue;
            }

            var dictionary = objects.Dictionary(reference, objects.LastRevision);
            if (objects.Resolve(dictionary.Find("Kids"), objects.LastRevision) is PdfArray kids)
            {
                foreach (var kid in kids.Items.AsEnumerable().Reverse())
                {
                    open.Push(kid);
                }
            }
            else
            {
                numbers.TryAdd(reference.Number, numbers.Count + 1);
            }
        }

        return numbers;
    }

    private static PdfDictionary AllResources(PdfObjects objects)
    {
        var fonts = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        foreach (var each in objects.All)
        {
            var own = objects.Dictionary(each.Dictionary.Find("Resources"), each.Revision);
            foreach (var (name, font) in objects.Dictionary(own.Find("Font") ?? each.Dictionary.Find("Font"), each.Revision).Members)
            {
                fonts[name] = font;
            }
        }

        return new(new() { ["Font"] = new PdfDictionary(fonts) });
    }

    private PdfFont FontOf(PdfValue? value, int revision)
    {
        if (value is not PdfReference reference || objects.Find(reference.Number, revision) is not { } found)
        {
            return PdfFont.Read(objects.Dictionary(value, revision), objects, revision);
        }

        return _fonts.TryGetValue((found, revision), out var font)
            ? font
            : _fonts[(found, revision)] = PdfFont.Read(found.Dictionary, objects, revision);
    }

    private sealed class Resources(PdfPages pages, PdfDictionary own, int revision, int depth) : IPdfResources
    {
        public PdfObjects Objects => pages.Objects;

        public PdfFont? Font(string name) =>
            Entry("Font", name) is { } font ? pages.FontOf(font, revision) : null;

        public PdfDictionary? Properties(string name) =>
            Entry("Properties", name) is { } value ? Objects.Dictionary(value, revision) : null;

        public void Draw(string name, PdfMatrix place, PdfPageText page)
        {
            if (Entry("XObject", name) is not PdfReference reference || Objects.Find(reference.Number, revision) is not { } form)
            {
                return;
            }

            if (form.Dictionary.Name("Subtype") == "Image")
            {
                page.HasPicture = true;
                return;
            }

            if (depth < DeepestForm && page.MayRun() && Objects.Content(form) is { } content)
            {
                pages._read.Add(form);
                var resources = form.Dictionary.Find("Resources") is { } inner ? Objects.Dictionary(inner, revision) : own;
                new PdfContent(new Resources(pages, resources, revision, depth + 1), page).Run(content, MatrixOf(form).Then(place));
            }
        }

        private PdfValue? Entry(string kind, string name) => Objects.Dictionary(own.Find(kind), revision).Find(name);

        private PdfMatrix MatrixOf(PdfObject form) =>
            Objects.Items(form.Dictionary.Find("Matrix"), revision).OfType<PdfNumber>().ToList() is [var a, var b, var c, var d, var x, var y]
                ? new(a.Value, b.Value, c.Value, d.Value, x.Value, y.Value)
                : PdfMatrix.Identity;
    }

    private PdfObjects Objects => objects;
}
