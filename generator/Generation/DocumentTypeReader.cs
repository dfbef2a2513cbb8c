using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Reads the plain values of a <c>type.yaml</c> that its schema has accepted.</summary>
internal static class DocumentTypeReader
{
    public static Message Title(DataObject type) => new(Text(type, "title"), Text(type, "title_en"));

    public static string Text(DataObject type, string name) => type.Find(name) is DataText text ? text.Value : "";

    /// <summary>An object with the members <c>options</c> and <c>texts</c>, empty where type.yaml has none.</summary>
    public static DataObject Constants(DataObject type) =>
        new(
        [
            new("options", null, type.Find("options") ?? DataObject.Empty),
            new("texts", null, type.Find("texts") ?? DataObject.Empty),
        ]);

    public static ImmutableArray<string> Strings(DataObject type, string name) =>
        type.Find(name) is DataList list ? [.. list.Items.OfType<DataText>().Select(item => item.Value)] : [];

    /// <summary>Paths are written without the root: <c>office.name</c> is <c>$.office.name</c>.</summary>
    public static ImmutableArray<FieldPath> Paths(DataObject type, string name) =>
        [.. Strings(type, name).Select(path => new FieldPath(path))];

    public static ImmutableArray<Element> Elements(DataObject type) =>
        type.Find("elements") is DataList list ? [.. list.Items.OfType<DataObject>().Select(ReadElement)] : [];

    private static Element ReadElement(DataObject element) =>
        new(Text(element, "id"), Text(element, "label"), Text(element, "basis"), DateOf(element),
            Paths(element, "fields"), Strings(element, "text"))
        {
            Location = element.Location,
        };

    private static DateOnly? DateOf(DataObject element) =>
        DateOnly.TryParseExact(Text(element, "from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
