using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Numbers of strangers in disguise: no case tells their values, the patterns alone must know them.</summary>
public sealed class DisguiseTests
{
    private const double Recall = 0.95;

    private static readonly (string Kind, string Text)[] Values =
    [
        ("id-number", "身份证号{990000199001010017}。"),
        ("id-number", "公民身份号码：{990000900101001}。"),
        ("phone", "手机{13000000000}。"),
        ("phone", "家庭电话：{021-20000000}。"),
        ("bank-card", "卡号{6222020000000000000}。"),
        ("account", "收款账号：{99001122334455}。"),
        ("online-account", "QQ号：{1000000000}。"),
        ("passport", "护照号{E00000001}。"),
        ("permit", "港澳通行证号{C00000001}。"),
        ("permit", "台胞证号：{00000001}。"),
        ("plate", "驾驶{沪A8M0K0}小客车。"),
        ("device", "IMEI：{860000000000001}。"),
        ("credit-code", "信用代码{91990000MA0000007X}。"),
    ];

    private static readonly (string Name, Func<string, string> Disguise)[] Disguises =
    [
        ("spaces", text => string.Join(' ', text.ToCharArray())),
        ("wide spaces", text => string.Join('\u3000', text.ToCharArray())),
        ("zero width", text => string.Join('\u200B', text.ToCharArray())),
        ("soft hyphens", text => string.Join('\u00AD', text.ToCharArray())),
        ("hyphens", text => string.Join('-', text.ToCharArray())),
        ("points", text => string.Join('.', text.ToCharArray())),
        ("commas", text => string.Join(',', text.ToCharArray())),
        ("commas of lists", text => string.Join('、', text.ToCharArray())),
        ("tildes", text => string.Join('~', text.ToCharArray())),
        ("middle dots", text => string.Join('·', text.ToCharArray())),
        ("full width", FullWidth),
        ("full width, spaces", text => string.Join(' ', FullWidth(text).ToCharArray())),
        ("line end", text => text.Insert(text.Length / 2, "\n")),
        ("line end and indentation", text => text.Insert(text.Length / 2, "\r\n    ")),
        ("groups", text => string.Join(' ', text.Chunk(4).Select(chunk => new string(chunk)))),
        ("numerals", text => Digits(text, "〇一二三四五六七八九")),
        ("formal numerals", text => Digits(text, "零壹贰叁肆伍陆柒捌玖")),
        ("numerals, spaces", text => string.Join(' ', Digits(text, "〇一二三四五六七八九").ToCharArray())),
        ("circled digits", text => Digits(text, "⓪①②③④⑤⑥⑦⑧⑨")),
        ("mathematical digits", text => string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? char.ConvertFromUtf32(0x1D7CE + unit - '0') : unit.ToString()))),
    ];

    [Fact]
    public void Numbers_of_strangers_are_found_in_disguise()
    {
        var tries = (from value in Values from disguise in Disguises select (value.Kind, disguise.Name, Text: Apply(value.Text, disguise.Disguise))).ToList();

        var missed = tries.Where(each => !Planted.Blocking(each.Text, Planted.Patterns).Any(hit => hit.Kind.Id == each.Kind)).ToList();

        Assert.True(missed.Count <= tries.Count * (1 - Recall), $"{missed.Count} of {tries.Count}: {string.Join("; ", missed)}");
    }

    [Theory]
    [InlineData("91990000-MA00-0000-7X", "credit-code")]
    [InlineData("9199 0000 MA00 0000 7X", "credit-code")]
    [InlineData("91990000MA\n    0000007X", "credit-code")]
    [InlineData("９１９９００００ＭＡ００００００７Ｘ", "credit-code")]
    [InlineData("邮箱：user艾特example点com", "email")]
    [InlineData("邮箱：user AT example DOT com", "email")]
    [InlineData("邮箱：user@example(dot)com", "email")]
    [InlineData("号码9 9 0 0 0 0 1 9 9 0 0 1 0 1 0 0 5 X", "id-number")]
    [InlineData("号码9-9-0-0-0-0-1-9-9-0-0-1-0-1-0-0-5-X", "id-number")]
    [InlineData("微 信 号：wx_test01", "online-account")]
    [InlineData("加VX：wx_test01", "online-account")]
    [InlineData("登录IP：203。0。113。9", "network-address")]
    [InlineData("登录IP：203[.]0[.]113[.]9", "network-address")]
    [InlineData("MAC地址00005E005301", "device")]
    [InlineData("家住 示例市 示例区 示例路 11号 101室", "address")]
    [InlineData("示例路11号\n101室", "address")]
    [InlineData("一九九〇年十月一日出生", "birth-date")]
    [InlineData("一九九〇年壹拾月贰日出生", "birth-date")]
    [InlineData("邮箱u-s-e-r-1-@-e-x-a-m-p-l-e-.-c-o-m", "email")]
    [InlineData("邮箱u,s,e,r,1,@,e,x,a,m,p,l,e,.,c,o,m", "email")]
    [InlineData("登录IP：2-0-3-.-0-.-1-1-3-.-9", "network-address")]
    [InlineData("MAC地址0~0~:~0~0~:~5~E~:~0~0~:~5~3~:~0~1", "device")]
    [InlineData("驾驶沪A·8M 0K0小客车", "plate")]
    [InlineData("驾驶沪-A-·-8-M-0-K-0小客车", "plate")]
    [InlineData("被害人钱 示 例，", "name")]
    [InlineData("宅电+86-21-20000000", "phone")]
    [InlineData("致电1，3，0，0，0，0，0，0，0，0，0", "phone")]
    [InlineData("致电1、3、0、0、0、0、0、0、0、0、0", "phone")]
    [InlineData("致电130(0000)0000", "phone")]
    [InlineData("致电13000000000x", "phone")]
    [InlineData("号码99 00 00 19 90 01 01 00 17", "id-number")]
    [InlineData("9\t9\t0\t0\t0\t0\t1\t9\t9\t0\t0\t1\t0\t1\t0\t0\t1\t7", "id-number")]
    [InlineData("账号：9，9，0，0，1，1，2，2，3，3，4，4，开户行略", "account")]
    [InlineData("账号：9900/1122/3344", "account")]
    [InlineData("账号：9900_1122_3344", "account")]
    [InlineData("QQ：l000ooooo2", "online-account")]
    [InlineData("护照号El2345o78", "passport")]
    [InlineData("家庭电话o21-2ooooo00", "phone")]
    [InlineData("现住示例市示例区示例路ll号l3o1室", "address")]
    [InlineData("家住示例市示例区示例路壹贰号叁零肆室", "address")]
    [InlineData("邮箱：user{at}example.com", "email")]
    public void Other_ways_of_writing_are_found(string text, string kind) =>
        Assert.Contains(Planted.Blocking($"{text}。", Planted.Patterns), hit => hit.Kind.Id == kind);

    [Theory]
    [InlineData("问卷第一行：1,3,0,0,0,0,0,0,0,0,0,5,4,3")]
    [InlineData("得分1、3、0、0、0、0、0、0、0、0、0、2、4、1分")]
    [InlineData("合计130,000,000,00元")]
    [InlineData("第1、3、5、7、9、11、13、15、17、19号楼")]
    [InlineData("见表A、B、C、D、E、F、G、H")]
    [InlineData("鲁、苏、京、沪、浙五省市")]
    public void Figures_and_letters_of_a_list_are_no_number(string text) => Assert.Empty(Planted.Blocking($"{text}。", Planted.Patterns));

    [Theory]
    [InlineData("钱*例")]
    [InlineData("钱**例")]
    [InlineData("钱×例")]
    [InlineData("钱X例")]
    [InlineData("钱Ｘ例")]
    [InlineData("钱○例")]
    [InlineData("钱某例")]
    [InlineData("钱（某）例")]
    [InlineData("钱（甲）例")]
    [InlineData("钱【*】例")]
    [InlineData("钱 * 例")]
    [InlineData("钱示*")]
    [InlineData("钱示×")]
    [InlineData("*示例")]
    public void A_name_of_which_one_character_is_hidden_is_found(string text) =>
        Assert.Contains(Planted.Blocking($"见{text}，"), hit => hit is { Kind.Id: "name", Form: HitForm.PartlyMasked });

    [Theory]
    [InlineData("钱*")]
    [InlineData("钱**")]
    [InlineData("钱某甲")]
    [InlineData("钱×花 例")]
    [InlineData("有钱（见附件）例外处理")]
    [InlineData("钱示波器*")]
    public void A_name_hidden_enough_is_clean(string text) => Assert.DoesNotContain(Planted.Blocking($"见{text}，"), hit => hit.Kind.Id == "name");

    [Theory]
    [InlineData("130……0000")]
    [InlineData("130....0000")]
    [InlineData("130某某某某0000")]
    [InlineData("130（隐去四位）0000")]
    [InlineData("130[已隐去]0000")]
    [InlineData("130····0000")]
    [InlineData("130——0000")]
    public void A_number_masked_with_other_signs_blocks_beside_its_owner(string text) =>
        Assert.Contains(Planted.Blocking($"钱示例，手机{text}。"), hit => hit is { Kind.Id: "phone", Form: HitForm.PartlyMasked });

    [Theory]
    [InlineData("99000019900101001*")]
    [InlineData("99000019900101001X")]
    public void An_identity_number_without_its_last_digit_is_found(string text) =>
        Assert.Contains(Planted.Blocking($"身份证号{text}。"), hit => hit is { Kind.Id: "id-number", Form: HitForm.PartlyMasked });

    [Fact]
    public void Of_two_readings_of_a_paragraph_the_surer_counts()
    {
        var file = Package.Docx(
            $"{DocxPlaces.Paragraph("示例市人民检察院公告")}<w:p>{DocxPlaces.Run("前文")}<w:del w:author=\"a\"><w:r><w:delText>钱示例，电话021-20000000。</w:delText></w:r></w:del></w:p>");

        Assert.True(Planted.Finds(PersonalInformationScanner.Scan(file, "a.docx", Planted.Patterns), "phone"));
    }

    [Fact]
    public void A_hit_is_masked_as_whole_characters()
    {
        var hit = Assert.Single(Planted.Hits("手机𝟏𝟑𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎。", Planted.Patterns));

        Assert.StartsWith("𝟏·", hit.Masked, StringComparison.Ordinal);
        Assert.Equal("手机□□.txt", PersonalInformationScanner.Shown("手机𝟏𝟑𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎.txt", Planted.Patterns).Replace(new string('□', 22), "□□", StringComparison.Ordinal));
    }

    private static string Apply(string text, Func<string, string> disguise)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.IndexOf('}', StringComparison.Ordinal));
        return text[..start] + disguise(text[(start + 1)..end]) + text[(end + 1)..];
    }

    private static string FullWidth(string text) => string.Concat(text.Select(unit => unit is > ' ' and < '\u007F' ? (char)(unit + 0xFEE0) : unit));

    private static string Digits(string text, string digits) => string.Concat(text.Select(unit => char.IsAsciiDigit(unit) ? digits[unit - '0'] : unit));
}
