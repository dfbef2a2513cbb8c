using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace PiiDocs.EndToEnd.Pages;

/// <summary>What PDF/A-2a asks (ISO 19005-2, level A), in every document of every sample case, by qpdf's reading of the file.</summary>
public sealed class ArchiveStructureTests(SampleFiles samples) : IClassFixture<SampleFiles>
{
    private static readonly string[] Painting = ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"];

    private static readonly string[] StandardTypes =
        ["/Document", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Caption", "/Figure"];

    private static readonly string[] Forbidden =
        ["/Encrypt", "/AA", "/OpenAction", "/AcroForm", "/JS", "/JavaScript", "/EmbeddedFiles", "/SMask", "/BM", "/CA", "/ca", "/TR2", "/PS", "/Launch"];

    [Fact]
    public void Nothing_is_locked_hidden_active_or_see_through() => Each(file =>
    {
        Assert.False(file.Trailer.TryGetProperty("/Encrypt", out _));
        var found = file.All.SelectMany(Names).Intersect(Forbidden).ToList();
        Assert.Empty(found);
        Assert.DoesNotContain(file.All, each => file.Is(each, "/Filter", "/LZWDecode"));
        Assert.DoesNotContain(file.Pages, each => each.Page.TryGetProperty("/Group", out _));
    });

    [Fact]
    public void The_catalogue_says_language_structure_title_and_colours() => Each(file =>
    {
        Assert.Equal("u:zh-CN", file.Get(file.Catalog, "/Lang")!.Value.GetString());
        Assert.True(file.Get(file.Get(file.Catalog, "/MarkInfo")!.Value, "/Marked")!.Value.GetBoolean());
        Assert.True(file.Get(file.Get(file.Catalog, "/ViewerPreferences")!.Value, "/DisplayDocTitle")!.Value.GetBoolean());
        var intent = Assert.Single(file.Get(file.Catalog, "/OutputIntents")!.Value.EnumerateArray());
        Assert.True(file.Is(intent, "/S", "/GTS_PDFA1"));
        Assert.Equal(3, file.Get(file.Get(intent, "/DestOutputProfile")!.Value, "/N")!.Value.GetInt32());
        Assert.Equal("acsp", Encoding.ASCII.GetString(file.Stream(intent, "/DestOutputProfile"), 36, 4));
        var id = file.Trailer.GetProperty("/ID").EnumerateArray().Select(each => each.GetString()).ToList();
        Assert.Equal(2, id.Count);
        Assert.Matches("^b:[0-9a-f]{32}$", id[0]);
    });

    [Fact]
    public void Information_and_XMP_say_the_same() => Each(file =>
    {
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(file.Stream(file.Catalog, "/Metadata")).Trim('\uFEFF', ' ', '\n', '\0'));
        var info = file.Get(file.Trailer, "/Info")!.Value;
        string Said(string name) => xmp.Descendants().Single(each => each.Name.LocalName == name).Value.Trim();
        string Told(string key) => PdfObjects.Text(file.Get(info, key)!.Value);

        Assert.Equal(("2", "A"), (Said("part"), Said("conformance")));
        Assert.Equal((Told("/Title"), Told("/Author"), Told("/Producer")), (Said("title"), Said("creator"), Said("Producer")));
        Assert.NotEqual("", Said("title"));
        Assert.Equal(DateOf(Told("/CreationDate")), DateTimeOffset.Parse(Said("CreateDate"), null));
        Assert.Equal(DateOf(Told("/ModDate")), DateTimeOffset.Parse(Said("ModifyDate"), null));
    });

    [Fact]
    public void Everything_drawn_is_marked_and_leads_to_its_element_and_back() => Each(file =>
    {
        var tree = file.Get(file.Catalog, "/StructTreeRoot")!.Value;
        var parents = file.Get(file.Get(tree, "/ParentTree")!.Value, "/Nums")!.Value.EnumerateArray().ToList();
        foreach (var (id, page) in file.Pages)
        {
            Assert.True(file.Is(page, "/Tabs", "/S"));
            var marks = MarksOf(file.Content(page));
            Assert.Equal(Enumerable.Range(0, marks.Count), marks.Select(mark => mark.Number));
            var key = page.GetProperty("/StructParents").GetInt32();
            Assert.Equal(key, parents[2 * key].GetInt32());
            var owners = file.Follow(parents[(2 * key) + 1]).EnumerateArray().ToList();
            Assert.Equal(marks.Count, owners.Count);
            for (var number = 0; number < owners.Count; number++)
            {
                Assert.Contains(KidsOf(file, file.Follow(owners[number])), kid => Leads(kid, file.Follow(owners[number]), (id, number)));
            }
        }
    });

