using System.Security.Cryptography;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>The tags of one document's content controls, and the custom XML part that leads from them to the fields.</summary>
/// <remarks>
/// Word cuts a tag at 64 characters: a longer path is tagged by its hash. The part holds the hash of each field's text
/// too, so that a later refresh can tell what was edited in Word; of the text itself it holds nothing but what a picture
/// was drawn from. And it lists the
/// controls in order, because some editors (LibreOffice 7) keep a control but drop its tag.
/// </remarks>
internal sealed class FieldTags
{
    /// <summary>What Word's dialog accepts for a tag or a title.</summary>
    public const int LongestTag = 64;

    private readonly Dictionary<FieldPath, Entry> _byPath = [];
    private readonly StringBuilder _controls = new();

    /// <summary>The tag of the next control, for a field; the text is what the document shows for it.</summary>
    public string TagOf(FieldPath path, string text)
    {
        if (!_byPath.TryGetValue(path, out var entry))
        {
            entry = new(TagFor(path), HashOf(text), _byPath.Count);
            _byPath.Add(path, entry);
        }

        _controls.Append(_controls.Length == 0 ? "" : " ").Append(entry.Number);
        return entry.Tag;
    }

    public static string HashOf(string text) => Hash(text)[..16];

    public void Write(DocumentInfo info, StyleSheet styles, WordFigures figures, PartWriter xml)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("document", WordNames.Fields);
        xml.WriteAttributeString("type", info.TypeId);
        xml.WriteAttributeString("case", info.CaseId);
        xml.WriteAttributeString("style", styles.Name);
        xml.WriteAttributeString("templateVersion", info.Stamp.TemplateVersion);
        xml.WriteAttributeString("templateHash", info.Stamp.TemplateHash);
        xml.WriteAttributeString("caseHash", info.Stamp.CaseHash);
        xml.WriteAttributeString("engineVersion", info.Stamp.EngineVersion);
        xml.WriteAttributeString("controls", _controls.ToString());
        foreach (var (path, entry) in _byPath)
        {
            xml.WriteStartElement("field", WordNames.Fields);
            xml.WriteAttributeString("tag", entry.Tag);
            xml.WriteAttributeString("path", path.Value);
            xml.WriteAttributeString("hash", entry.Hash);
            xml.WriteEndElement();
        }

        figures.Write(xml);
        xml.WriteEndElement();
    }

    private static string TagFor(FieldPath path)
    {
        var name = path.Value.StartsWith("$.", StringComparison.Ordinal) ? path.Value[2..] : path.Value;
        return WordNames.TagPrefix.Length + name.Length <= LongestTag
            ? WordNames.TagPrefix + name
            : WordNames.TagPrefix + "#" + Hash(path.Value)[..32];
    }

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }

    private readonly record struct Entry(string Tag, string Hash, int Number);
}
