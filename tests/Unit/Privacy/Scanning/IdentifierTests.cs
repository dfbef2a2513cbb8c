using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>The identifiers of a case are found however they are written, and nothing else is taken for them.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("被告人钱示例到案")]
    [InlineData("钱 示 例")]
    [InlineData("钱　示　例")]
    [InlineData("钱\u200B示\u200D例")]
    [InlineData("钱\n示例")]
    [InlineData("钱-示-例")]
    [InlineData("钱*示*例")]
    [InlineData("錢示例")]
    [InlineData("钱\u00AD示\uFE0F例")]
    [InlineData("钱某例")]
    [InlineData("钱示某")]
    [InlineData("QIAN Shili")]
    [InlineData("qián shì lì")]
    [InlineData("Qian2 Shi4 Li4")]
    [InlineData("Shili Qian")]
    [InlineData("QIAN,SHI-LI")]
    [InlineData("qianshili")]
    [InlineData("示例 钱")]
    [InlineData("示例钱")]
    [InlineData("ｑｉａｎ　ｓｈｉｌｉ")]
    public void A_name_is_found(string text) => Assert.Contains(Planted.Blocking($"见{text}。"), hit => hit.Kind.Id == "name");

    [Theory]
    [InlineData("阿依古丽·示范")]
    [InlineData("阿依古丽示范")]
    [InlineData("阿依古丽•示范")]
    [InlineData("阿依古丽")]
    [InlineData("John Example")]
    [InlineData("EXAMPLE, John")]
    [InlineData("johnexample")]
    public void Names_of_other_languages_are_found(string text) => Assert.Contains(Planted.Blocking($"见 {text} 。"), hit => hit.Kind.Id == "name");

    [Theory]
    [InlineData("他把钱示范给例会")]
    [InlineData("有钱，示例如下")]
    [InlineData("钱某某")]
    [InlineData("钱某甲")]
    [InlineData("Johnny Examples")]
    [InlineData("qianshilian")]
    public void Other_words_are_not_the_name(string text) => Assert.DoesNotContain(Planted.Blocking($"见 {text} 。"), hit => hit.Kind.Id == "name");

    [Theory]
    [InlineData("13000000000")]
    [InlineData("130 0000 0000")]
    [InlineData("130-0000-0000")]
    [InlineData("１３０００００００００")]
    [InlineData("一三〇〇〇〇〇〇〇〇〇")]
    [InlineData("壹叁零零零零零零零零零")]
    [InlineData("1-3-0-0-0-0-0-0-0-0-0")]
    [InlineData("13O0OO0O0OO")]
    [InlineData("l3000000000")]
    [InlineData("①③⓪⓪⓪⓪⓪⓪⓪⓪⓪")]
    [InlineData("𝟏𝟑𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎")]
    [InlineData("+86 13000000000")]
    [InlineData("008613000000000")]
    [InlineData("130\u200B0000\u200B0000")]
    [InlineData("13000\n000000")]
    [InlineData("(130)00000000")]
    [InlineData("tel13000000000")]
    public void A_telephone_number_is_found(string text) => Assert.Contains(Planted.Blocking($"电话{text}。"), hit => hit.Kind.Id == "phone");

    [Theory]
    [InlineData("990000199001010017")]
    [InlineData("990000 19900101 0017")]
    [InlineData("９９００００１９９００１０１００１７")]
    [InlineData("九九〇〇〇〇一九九〇〇一〇一〇〇一七")]
    [InlineData("990000199001****17")]
    [InlineData("99000019900101****")]
    [InlineData("9900001990010100xx")]
    public void An_identity_number_is_found(string text) => Assert.Contains(Planted.Blocking($"号码{text}。"), hit => hit.Kind.Id == "id-number");

    [Fact]
    public void A_masked_number_blocks_beside_its_owners_name()
    {
        Assert.Contains(Planted.Blocking("钱示例，电话130****0000"), hit => hit is { Form: HitForm.PartlyMasked, Confidence: Confidence.High });
        Assert.DoesNotContain(Planted.Blocking("身份证号9900001990********"), hit => hit.Kind.Id == "id-number");
        Assert.Contains(Planted.Blocking("钱示例，身份证号9900001990********"), hit => hit.Form == HitForm.PartlyMasked);
    }

    [Theory]
    [InlineData("广东省深圳市示例区示例路11号101室")]
    [InlineData("示例路11号101室")]
    [InlineData("示例路１１号１０１室")]
    [InlineData("示例路十一号一百零一室")]
    [InlineData("示例路 11号 101室")]
    [InlineData("示例路ll号lol室")]
    [InlineData("示例路11-101")]
    public void An_address_is_found(string text) => Assert.Contains(Planted.Blocking($"住{text}。"), hit => hit.Kind.Id == "address");

    [Theory]
    [InlineData("1990年1月1日")]
    [InlineData("1990年01月01日")]
    [InlineData("一九九〇年一月一日")]
    [InlineData("1990-1-1")]
    [InlineData("1990.01.01")]
    [InlineData("19900101")]
    public void A_birth_date_is_found(string text) => Assert.Contains(Planted.Blocking($"于{text}。"), hit => hit.Kind.Id == "birth-date");

    [Fact]
    public void A_name_that_is_a_word_needs_a_person_in_front()
    {
        var profile = Planted.ProfileFor(("name", "高峰"));

        Assert.DoesNotContain(Planted.Blocking("用电高峰期间", profile), hit => hit.Kind.Id == "name");
        Assert.Contains(Planted.Blocking("被告人高峰供述", profile), hit => hit.Kind.Id == "name");
    }

    [Fact]
    public void A_pseudonym_of_the_case_is_no_identifier() =>
        Assert.Empty(Planted.Blocking("被告人韩某某供述", Planted.ProfileFor(("name", "韩某某"))));

    [Fact]
    public void What_the_office_must_show_is_allowed()
    {
        var profile = Planted.ProfileFor(("office-phone", "021-20000000"), ("office-address", "示例市示例区示例路1号101室"));

        Assert.Empty(Planted.Blocking("联系电话：021-20000000，地址：示例市示例区示例路1号101室", profile));
        Assert.NotEmpty(Planted.Blocking("联系电话：021-20000009", profile));
    }

    [Theory]
    [InlineData("联系人：王检察官，联系电话：021-20000009")]
    [InlineData("第八检察部办公室（021）20000009")]
    public void A_fixed_line_of_whoever_handles_the_case_is_a_hint_at_most(string text) =>
        Assert.Empty(Planted.Blocking(text, Planted.ProfileFor(("name", "韩某某"))));

    [Fact]
    public void A_number_that_only_contains_an_allowed_one_is_found() =>
        Assert.Contains(Planted.Blocking("手机13012309000", Planted.ProfileFor(("office-phone", "12309"))), hit => hit.Kind.Id == "phone");

    [Fact]
    public void Staff_of_the_office_may_be_named()
    {
        Assert.NotEmpty(Planted.Blocking("鉴定人：钱示例。", Planted.Patterns));
        Assert.Empty(Planted.Blocking("鉴定人：钱示例。", Planted.ProfileFor(("officer-name", "钱示例"))));
    }

    [Fact]
    public void A_hit_holds_no_value()
    {
        var hit = Assert.Single(Planted.Hits("被告人钱示例"));

        Assert.Equal("钱··", hit.Masked);
        Assert.Equal("被告人", hit.Context);
        Assert.Equal("$.parties[0].field0", hit.Field!.Value.Value);
        Assert.Equal(12, hit.Fingerprint.Length);
        Assert.DoesNotContain("示例", hit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_have_equal_fingerprints_however_written() =>
        Assert.Single(Planted.Hits("钱示例\u001e\n钱 示 例").Select(hit => hit.Fingerprint).Distinct());
}