    [Fact]
    public void Elements_have_standard_types_and_stand_where_they_may() => Each(file =>
    {
        var tree = file.Get(file.Catalog, "/StructTreeRoot")!.Value;
        var roles = file.Get(tree, "/RoleMap")!.Value;
        var level = 0;
        foreach (var (element, parent) in Elements(file, tree, "/Root"))
        {
            var type = TypeOf(element, roles);
            Assert.Contains(type, StandardTypes);
            Assert.Equal(ParentOf(type), ParentOf(type) is null ? null : parent);
            if (type is ['/', 'H', var digit])
            {
                Assert.True(digit - '0' <= level + 1, "a level of headings is left out");
                level = digit - '0';
            }

            Assert.True(type != "/Figure" || PdfObjects.Text(file.Get(element, "/Alt")!.Value).Length > 10, "a figure says what it shows");
            Assert.True(type != "/TH" || file.Is(file.Get(element, "/A")!.Value, "/Scope", "/Column"), "a header cell says whose it is");
        }
    });

    [Fact]
    public void Rows_of_a_table_have_the_same_number_of_columns() => Each(file =>
    {
        var tree = file.Get(file.Catalog, "/StructTreeRoot")!.Value;
        foreach (var (table, _) in Elements(file, tree, "/Root").Where(each => file.Is(each.Element, "/S", "/Table")))
        {
            var rows = KidsOf(file, table).Select(row => KidsOf(file, row).Sum(cell =>
                file.Get(cell, "/A") is { } layout && file.Get(layout, "/ColSpan") is { } span ? span.GetInt32() : 1));
            Assert.Single(rows.Distinct());
        }
    });

    private static DateTimeOffset DateOf(string date)
    {
        var text = date["D:".Length..].Replace("'", "", StringComparison.Ordinal);
        return DateTimeOffset.ParseExact($"{text[..17]}:{text[17..]}", "yyyyMMddHHmmsszzz", null);
    }

    private static string? ParentOf(string type) => type switch
    {
        "/TR" => "/Table",
        "/TH" or "/TD" => "/TR",
        "/LI" => "/L",
        "/LBody" => "/LI",
        _ => null,
    };

    // Content is in sequences that do not nest, but for words said otherwise than drawn; what stood outside them all
    // would be neither text nor decoration.
    private static List<(string Tag, int Number)> MarksOf(IEnumerable<string> tokens)
    {
        var marks = new List<(string, int)>();
        var before = new List<string>();
        var depth = 0;
        foreach (var token in tokens)
        {
            switch (token)
            {
                case "BMC":
                    Assert.Equal("/Artifact", before[^1]);
                    Assert.Equal(0, depth++);
                    break;
                case "BDC" when before[^3] == "/MCID":
                    Assert.Equal(0, depth++);
                    marks.Add((before[^5], int.Parse(before[^2], null)));
                    break;
                case "BDC":
                    Assert.Equal("/ActualText", before[^3]);
                    Assert.Equal(1, depth++);
                    break;
                case "EMC":
                    Assert.True(--depth >= 0);
                    break;
                default:
                    Assert.True(depth > 0 || !Painting.Contains(token), $"{token} outside marked content");
                    break;
            }

            before.Add(token);
        }

        Assert.Equal(0, depth);
        return marks;
    }

    private static bool Leads(JsonElement kid, JsonElement element, (string Page, int Number) mark) => kid.ValueKind switch
    {
        JsonValueKind.Number => kid.GetInt32() == mark.Number && element.GetProperty("/Pg").GetString() == mark.Page,
        JsonValueKind.Object => kid.TryGetProperty("/MCID", out var number) && number.GetInt32() == mark.Number
            && kid.GetProperty("/Pg").GetString() == mark.Page,
        _ => false,
    };

    private static IEnumerable<(JsonElement Element, string Parent)> Elements(PdfObjects file, JsonElement parent, string type)
    {
        foreach (var kid in KidsOf(file, parent).Where(kid => kid.ValueKind == JsonValueKind.Object && kid.TryGetProperty("/S", out _)))
        {
            Assert.Equal(JsonSerializer.Serialize(parent), JsonSerializer.Serialize(file.Get(kid, "/P")!.Value));
            yield return (kid, type);
            foreach (var each in Elements(file, kid, kid.GetProperty("/S").GetString()!))
            {
                yield return each;
            }
        }
    }

    private static IEnumerable<JsonElement> KidsOf(PdfObjects file, JsonElement element) =>
        file.Get(element, "/K") is { } kids ? kids.EnumerateArray().Select(file.Follow) : [];

    private static string TypeOf(JsonElement element, JsonElement roles)
    {
        var type = element.GetProperty("/S").GetString()!;
        return roles.TryGetProperty(type, out var role) ? role.GetString()! : type;
    }

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(each => Names(each.Value).Append(each.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    private void Each(Action<PdfObjects> check) =>
        Assert.All(samples.Documents, document => check(samples.Objects(document)));
}
