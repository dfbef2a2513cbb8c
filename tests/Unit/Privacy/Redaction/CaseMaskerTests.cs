using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Privacy.Redaction;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Privacy.Redaction;

/// <summary>A case is masked field by field, by the classes of its schema, and its narrative wherever it repeats what tells who is who.</summary>
public sealed class CaseMaskerTests
{
    private const string Case = """
        matter: { title: 王试样、王试一侵犯公民个人信息案 }
        office: { contact: { name: 陈检察官, phone: 000-20000301 } }
        parties:
          - { id: W, name: 王试样, kind: person, roles: [civil-defendant], aliases: [试哥], id_number: "990000199104160026", birth_date: 1991-04-16, phone: 000-20000311, address: 上海市静安区示例路11弄1号101室 }
          - { id: L, name: 王试一, kind: person, roles: [criminal-defendant], minor: true, address: 浙江省杭州市余杭区示例路2号, education: 初中 }
          - { id: N, name: 上海试样信息技术有限公司, short_name: 试样公司, kind: company, roles: [involved], criminally_charged: false, legal_representative: { name: 邹试样 } }
          - { id: C, name: 试样甲有限公司, kind: company, roles: [accused-unit], criminally_charged: true, credit_code: 91990000MA0000031E }
          - { id: P, name: 上海市公安局静安分局, kind: agency, roles: [investigating-authority] }
        court: { name: 试样市互联网法院 }
        service: [ { recipient_name: 试样市互联网法院 }, { recipient_name: 试样市人民法院出版社 } ]
        conduct: { summary: "王试样（绰号试哥，电话000-20000311，住上海市静安区示例路11弄1号101室）与王试一在试样公司任职，受上海市公安局静安分局调查。" }
        """;

    [Fact]
    public void Names_numbers_and_addresses_are_gone_and_the_story_stays()
    {
        var masked = Mask("criminal-indictment");

        Assert.Equal("王某甲（绰号王某甲，电话***，住上海市静安区）与王某乙在某公司任职，受上海市公安局静安分局调查。", Text(masked, "conduct", "summary"));
        Assert.Equal("王某甲、王某乙侵犯公民个人信息案", Text(masked, "matter", "title"));
    }

    [Fact]
    public void Fields_are_removed_shortened_or_kept_by_their_class()
    {
        var parties = ((DataList)Mask("criminal-indictment").Data.Find("parties")!).Items.Cast<DataObject>().ToList();

        Assert.Equal(["id", "name", "kind", "roles", "aliases", "address"], parties[0].Members.Select(member => member.Name));
        Assert.Equal("上海市静安区", ((DataText)parties[0].Find("address")!).Value);
        Assert.Equal("试样甲有限公司", ((DataText)parties[3].Find("name")!).Value);
        Assert.Equal("上海市公安局静安分局", ((DataText)parties[4].Find("name")!).Value);
        Assert.Equal("邹某某", ((DataText)((DataObject)parties[2].Find("legal_representative")!).Find("name")!).Value);
    }

    [Fact]
    public void Of_a_minor_nothing_stays_but_the_masked_name()
    {
        var minor = (DataObject)((DataList)Mask("criminal-indictment").Data.Find("parties")!).Items[1];

        Assert.Null(minor.Find("address"));
        Assert.Null(minor.Find("education"));
        Assert.Equal("王某乙", ((DataText)minor.Find("name")!).Value);
    }

    [Fact]
    public void A_court_that_was_served_keeps_its_name_and_not_what_sounds_like_one()
    {
        var masked = Mask("criminal-indictment");

        Assert.Equal("试样市互联网法院", Text(masked, "court", "name"));
        Assert.Equal(
            ["试样市互联网法院", "某单位"],
            ((DataList)masked.Data.Find("service")!).Items.Select(each => ((DataText)((DataObject)each).Find("recipient_name")!).Value));
    }

    [Fact]
    public void The_office_s_own_contact_stays()
    {
        var contact = (DataObject)((DataObject)Mask("criminal-indictment").Data.Find("office")!).Find("contact")!;

        Assert.Equal(["陈检察官", "000-20000301"], contact.Members.Select(member => ((DataText)member.Value).Value));
    }

    [Fact]
    public void An_apology_shows_who_apologises_and_hides_the_rest_under_the_same_names_as_elsewhere()
    {
        var apology = Mask("apology-notice");

        Assert.StartsWith("王试样", Text(apology, "conduct", "summary"), StringComparison.Ordinal);
        Assert.Contains("王某乙", Text(apology, "conduct", "summary"), StringComparison.Ordinal);
        Assert.DoesNotContain("王试样", apology.Pseudonyms.Keys);
    }

    [Fact]
    public void A_sealed_list_opens_with_its_password_only_and_not_after_a_change()
    {
        var pseudonyms = Mask("criminal-indictment").Pseudonyms;
        var text = PseudonymVault.Seal(pseudonyms, "口令", new byte[PseudonymVault.RandomLength]);

        Assert.DoesNotContain("王试样", text, StringComparison.Ordinal);
        Assert.Equal(pseudonyms.OrderBy(each => each.Key, StringComparer.Ordinal), PseudonymVault.Open(text, "口令")!.OrderBy(each => each.Key, StringComparer.Ordinal));
        Assert.Null(PseudonymVault.Open(text, "别的"));
        Assert.Null(PseudonymVault.Open(text.Replace("\"Tag\":\"", "\"Tag\":\"A", StringComparison.Ordinal), "口令"));
        Assert.Null(PseudonymVault.Open("{", "口令"));
    }

    private static string Text(MaskedCase masked, string first, string second) =>
        ((DataText)((DataObject)masked.Data.Find(first)!).Find(second)!).Value;

    private static MaskedCase Mask(string type)
    {
        var diagnostics = new DiagnosticBag();
        var schema = CaseSchema.Compile(
            CaseReader.Read(new("schema.json", File.ReadAllText(Repository.PathTo("templates", "_case", "schema.json"))), diagnostics)!, diagnostics)!;
        var data = CaseReader.Read(new("case.yaml", Case), diagnostics)!;
        Assert.Empty(diagnostics.Items);
        return new CaseMasker(Policies.Public(), schema.PersonalInformationOf).Mask(data, type);
    }
}
