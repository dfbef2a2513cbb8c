using System.Globalization;
using System.Xml.Linq;
using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>Leads from the content controls of a file back to the fields of the case.</summary>
internal sealed class DocxFields
{
    /// <summary>Stands for the field of a control that is ours but leads nowhere any more.</summary>
    public static readonly FieldPath Unknown = new("");

    private readonly Dictionary<string, FieldPath> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, FieldPath> _untagged = [];

    /// <param name="part">Our custom XML part; null where the file has none.</param>
    /// <param name="body">The body whose controls are asked for.</param>
    public DocxFields(XElement? part, XElement body)
    {
        var paths = new List<FieldPath>();
        foreach (var field in part?.Elements() ?? [])
        {
            if ((string?)field.Attribute("tag") is { } tag && (string?)field.Attribute("path") is { } path)
            {
                paths.Add(new(path));
                _byTag.TryAdd(tag, paths[^1]);
            }
        }

        MatchUntagged(((string?)part?.Attribute("controls") ?? "").Split(' '), paths, body);
    }

    /// <summary>The field; <see cref="Unknown"/> where it got lost; null where the control is not ours.</summary>
    public FieldPath? PathOf(XElement control)
    {
        if (TagOf(control) is not { } tag)
        {
            return _untagged.TryGetValue(control, out var path) ? path : null;
        }

        if (!tag.StartsWith(WordNames.TagPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        // Where the part that leads from tags to paths got lost, a short tag is the path all the same.
        var name = tag[WordNames.TagPrefix.Length..];
        return _byTag.TryGetValue(tag, out var known) ? known
            : name.Length > 0 && name[0] != '#' ? FieldPath.Root.Member(name)
            : Unknown;
    }

    // An editor that drops tags drops all of them: then the controls are known by their order, if all are still there.
    private void MatchUntagged(string[] controls, List<FieldPath> paths, XElement body)
    {
        var untagged = body.Descendants(Xml.W + "sdt").Where(control => TagOf(control) is null).ToList();
        if (untagged.Count != controls.Length)
        {
            return;
        }

        for (var i = 0; i < untagged.Count; i++)
        {
            if (int.TryParse(controls[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < paths.Count)
            {
                _untagged.Add(untagged[i], paths[number]);
            }
        }
    }

    private static string? TagOf(XElement control) =>
        Xml.Value(control.Element(Xml.W + "sdtPr")?.Element(Xml.W + "tag"), "val");
}
