using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Privacy.Redaction;

namespace PiiDocs.Generation.Publication;

/// <summary>Reads <c>templates/_redaction/AUDIENCE.yaml</c>.</summary>
public static class RedactionPolicyFile
{
    /// <summary>The policy; null, with diagnostics, where there is none for the audience or it has errors.</summary>
    public static RedactionPolicy? Read(TemplateFolder folder, string audience, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        if (folder.Read(found, "_redaction", $"{audience}.yaml") is not { } source || CaseReader.Read(source, found) is not { } file)
        {
            diagnostics.AddRange(found.Items);
            return null;
        }

        var policy = Read(file, audience, ContentHash.Of(source.Text), found);
        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : policy;
    }

    private static RedactionPolicy Read(DataObject file, string audience, string hash, DiagnosticBag diagnostics) => new(audience, hash)
    {
        Classes = Members(file, "classes").ToImmutableDictionary(member => member.Name, member => Form(member, diagnostics), StringComparer.Ordinal),
        RemovedOfMinors = [.. Texts(Find(file, "minors"), "remove")],
        Persons = Persons(Find(file, "persons")),
        Organisations = Organisations(Find(file, "organisations")),
        District = Pattern(file, "district", diagnostics),
        Blank = Text(file, "blank"),
        Shown = Members(file, "shown").ToImmutableDictionary(
            member => member.Name, member => Texts(file.Find("shown"), member.Name).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    private static MaskForm Form(DataMember member, DiagnosticBag diagnostics)
    {
        if (member.Value is DataText text && Enum.TryParse<MaskForm>(text.Value, ignoreCase: true, out var form))
        {
            return form;
        }

        diagnostics.Add(PublicationErrors.UnknownForm(member.Name, member.Value.Location));
        return MaskForm.Remove;
    }

    private static PersonNaming Persons(DataNode? node) =>
        new(Text(node, "long"), Text(node, "short"), Text(node, "numbered"), [.. Texts(node, "ordinals")])
        {
            Marks = [.. Texts(node, "masked")],
            CompoundSurnames = Texts(node, "compound_surnames").ToImmutableHashSet(StringComparer.Ordinal),
        };

    private static OrganisationNaming Organisations(DataNode? node) =>
        new(Flag(node, "keep_agencies"), Flag(node, "keep_charged"), Text(node, "prefix"), Text(node, "other"))
        {
            Agencies = [.. Texts(node, "agencies")],
            Kinds =
            [
                .. from kind in Find(node, "kinds") is DataList kinds ? kinds.Items : []
                   from suffix in Texts(kind, "suffix")
                   select (suffix, Text(kind, "word")),
            ],
        };

    private static Regex Pattern(DataObject file, string name, DiagnosticBag diagnostics)
    {
        try
        {
            return new(Text(file, name), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            diagnostics.Add(PublicationErrors.BadPattern(name, exception.Message, file.Find(name)?.Location));
            return new("^(?:)$", RegexOptions.CultureInvariant);
        }
    }

    private static DataNode? Find(DataNode? node, string name) => node is DataObject value ? value.Find(name) : null;

    private static ImmutableArray<DataMember> Members(DataObject file, string name) => Find(file, name) is DataObject value ? value.Members : [];

    private static string Text(DataNode? node, string name) => Find(node, name) is DataText text ? text.Value : "";

    private static bool Flag(DataNode? node, string name) => Find(node, name) is DataFlag { Value: true };

    private static IEnumerable<string> Texts(DataNode? node, string name) =>
        Find(node, name) is DataList list ? list.Items.OfType<DataText>().Select(item => item.Value) : [];
}
