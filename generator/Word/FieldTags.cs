using System.Globalization;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word;

/// <summary>The tags of one document's content controls, and the custom XML part that leads from them to the fields.</summary>
/// <remarks>
/// Word cuts a tag at 64 characters: a longer path is tagged by its hash. The part holds the hash of each control's text,
/// so that a later refresh can tell what was edited in Word, and the hashes of the paragraphs' skeletons, so that it can tell
/// what else was; of the text itself it holds nothing but what a picture was drawn from. And it lists the controls in order,
/// because some editors (LibreOffice 7) keep a control but drop its tag. The blocks (a paragraph, or a row of a table) say how
/// many of both lists belong together: by them a refresh knows what can be taken out or put in as a whole.
/// </remarks>
internal sealed class FieldTags
{
    private readonly Dictionary<FieldPath, (Entry Entry, string Text)> _byPath = [];
    private readonly List<Entry> _entries = [];
    private readonly StringBuilder _controls = new();
    private readonly StringBuilder _paragraphs = new();
    private readonly StringBuilder _blocks = new();
    private int _derived;
    private bool _isInRow;
    private int _blockParagraphs;
    private int _blockControls;

    public Skeleton Skeleton { get; } = new();

    /// <summary>The tag of the next control; the text is what the document shows in it.</summary>
    public string TagOf(Origin origin, string text)
    {
        var entry = (origin.Verbatim ? FieldEntry(origin.Fields[0], text) : null) ?? DerivedEntry(origin, text);
        _controls.Append(_controls.Length == 0 ? "" : " ").Append(entry.Number);
        _blockControls++;
        Skeleton.AddControl(entry.Key);
        return entry.Tag;
    }

    /// <summary>Ends the paragraph whose text and controls were told.</summary>
    public void EndParagraph()
    {
        if (Skeleton.End() is { } hash)
        {
            _paragraphs.Append(_paragraphs.Length == 0 ? "" : " ").Append(hash);
            _blockParagraphs++;
        }

        if (!_isInRow)
        {
            EndBlock();
        }
    }

    /// <summary>The paragraphs until <see cref="EndRow"/> are one row of a table.</summary>
    public void BeginRow() => _isInRow = true;

    public void EndRow()
    {
        _isInRow = false;
        EndBlock();
    }

    // What shows nothing is no block.
    private void EndBlock()
    {
        if (_blockParagraphs > 0)
        {
            _blocks.Append(_blocks.Length == 0 ? "" : " ").Append(BlockCounts.Word(_blockParagraphs, _blockControls));
        }

        (_blockParagraphs, _blockControls) = (0, 0);
    }

    public void Write(DocumentInfo info, StyleSheet styles, WordFigures figures, PartWriter xml)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("document", WordNames.Fields);
        xml.WriteAttributeString("type", info.TypeId);
        xml.WriteAttributeString("case", info.CaseId);
        xml.WriteAttributeString("audience", info.Audience);
        xml.WriteAttributeString("style", styles.Name);
        xml.WriteAttributeString("templateVersion", info.Stamp.TemplateVersion);
        xml.WriteAttributeString("templateHash", info.Stamp.TemplateHash);
        xml.WriteAttributeString("caseHash", info.Stamp.CaseHash);
        xml.WriteAttributeString("engineVersion", info.Stamp.EngineVersion);
        xml.WriteAttributeString("controls", _controls.ToString());
        xml.WriteAttributeString("paragraphs", _paragraphs.ToString());
        xml.WriteAttributeString("blocks", _blocks.ToString());
        foreach (var entry in _entries)
        {
            entry.Write(xml);
        }

        figures.Write(xml);
        xml.WriteEndElement();
    }

    // A value that a second place shows otherwise (lines run together) is its value there no more, and derived like any other.
    private Entry? FieldEntry(FieldPath path, string text)
    {
        if (_byPath.TryGetValue(path, out var known))
        {
            return known.Text == text ? known.Entry : null;
        }

        var tag = ControlTag.Of(path);
        var entry = new Entry(_entries.Count, tag, tag, path.Value, Fingerprint.OfText(text)) { Length = text.Length };
        _byPath.Add(path, (entry, text));
        _entries.Add(entry);
        return entry;
    }

    // Every derived text has a tag of its own: two of one kind may have to become two different texts.
    private Entry DerivedEntry(Origin origin, string text)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"{WordNames.DerivedPrefix}{_derived++}");
        var fields = string.Join(WordNames.FieldSeparator, origin.Fields.Select(field => field.Value));
        var entry = new Entry(_entries.Count, tag, KeyOf(origin.Template, fields), fields, Fingerprint.OfText(text)) { IsDerived = true, Length = text.Length };
        _entries.Add(entry);
        return entry;
    }

    // The file's name and not its path: the key is the same wherever the templates lie.
    private static string KeyOf(SourceLocation? template, string fields)
    {
        var path = template?.Source.Path ?? "";
        var place = string.Create(CultureInfo.InvariantCulture, $"{path[(path.LastIndexOf('/') + 1)..]}@{template?.Span.Start}\n{fields}");
        return ContentHash.Of(place, 4);
    }

    /// <param name="Number">Its place among the entries, by which the list of controls names it.</param>
    /// <param name="Tag">The tag.</param>
    /// <param name="Key">What stands there, whatever its text.</param>
    /// <param name="Fields">The path of the field; of derived text, all of them.</param>
    /// <param name="Hash">Of the text.</param>
    private sealed record Entry(int Number, string Tag, string Key, string Fields, string Hash)
    {
        public bool IsDerived { get; init; }

        public int Length { get; init; }

        public void Write(PartWriter xml)
        {
            xml.WriteStartElement(IsDerived ? WordNames.DerivedElement : WordNames.FieldElement, WordNames.Fields);
            xml.WriteAttributeString("tag", Tag);
            if (IsDerived)
            {
                xml.WriteAttributeString("key", Key);
            }

            xml.WriteAttributeString("path", Fields);
            xml.WriteAttributeString("hash", Hash);
            xml.WriteAttributeString("length", Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }
}
