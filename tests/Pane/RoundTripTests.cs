using PiiDocs.EndToEnd;

namespace PiiDocs.Pane;

/// <summary>A document and its case, kept together from the pane: in Word over the stand-in, and as files on the web page.</summary>
[Collection(PaneTests.Name)]
public sealed class RoundTripTests(Chromium chromium, Office office) : Workplace, IClassFixture<Office>
{
    private const string Name = "pii:office.contact.name";
    private const string Phone = "pii:office.contact.phone";

    [Fact]
    public async Task What_changed_in_the_case_goes_into_the_document_what_was_typed_stays_and_a_conflict_waits()
    {
        var name = office.AddCase();
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = await Made(name) });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await FakeWord.Type(pane.Page, Name, "文书里写的人");
        await Save(name, ("$.office.contact.name", "案件里写的人"), ("$.office.contact.phone", "000-20000999"));

        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-state=conflict]");
        await pane.Click("refresh");
        await pane.Page.WaitForSelectorAsync("[data-notice=refresh].success");

        Assert.Equal("000-20000999", await FakeWord.TextOf(pane.Page, Phone));
        Assert.Equal("文书里写的人", await FakeWord.TextOf(pane.Page, Name));
        var saved = await FakeWord.Save(pane.Page);
        Documents.Validate(saved);
        Assert.Contains("000-20000999", Documents.Rendered(saved, Folder), StringComparison.Ordinal);

        // Compared again, what was written agrees: the document remembers.
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-state=update]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await pane.Page.CheckAsync("[data-state=conflict] input[value=document]");
        await pane.Click("save-edits");
        await pane.Page.WaitForSelectorAsync("[data-notice=saveEdits].success");
        Assert.Contains("文书里写的人", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_in_Word_goes_into_the_case_when_it_is_ticked()
    {
        var name = office.AddCase();
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = await Made(name) });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await FakeWord.Type(pane.Page, Name, "改过的联系人");

        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-state=edited]");
        await pane.Click("save-edits");
        await pane.Page.WaitForSelectorAsync("[data-notice=saveEdits].success");

        Assert.Contains("改过的联系人", office.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_case_would_not_put_there_is_a_leak_and_a_click_leads_to_it()
    {
        var name = office.AddCase();
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = await Made(name) });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".view .badge");
        Assert.Equal(0, await pane.Page.Locator("[data-kind=leak]").CountAsync());

        await FakeWord.Type(pane.Page, Name, "陈检察官，手机13800138000");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync("[data-kind=leak]");
        await pane.Page.ClickAsync("[data-kind=leak] .go");

        await pane.Page.WaitForFunctionAsync("() => fakeWord.seen.selected.some(each => each.includes('13800138000'))");
    }

    [Fact]
    public async Task The_check_finds_what_was_changed_in_Word_and_leads_there()
    {
        var name = office.AddCase();
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = await Made(name) });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await pane.Page.EvaluateAsync("() => { const text = [...fakeWord.document.dom('word/document.xml').getElementsByTagName('w:t')].find(each => each.textContent.includes('特此公告')); text.textContent = '特此通告。'; }");

        await pane.Show("findings");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".finding");

        Assert.Contains("特此通告", await pane.Page.InnerTextAsync(".findings"), StringComparison.Ordinal);
        await pane.Page.ClickAsync(".finding:has-text('特此通告') button.go >> nth=0");
        await pane.Page.WaitForFunctionAsync("() => fakeWord.seen.selected.some(each => each.includes('特此通告'))");
    }

    [Fact]
    public async Task On_the_web_page_an_edited_file_is_checked_compared_and_comes_back_refreshed()
    {
        var name = office.AddCase();
        var docx = await Made(name);
        await Save(name, ("$.office.contact.phone", "000-20000777"));
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, Office.Type);
        await pane.Show("findings");
        await pane.Page.SetInputFilesAsync("input[name=document]", new Microsoft.Playwright.FilePayload { Name = "文书.docx", MimeType = "application/octet-stream", Buffer = docx });
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".findings, .empty");

        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-state=update]");
        await pane.Page.UncheckAsync("#track");
        var (file, refreshed) = await pane.Download("refresh");

        Assert.Equal("文书-已更新.docx", file);
        Documents.Validate(refreshed);
        Assert.Contains("000-20000777", Documents.TextOf(refreshed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_the_case_has_gained_opens_in_a_new_document_and_the_open_one_stays()
    {
        var name = office.AddCase();
        var made = await Made(name, "evidence-list");
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = made });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        GainEvidence(name);

        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-block=insert]");
        Assert.Equal(0, await pane.Page.Locator("[name=refresh]").CountAsync());
        var before = await FakeWord.Save(pane.Page);
        await pane.Click("open-refreshed");
        await pane.Page.WaitForSelectorAsync("[data-notice=openRefreshed].success");

        var opened = Convert.FromBase64String(Assert.Single(await pane.Page.EvaluateAsync<string[]>("() => fakeWord.seen.opened")));
        Documents.Validate(opened);
        Assert.Contains("转账记录", Documents.TextOf(opened), StringComparison.Ordinal);
        Assert.Equal(Documents.TextOf(before), Documents.TextOf(await FakeWord.Save(pane.Page)));
    }

    [Fact]
    public async Task On_the_web_page_a_row_the_case_has_gained_comes_back_in_the_file()
    {
        var name = office.AddCase();
        var docx = await Made(name, "evidence-list");
        GainEvidence(name);
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(name, "evidence-list");
        await pane.Show("sync");
        await pane.Page.SetInputFilesAsync("input[name=document]", new Microsoft.Playwright.FilePayload { Name = "证据.docx", MimeType = "application/octet-stream", Buffer = docx });
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync("[data-block=insert]");
        var (_, refreshed) = await pane.Download("refresh");

        Documents.Validate(refreshed);
        Assert.Contains("转账记录", Documents.TextOf(refreshed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_Word_document_is_refused_before_it_is_sent()
    {
        var pane = await PanePage.Open(chromium, office.Server, new());
        await pane.Choose(Office.Case, Office.Type);
        await pane.Show("findings");

        await pane.Page.SetInputFilesAsync("input[name=document]", new Microsoft.Playwright.FilePayload { Name = "旧.doc", MimeType = "application/msword", Buffer = [1] });
        Assert.Contains("不是能读的 Word 文书", await pane.Notice("error"), StringComparison.Ordinal);

        await pane.Page.SetInputFilesAsync("input[name=document]", new Microsoft.Playwright.FilePayload { Name = "坏.docx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });
        await pane.Click("read");
        Assert.Contains("PD", await pane.Page.InnerTextAsync("[data-notice=read]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_goes_to_the_cursor_with_its_fields()
    {
        var name = office.AddCase();
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = await Made(name, "indictment-with-civil-claims") });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await pane.Show("more");
        var before = await pane.Page.EvaluateAsync<int>("() => fakeWord.controls().length");

        await pane.Page.ClickAsync(".clauses li:has-text('诉讼请求') .button");

        await pane.Page.WaitForSelectorAsync("[data-notice=clause].success");
        Assert.True(await pane.Page.EvaluateAsync<int>("() => fakeWord.controls().length") > before);
        Documents.Validate(await FakeWord.Save(pane.Page));
    }

    private async Task<byte[]> Made(string name, string type = Office.Type)
    {
        var made = await office.Server.Post($"/api/v1/cases/{name}/make", new { type, formats = new[] { "docx" } });
        made.EnsureSuccessStatusCode();
        var answer = await PiiDocs.EndToEnd.Server.RunningServer.Json(made);
        return Convert.FromBase64String((string)answer["files"]![0]!["content"]!);
    }

    // In front of the last, so that a number moves on too.
    private void GainEvidence(string name) => File.WriteAllText(
        Path.Combine(office.Server.Cases, $"{name}.yaml"),
        office.TextOf(name).Replace("  - { id: E8,", "  - { id: E9, category: documentary, name: 转账记录, proves: 参与出售 }\n  - { id: E8,", StringComparison.Ordinal));

    private async Task Save(string name, params (string Field, object? Value)[] changes)
    {
        var version = (string)(await office.Server.Get($"/api/v1/cases/{name}"))["version"]!;
        (await office.Server.Save(name, version, changes)).EnsureSuccessStatusCode();
    }
}
