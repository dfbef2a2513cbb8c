namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Gathers the strings and names of objects: properties, outlines, notes, form fields, scripts, alternative texts.</summary>
internal sealed class PdfStrings(PdfObjects objects, string part)
{
    private const int Deepest = 40;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public TextPart Texts { get; } = new(part);

    public TextPart Names { get; } = new(part);

    public void Read(PdfObject value) =>
        Walk(value.Value, "", new(objects.IsOld(value) ? PartKind.Revision : null, new(UnitKind.PdfObject, value.Number)), 0);

    public void Read(PdfDictionary trailer) => Walk(trailer, "", new(null, PlaceUnit.Whole), 0);

    private void Walk(PdfValue value, string key, Where where, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        switch (value)
        {
            case PdfString text when key is not ("ID" or "O" or "U" or "OE" or "UE" or "Perms"):
                var kind = where.Kind ?? KindOf(key, null);
                Texts.Add(key == "URI" ? Uri.UnescapeDataString(text.Text) : text.Text, kind, where.Unit);
                break;
            case PdfName name:
                AddName(name.Value, where.Unit);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Walk(item, key, where, depth + 1);
                }

                break;
            case PdfDictionary dictionary:
                WalkMembers(dictionary, where, depth);
                break;
            default:
                break;
        }
    }

    private void WalkMembers(PdfDictionary dictionary, Where where, int depth)
    {
        foreach (var (name, member) in dictionary.Members)
        {
            AddName(name, where.Unit);
            if (name == "Contents" && dictionary.Find("ByteRange") is not null)
            {
                continue; // A signature.
            }

            Walk(member, name, member is PdfString && where.Kind is null ? where with { Kind = KindOf(name, dictionary) } : where, depth + 1);
        }
    }

    private void AddName(string name, PlaceUnit unit)
    {
        if (name.Length >= 2 && _names.Count < 100_000 && _names.Add(name))
        {
            Names.Add(name, PartKind.Attribute, unit);
        }
    }

    private static PartKind KindOf(string key, PdfDictionary? owner) => key switch
    {
        "Alt" or "ActualText" or "E" => PartKind.AlternativeText,
        "JS" => PartKind.Script,
        "URI" => PartKind.Hyperlink,
        "F" or "UF" or "Desc" => PartKind.FileName,
        "V" or "DV" or "TU" or "TM" or "Opt" => PartKind.FormField,
        "T" => owner?.Find("FT") is null ? PartKind.Annotation : PartKind.FormField,
        "Contents" or "RC" or "Subj" => PartKind.Annotation,
        "Title" when owner?.Find("Parent") is not null => PartKind.Outline,
        "Title" or "Author" or "Subject" or "Keywords" or "Creator" or "Producer" => PartKind.Property,
        _ => PartKind.Metadata,
    };

    private readonly record struct Where(PartKind? Kind, PlaceUnit Unit);
}
