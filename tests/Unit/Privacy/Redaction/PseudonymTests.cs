using PiiDocs.Privacy.Redaction;

namespace PiiDocs.Unit.Privacy.Redaction;

/// <summary>隐名: one name a person, no two alike, masked as published documents mask.</summary>
public sealed class PseudonymTests
{
    private static readonly RedactionPolicy Policy = Policies.Public();

    [Theory]
    [InlineData("韩试样", "韩某某")]
    [InlineData("韩试", "韩某")]
    [InlineData("欧阳试样", "欧阳某某")]
    [InlineData("欧阳试", "欧阳某")]
    [InlineData("欧试", "欧某")]
    [InlineData("买买提·艾力", "买某某")]
    [InlineData("John Doe", "J某某")]
    [InlineData("𬱖试样", "𬱖某某")]
    public void A_person_keeps_the_surname(string name, string expected) =>
        Assert.Equal(expected, Of(Person(name))[name]);

    [Fact]
    public void Same_surnames_are_told_apart_in_the_order_of_the_case()
    {
        var given = Of(Person("王试样"), Person("李试样"), Person("王试一"), Person("王试"));

        Assert.Equal(("王某甲", "王某乙", "王某丙", "李某某"), (given["王试样"], given["王试一"], given["王试"], given["李试样"]));
    }

    [Fact]
    public void A_name_masked_by_whoever_wrote_the_case_stays_and_is_not_given_twice()
    {
        var given = Of(Person("王某某"), Person("王试样"), Person("王某甲"));

        Assert.False(given.ContainsKey("王某某"));
        Assert.Equal("王某乙", given["王试样"]);
    }

    [Fact]
    public void The_eleventh_of_a_surname_is_numbered()
    {
        var names = Enumerable.Range(1, 11).Select(n => Person($"张试{n}")).ToArray();

        Assert.Equal("张某11", Of(names)["张试11"]);
    }

    [Fact]
    public void An_alias_is_called_as_its_owner_is()
    {
        var given = Of(Person("王试样"), Person("小试") with { IsAlias = true, Owner = "王试样" });

        Assert.Equal("王某某", given["小试"]);
    }

    [Fact]
    public void Organisations_keep_their_kind()
    {
        var given = Of(Organisation("上海试样信息技术有限公司"), Organisation("试样医院"), Organisation("试样事务所"));

        Assert.Equal(("某公司", "某医疗机构", "某单位"), (given["上海试样信息技术有限公司"], given["试样医院"], given["试样事务所"]));
    }

    [Fact]
    public void Two_companies_are_told_apart()
    {
        var given = Of(Organisation("甲试有限公司"), Organisation("乙试有限公司"));

        Assert.Equal(("某甲公司", "某乙公司"), (given["甲试有限公司"], given["乙试有限公司"]));
    }

    private static CaseName Person(string name) => new(name, IsPerson: true);

    private static CaseName Organisation(string name) => new(name, IsPerson: false);

    private static System.Collections.Immutable.ImmutableDictionary<string, string> Of(params CaseName[] names) => Pseudonyms.For(names, Policy);
}
