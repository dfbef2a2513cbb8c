using PiiDocs.EndToEnd;

namespace PiiDocs.Pane;

/// <summary>The pane as a web page against the real server: a day's work of someone without Word.</summary>
[Collection(PaneTests.Name)]
public sealed class WebPageTests(Chromium chromium, Office office) : Workplace, IClassFixture<Office>
{
    private const string Phone = "    phone: 000-20000301           # 合成\n";

    [Fact]
    public async Task A_case_is_found_filled_made_checked_and_downloaded()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());

        await pane.Page.FillAsync("#case-search", "月嫂 不存在");
        await pane.Page.WaitForSelectorAsync(".empty");
        await pane.Page.FillAsync("#case-search", name);
        await pane.Page.WaitForFunctionAsync("name => document.querySelectorAll('.row').length === 1 && document.querySelector(`[data-case='${name}']`)", name);
        await pane.Choose(name, Office.Type);

        await pane.Fill("$.office.contact.phone", "０００-20000388");
        await pane.Click("save");
        Assert.Contains("已保存", await pane.Notice("success"), StringComparison.Ordinal);
        Assert.Contains("000-20000388", office.TextOf(name), StringComparison.Ordinal);

        await pane.Show("make");
        await pane.Click("check");
        await pane.Page.WaitForSelectorAsync(".card .badge");
        await pane.Click("make");
        var (file, docx) = await pane.Download("download-docx");

        Assert.EndsWith(".docx", file, StringComparison.Ordinal);
        Documents.Validate(docx);
        Assert.Contains("000-20000388", Documents.TextOf(docx), StringComparison.Ordinal);
        var (_, pdf) = await pane.Download("download-pdf");
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }

    [Fact]
    public async Task The_public_copy_is_made_masked_and_searched_again_for_what_identifies_anybody()
    {
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(Office.Case, "criminal-indictment");
        await pane.Show("make");
        await pane.Page.CheckAsync("input[name=audience][value=public]");
        await pane.Click("make");
        await pane.Page.WaitForSelectorAsync(".files li");

        var (file, docx) = await pane.Download("download-docx");
        var (_, pdf) = await pane.Download("download-pdf");
        Assert.Contains("王某某", Documents.TextOf(docx), StringComparison.Ordinal);
        Assert.DoesNotContain("990000199104160026", Documents.TextOf(docx), StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);

        await pane.Show("findings");
        await pane.Page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = file, MimeType = "application/octet-stream", Buffer = docx });
        await pane.Click("read");
        Assert.Contains("公开版", await pane.Page.InnerTextAsync(".note"), StringComparison.Ordinal);
        Assert.Contains("没有发现个人信息", await pane.Page.InnerTextAsync(".empty"), StringComparison.Ordinal);

        await pane.Show("sync");
        await pane.Click("compare");
        Assert.Contains("公开版", await pane.Notice("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_stops_the_making_and_says_where()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);
        await pane.Show("make");

        await pane.Click("make");

        Assert.Contains("没有制作", await pane.Notice("error"), StringComparison.Ordinal);
        Assert.Contains("PD", await pane.Page.InnerTextAsync(".diagnostics"), StringComparison.Ordinal);
        await pane.Page.CheckAsync("#draft");
        await pane.Click("make");
        await pane.Page.WaitForSelectorAsync(".files li");
    }

    [Fact]
    public async Task Wrong_input_is_named_at_its_field_when_it_is_left_and_is_never_saved()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);

        await pane.Fill("$.office.contact.phone", "没有");
        await pane.Page.PressAsync("[name='$.office.contact.phone']", "Tab");

        await pane.Page.WaitForSelectorAsync(".field.invalid .problem");
        Assert.Equal("true", await pane.Page.GetAttributeAsync("[name='$.office.contact.phone']", "aria-invalid"));
        await pane.Click("save");
        await pane.Notice("warning");
        Assert.DoesNotContain("没有\n", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_one_case_lose_nothing()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);
        await pane.Page.UncheckAsync("#only-missing");
        await pane.Fill("$.office.contact.name", "甲检察官");
        await pane.Fill("$.office.contact.phone", "000-11112222");

        var version = (string)(await office.Server.Get($"/api/v1/cases/{name}"))["version"]!;
        (await office.Server.Save(name, version, ("$.office.contact.name", "乙检察官"))).EnsureSuccessStatusCode();
        await pane.Click("save");

        await pane.Page.WaitForSelectorAsync("text=案件刚被他人修改");
        Assert.Contains("乙检察官", office.TextOf(name), StringComparison.Ordinal);
        Assert.DoesNotContain("000-11112222", office.TextOf(name), StringComparison.Ordinal);
        await pane.Page.CheckAsync("input[value=mine]");
        await pane.Click("settle");
        await pane.Notice("success");
        Assert.Contains("甲检察官", office.TextOf(name), StringComparison.Ordinal);
        Assert.Contains("000-11112222", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_ran_out_asks_for_a_code_and_goes_on_with_what_was_typed()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);
        await pane.Fill("$.office.contact.phone", "000-33334444");

        office.Server.Clock.Advance(TimeSpan.FromDays(2));
        await office.Server.Pair();
        await pane.Click("save");
        await pane.Page.WaitForSelectorAsync("#pairing-code");

        Assert.Contains("已过期", await pane.Page.InnerTextAsync("#pairing-problem"), StringComparison.Ordinal);
        Assert.Equal("000-33334444", await pane.Page.InputValueAsync("[name='$.office.contact.phone']"));
        await pane.Page.FillAsync("#pairing-code", "0000-0000");
        await pane.Click("pair");
        await pane.Page.WaitForSelectorAsync("#pairing-problem:has-text('不对')");
        await pane.Pair();
        await pane.Notice("success");
        Assert.Contains("000-33334444", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_said_to_be_with_what_to_do_and_work_goes_on_when_it_is_back()
    {
        var name = office.AddCase((Phone, ""));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);
        await pane.Fill("$.office.contact.phone", "000-55556666");

        await pane.Page.RouteAsync("**/api/**", route => route.AbortAsync("connectionfailed"));
        await pane.Click("save");

        var said = await pane.Notice("error");
        Assert.Contains("证书", said, StringComparison.Ordinal);
        Assert.Contains("/health.html", said, StringComparison.Ordinal);
        await pane.Page.UnrouteAsync("**/api/**");
        await pane.Page.ClickAsync(".notice.error >> text=重试");
        await pane.Notice("success");
        Assert.Contains("000-55556666", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_pane_on_the_server_brings_up_a_banner()
    {
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Page.RouteAsync("**/api/v1/version", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"version":"9","assets":"new"}""" }));

        await pane.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");

        Assert.Contains("服务器已升级", await pane.Notice("info"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_text_follows_the_language_without_a_reload()
    {
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Show("more");

        await pane.Page.CheckAsync("input[name=language][value=en]");

        await pane.Page.WaitForSelectorAsync("text=Settings");
        Assert.Equal("en", await pane.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(["Case", "Fill", "Make", "Check", "Sync", "More"], await pane.Page.Locator(".tab").AllInnerTextsAsync());
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        var pane = await PanePage.Open(chromium, office.Server, new() { IsPaired = false });
        await pane.Page.FocusAsync("#pairing-code");
        await pane.Page.Keyboard.TypeAsync(office.Server.Host.PairingCode);
        await pane.Page.Keyboard.PressAsync("Enter");
        await pane.Page.WaitForSelectorAsync("[data-case]");

        await pane.Page.FocusAsync("#case-search");
        await pane.Page.Keyboard.PressAsync("Tab");
        await pane.Page.Keyboard.PressAsync("Enter");
        await pane.Page.WaitForSelectorAsync("[data-type]");
        await pane.Page.FocusAsync("[name=view-form]");
        await pane.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("H2", await pane.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task Where_a_value_comes_from_is_shown_beside_its_field()
    {
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(Office.Case, Office.Type);
        await pane.Page.UncheckAsync("#only-missing");

        await pane.Page.ClickAsync(".field:has([name='$.office.name']) .trace");

        await pane.Page.WaitForSelectorAsync(".traced dl");
        Assert.Contains($"{Office.Case}.yaml:", await pane.Page.InnerTextAsync(".traced"), StringComparison.Ordinal);
    }
}
