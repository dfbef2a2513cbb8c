using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PiiDocs.Core;

namespace PiiDocs.Addin;

/// <summary>Holds a manifest to the rules by which Office loads or does not load it; Microsoft's own check needs the internet.</summary>
public sealed partial class ManifestCheck
{
    private const int LongestId = 32;
    private const int LongestShortText = 125;
    private const int LongestLongText = 250;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;

    private ManifestCheck(SourceText source, DiagnosticBag diagnostics) => (_source, _diagnostics) = (source, diagnostics);

    /// <param name="source">The manifest.</param>
    /// <param name="icons">Gives the bytes of the icon at a path below the manifest's own address; null where there is none, or none can be looked at.</param>
    /// <param name="diagnostics">Takes PD77xx, with lines and columns.</param>
    public static void Run(SourceText source, Func<string, byte[]?>? icons, DiagnosticBag diagnostics)
    {
        var check = new ManifestCheck(source, diagnostics);
        if (check.Load() is not { Root: { } root })
        {
            return;
        }

        if (root.Name != ManifestNames.Office + "OfficeApp" || (string?)root.Attribute(ManifestNames.Instance + "type") != "TaskPaneApp")
        {
            diagnostics.Add(ManifestErrors.NotAManifest(check.At(root)));
            return;
        }

        check.CheckOrder(root);
        check.CheckValues(root);
        check.CheckAddresses(root);
        check.CheckTexts(root);
        check.CheckResources(root);
        if (icons is not null)
        {
            check.CheckIcons(root, icons);
        }
    }

