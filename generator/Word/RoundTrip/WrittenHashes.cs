using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>The hashes in our custom XML part, brought up to date with what a refresh wrote.</summary>
/// <param name="part">The root of the part.</param>
internal sealed class WrittenHashes(XElement part)
{
    /// <remarks>
    /// Where a control of the same tag stays in conflict, the old hash stays the first: by it the conflict is known again. So a
    /// second refresh has nothing to do and nothing is forgotten. What a person changed to what the case says now is written too.
    /// </remarks>
    public void Update(ImmutableArray<ControlComparison> controls, string caseHash)
    {
        part.SetAttributeValue("caseHash", caseHash);
        var byTag = controls.ToLookup(each => each.Tag, StringComparer.Ordinal);
        foreach (var entry in DocxFields.EntriesOf(part))
        {
            var same = byTag[(string?)entry.Attribute("tag") ?? ""].ToList();
            if (same.Find(each => each.State is ControlState.Update or ControlState.Same) is not { InCase: { } text }
                || same.Exists(each => each.State == ControlState.Edited))
            {
                continue;
            }

            var hash = Fingerprint.OfText(text);
            var isOpen = same.Exists(each => each.State == ControlState.Conflict);
            entry.SetAttributeValue("length", text.Length);
            entry.SetAttributeValue("hash", isOpen ? string.Join(' ', DocxFields.HashesOf(entry)[0], hash) : hash);
        }
    }
}
