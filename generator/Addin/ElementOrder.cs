using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;

namespace PiiDocs.Addin;

/// <summary>Which elements a manifest has, in which order: Office does not load one that differs.</summary>
/// <remarks>
/// From Microsoft's "manifest element ordering" and [MS-OWEMXML]. A name alone stands once; <c>?</c> at most once, <c>+</c> once or
/// more, <c>*</c> any number of times.
/// </remarks>
internal static class ElementOrder
{
    private static readonly FrozenDictionary<XName, ImmutableArray<ChildRule>> Table = new Dictionary<XName, ImmutableArray<ChildRule>>
    {
        [ManifestNames.Office + "OfficeApp"] = Children(ManifestNames.Office,
            "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl? SupportUrl? AppDomains? "
            + "Hosts Requirements? DefaultSettings Permissions ov:VersionOverrides?"),
        [ManifestNames.Office + "DisplayName"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "Description"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "IconUrl"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "HighResolutionIconUrl"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "SupportUrl"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "SourceLocation"] = Children(ManifestNames.Office, "Override*"),
        [ManifestNames.Office + "AppDomains"] = Children(ManifestNames.Office, "AppDomain+"),
        [ManifestNames.Office + "Hosts"] = Children(ManifestNames.Office, "Host+"),
        [ManifestNames.Office + "Requirements"] = Children(ManifestNames.Office, "Sets? Methods?"),
        [ManifestNames.Office + "Sets"] = Children(ManifestNames.Office, "Set+"),
        [ManifestNames.Office + "Methods"] = Children(ManifestNames.Office, "Method+"),
        [ManifestNames.Office + "DefaultSettings"] = Children(ManifestNames.Office, "SourceLocation RequestedWidth? RequestedHeight?"),
        [ManifestNames.Overrides + "VersionOverrides"] = Children(ManifestNames.Overrides, "Description? Requirements? Hosts Resources"),
        [ManifestNames.Overrides + "Hosts"] = Children(ManifestNames.Overrides, "Host+"),
        [ManifestNames.Overrides + "Host"] = Children(ManifestNames.Overrides, "Runtimes? DesktopFormFactor"),
        [ManifestNames.Overrides + "Runtimes"] = Children(ManifestNames.Overrides, "Runtime+"),
        [ManifestNames.Overrides + "DesktopFormFactor"] = Children(ManifestNames.Overrides, "GetStarted? FunctionFile? ExtensionPoint+"),
        [ManifestNames.Overrides + "GetStarted"] = Children(ManifestNames.Overrides, "Title Description LearnMoreUrl"),
        [ManifestNames.Overrides + "ExtensionPoint"] = Children(ManifestNames.Overrides, "OfficeTab* CustomTab*"),
        [ManifestNames.Overrides + "OfficeTab"] = Children(ManifestNames.Overrides, "Group+"),
        [ManifestNames.Overrides + "CustomTab"] = Children(ManifestNames.Overrides, "Group+ Label"),
        [ManifestNames.Overrides + "Group"] = Children(ManifestNames.Overrides, "Label Icon Control+"),
        [ManifestNames.Overrides + "Control"] = Children(ManifestNames.Overrides, "Label Supertip Icon Action"),
        [ManifestNames.Overrides + "Supertip"] = Children(ManifestNames.Overrides, "Title Description"),
        [ManifestNames.Overrides + "Icon"] = Children(ManifestNames.Types, "Image+"),
        [ManifestNames.Overrides + "Action"] = Children(ManifestNames.Overrides, "TaskpaneId? SourceLocation? FunctionName?"),
        [ManifestNames.Overrides + "Resources"] = Children(ManifestNames.Types, "Images? Urls? ShortStrings? LongStrings?"),
        [ManifestNames.Types + "Images"] = Children(ManifestNames.Types, "Image+"),
        [ManifestNames.Types + "Urls"] = Children(ManifestNames.Types, "Url+"),
        [ManifestNames.Types + "ShortStrings"] = Children(ManifestNames.Types, "String+"),
        [ManifestNames.Types + "LongStrings"] = Children(ManifestNames.Types, "String+"),
        [ManifestNames.Types + "Image"] = Children(ManifestNames.Types, "Override*"),
        [ManifestNames.Types + "Url"] = Children(ManifestNames.Types, "Override*"),
        [ManifestNames.Types + "String"] = Children(ManifestNames.Types, "Override*"),
    }.ToFrozenDictionary();

    /// <summary>What may stand in an element; nothing in one the table does not name.</summary>
    public static ImmutableArray<ChildRule> Of(XName parent) => Table.GetValueOrDefault(parent, []);

    private static ImmutableArray<ChildRule> Children(XNamespace space, string row) =>
        [.. row.Split(' ').Select(word => Rule(space, word))];

    private static ChildRule Rule(XNamespace space, string word)
    {
        var name = word.TrimEnd('?', '+', '*');
        var mark = word[name.Length..];
        var qualified = name.StartsWith("ov:", StringComparison.Ordinal) ? ManifestNames.Overrides + name[3..] : space + name;
        return new(qualified, IsNeeded: mark is "" or "+", MayRepeat: mark is "+" or "*");
    }
}

/// <param name="Name">The element.</param>
/// <param name="IsNeeded">It must be there.</param>
/// <param name="MayRepeat">It may be there more than once.</param>
internal sealed record ChildRule(XName Name, bool IsNeeded, bool MayRepeat);