    private XDocument? Load()
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(_source.Text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            var offset = _source.OffsetOf(new(Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition)));
            _diagnostics.Add(ManifestErrors.NotXml(new(_source, new(offset, 0))));
            return null;
        }
    }

    private void CheckOrder(XElement parent)
    {
        var rules = ElementOrder.Of(parent.Name);
        var reached = 0;
        foreach (var child in parent.Elements())
        {
            var place = FindRule(rules, child.Name);
            if (place < 0)
            {
                _diagnostics.Add(ManifestErrors.UnknownElement(At(child), child.Name.LocalName, parent.Name.LocalName));
                continue;
            }

            if (place < reached)
            {
                _diagnostics.Add(ManifestErrors.OutOfOrder(At(child), child.Name.LocalName, rules[reached].Name.LocalName));
            }

            if (!rules[place].MayRepeat && child.ElementsBeforeSelf(child.Name).Any())
            {
                _diagnostics.Add(ManifestErrors.Twice(At(child), child.Name.LocalName));
            }

            reached = Math.Max(reached, place);
            CheckOrder(child);
        }

        foreach (var rule in rules.Where(rule => rule.IsNeeded && parent.Element(rule.Name) is null))
        {
            _diagnostics.Add(ManifestErrors.Missing(At(parent), rule.Name.LocalName, parent.Name.LocalName));
        }
    }

    private static int FindRule(IReadOnlyList<ChildRule> rules, XName name)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private void CheckValues(XElement root)
    {
        Expect(root.Element(ManifestNames.Office + "Id"), text => Guid.TryParseExact(text, "D", out _), ManifestErrors.BadId);
        Expect(root.Element(ManifestNames.Office + "Version"), text => VersionPattern().IsMatch(text), ManifestErrors.BadVersion);
        Expect(root.Element(ManifestNames.Office + "DefaultLocale"), LocalePattern().IsMatch, at => ManifestErrors.BadValue(at, "zh-CN"));
        Expect(root.Element(ManifestNames.Office + "Permissions"), text => text is "Restricted" or "ReadDocument" or "ReadAllDocument" or "WriteDocument" or "ReadWriteDocument",
            at => ManifestErrors.BadValue(at, "ReadWriteDocument"));
        foreach (var host in root.Descendants(ManifestNames.Office + "Host").Where(host => (string?)host.Attribute("Name") != "Document"))
        {
            _diagnostics.Add(ManifestErrors.BadValue(At(host), "Name=\"Document\""));
        }

        foreach (var host in root.Descendants(ManifestNames.Overrides + "Host").Where(host => (string?)host.Attribute(ManifestNames.Instance + "type") != "Document"))
        {
            _diagnostics.Add(ManifestErrors.BadValue(At(host), "xsi:type=\"Document\""));
        }

        foreach (var set in root.Descendants(ManifestNames.Office + "Set").Where(set => !NumberPattern().IsMatch((string?)set.Attribute("MinVersion") ?? "1.1")))
        {
            _diagnostics.Add(ManifestErrors.BadValue(At(set), "MinVersion=\"1.3\""));
        }

        // A shared runtime and a pane of one's own id do not go together.
        if (root.Descendants(ManifestNames.Overrides + "Runtimes").Any() && root.Descendants(ManifestNames.Overrides + "TaskpaneId").FirstOrDefault() is { } pane)
        {
            _diagnostics.Add(ManifestErrors.PaneOfSharedRuntime(At(pane)));
        }
    }

    private void Expect(XElement? element, Func<string, bool> isRight, Func<SourceLocation, Diagnostic> complaint)
    {
        if (element is not null && !isRight(element.Value))
        {
            _diagnostics.Add(complaint(At(element)));
        }
    }

    private void CheckAddresses(XElement root)
    {
        var named = root.Descendants().Where(each => each.Name.LocalName is "IconUrl" or "HighResolutionIconUrl" or "SupportUrl" or "SourceLocation" or "Url" || IsImageResource(each));
        foreach (var (element, value) in named.SelectMany(ValuesOf).Concat(root.Descendants(ManifestNames.Office + "AppDomain").Select(each => (each, each.Value))))
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            {
                _diagnostics.Add(ManifestErrors.NotHttps(At(element)));
            }
        }
    }

    private static bool IsImageResource(XElement element) => element.Name == ManifestNames.Types + "Image" && element.Attribute("id") is not null;

    /// <summary>The value of an element and those of its translations.</summary>
    private static IEnumerable<(XElement Element, string Value)> ValuesOf(XElement element) =>
        element.Attribute("DefaultValue") is { } own
            ? element.Elements().Where(child => child.Name.LocalName == "Override").Select(child => (child, (string?)child.Attribute("Value") ?? "")).Prepend((element, own.Value))
            : [];

    private void CheckTexts(XElement root)
    {
        foreach (var element in root.Descendants())
        {
            int? longest = element.Name.LocalName switch
            {
                "DisplayName" => LongestShortText,
                "Description" when element.Name.Namespace == ManifestNames.Office => LongestLongText,
                "String" when element.Parent!.Name.LocalName == "ShortStrings" => LongestShortText,
                "String" => LongestLongText,
                _ => null,
            };
            foreach (var (each, value) in longest is null ? [] : ValuesOf(element))
            {
                if (value.Length == 0 || value.Length > longest)
                {
                    _diagnostics.Add(ManifestErrors.WrongLength(At(each), longest.GetValueOrDefault()));
                }
            }
        }
    }

    private void CheckResources(XElement root)
    {
        var resources = root.Descendants().Where(each => each.Name.Namespace == ManifestNames.Types && each.Attribute("id") is not null).ToList();
        var ids = resources.Concat(root.Descendants().Where(each => each.Name.Namespace == ManifestNames.Overrides && each.Name.LocalName is "Group" or "Control" or "CustomTab"));
        foreach (var same in ids.GroupBy(each => (string?)each.Attribute("id") ?? "", StringComparer.Ordinal))
        {
            foreach (var again in same.Skip(1))
            {
                _diagnostics.Add(ManifestErrors.DoubleId(At(again), same.Key));
            }

            if (same.Key.Length is 0 or > LongestId && resources.Contains(same.First()))
            {
                _diagnostics.Add(ManifestErrors.WrongLength(At(same.First()), LongestId));
            }
        }

        var known = resources.Select(each => (string)each.Attribute("id")!).ToHashSet(StringComparer.Ordinal);
        var asked = root.Descendants().Where(each => each.Attribute("resid") is not null).ToList();
        foreach (var each in asked.Where(each => !known.Contains((string)each.Attribute("resid")!)))
        {
            _diagnostics.Add(ManifestErrors.NoSuchResource(At(each), (string)each.Attribute("resid")!));
        }

        var used = asked.Select(each => (string)each.Attribute("resid")!).ToHashSet(StringComparer.Ordinal);
        foreach (var each in resources.Where(each => !used.Contains((string)each.Attribute("id")!)))
        {
            _diagnostics.Add(ManifestErrors.UnusedResource(At(each), (string)each.Attribute("id")!));
        }
    }

    private void CheckIcons(XElement root, Func<string, byte[]?> icons)
    {
        var images = root.Descendants(ManifestNames.Types + "Image").Where(IsImageResource).ToDictionary(each => (string)each.Attribute("id")!, each => each, StringComparer.Ordinal);
        foreach (var icon in root.Descendants(ManifestNames.Overrides + "Icon"))
        {
            foreach (var size in new[] { 16, 32, 80 }.Where(size => !icon.Elements().Any(image => (string?)image.Attribute("size") == size.ToString(CultureInfo.InvariantCulture))))
            {
                _diagnostics.Add(ManifestErrors.IconSizeMissing(At(icon), size));
            }

            foreach (var image in icon.Elements().Where(image => images.ContainsKey((string?)image.Attribute("resid") ?? "")))
            {
                CheckIcon(images[(string)image.Attribute("resid")!], (int?)image.Attribute("size") ?? 0, icons);
            }
        }

        foreach (var (name, size) in new[] { ("IconUrl", 32), ("HighResolutionIconUrl", 64) })
        {
            if (root.Element(ManifestNames.Office + name) is { } icon)
            {
                CheckIcon(icon, size, icons);
            }
        }
    }

    private void CheckIcon(XElement icon, int size, Func<string, byte[]?> icons)
    {
        if (!Uri.TryCreate((string?)icon.Attribute("DefaultValue"), UriKind.Absolute, out var address))
        {
            return;
        }

        if (icons(address.AbsolutePath.TrimStart('/')) is not { } content)
        {
            _diagnostics.Add(ManifestErrors.IconMissing(At(icon), address.AbsolutePath));
        }
        else if (PngSize.Of(content) != (size, size))
        {
            _diagnostics.Add(ManifestErrors.WrongIconSize(At(icon), size));
        }
    }

    private SourceLocation At(XElement element)
    {
        var place = (IXmlLineInfo)element;

        // The reader's column is that of the name, behind the bracket.
        var offset = _source.OffsetOf(new(place.LineNumber, Math.Max(1, place.LinePosition - 1)));
        var name = element.Name.LocalName.Length + 1;
        return new(_source, new(offset, Math.Min(name, _source.Text.Length - offset)));
    }

    [GeneratedRegex(@"\A[0-9]{1,5}(\.[0-9]{1,5}){3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalePattern();

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
