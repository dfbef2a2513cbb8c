using PiiDocs.EndToEnd;

namespace PiiDocs.Pane;

/// <summary>The pane in Word, over the strict stand-in and the real server: made, inserted, exported, followed, failed.</summary>
[Collection(PaneTests.Name)]
public sealed class WordTests(Chromium chromium, Office office, Samples samples) : Workplace, IClassFixture<Office>
{
    private byte[] Sample => samples.Document(Office.Case, Office.Type);

    [Fact]
    public async Task The_open_document_chooses_its_case_and_type_by_itself()
    {
        var pane = await PanePage.Open(chromium, office.Server, new() { Docx = Sample });

        Assert.Contains("王某某、刘某某", await pane.Notice("info"), StringComparison.Ordinal);
        Assert.Contains("诉前公告", await pane.Page.InnerTextAsync(".where"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_document_opens_in_a_window_of_its_own_or_goes_to_the_cursor()
    {
        var pane = await Opened();
        await pane.Show("make");

        await pane.Click("open-in-word");
        await pane.Notice("success");
        var opened = await pane.Page.EvaluateAsync<string[]>("() => fakeWord.seen.opened");
        Documents.Validate(Convert.FromBase64String(Assert.Single(opened)));

        var before = await pane.Page.EvaluateAsync<int>("() => fakeWord.controls().length");
        await pane.Click("insert-in-word");
        await pane.Page.WaitForSelectorAsync("[data-notice=insertInWord].success");
        Assert.Equal(2 * before, await pane.Page.EvaluateAsync<int>("() => fakeWord.controls().length"));
        var saved = await FakeWord.Save(pane.Page);
        Documents.Validate(saved);
        Assert.Contains("公告", Documents.Rendered(saved, Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_insertion_that_loses_the_tags_is_noticed()
    {
        var pane = await Opened(Bare());
        await pane.Page.EvaluateAsync("() => { fakeWord.document.insertionLosesTags = true; }");
        await pane.Show("make");

        await pane.Click("insert-in-word");

        Assert.Contains("无法同步", await pane.Notice("warning"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_as_it_stands_is_exported_with_what_was_typed_in_Word()
    {
        var pane = await Opened();
        await FakeWord.Type(pane.Page, "pii:office.name", "某某市改过的人民检察院");
        await pane.Show("make");

        await pane.Click("export-pdf");
        await pane.Notice("success");

        // Word's own browser cannot save a PDF: the pane opens a link that works once.
        var link = new Uri(Assert.Single(await pane.Page.EvaluateAsync<string[]>("() => fakeWord.seen.links")));
        using var client = office.Server.NewClient();
        var answer = await client.GetAsync(link);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var file = Path.Combine(Folder, "out.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(link)).StatusCode);
        Assert.Contains("某某市改过的人民检察院", CommandLine.Run("pdftotext", "-enc", "UTF-8", file, "-").Out.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_field_under_the_cursor_is_explained_as_the_cursor_moves()
    {
        var pane = await Opened();
        await pane.Show("more");

        await pane.Page.EvaluateAsync("() => fakeWord.moveCursor('pii:office.name', 0)");

        await pane.Page.WaitForSelectorAsync(".traced dl");
        Assert.Contains("上海市静安区人民检察院", await pane.Page.InnerTextAsync(".traced"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_lead_to_their_places_and_a_fix_can_be_taken_back()
    {
        var pane = await Opened(prepare: RoundTripAnswers.Install);
        await FakeWord.Type(pane.Page, "pii:office.name", "错的名称");
        await pane.Show("findings");
        await pane.Click("read");

        await pane.Page.ClickAsync(".finding[data-kind=legal] button.go");
        await pane.Page.WaitForFunctionAsync("() => fakeWord.seen.selected.length > 0");
        Assert.Equal("错的名称", await pane.Page.EvaluateAsync<string>("() => fakeWord.seen.selected[0]"));

        await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");
        await pane.Page.WaitForSelectorAsync(".finding[data-kind=legal] .badge.success");
        Assert.Equal("上海市静安区人民检察院", await FakeWord.TextOf(pane.Page, "pii:office.name"));
        await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");
        await pane.Page.WaitForSelectorAsync(".finding[data-kind=legal] .badge.success", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal("错的名称", await FakeWord.TextOf(pane.Page, "pii:office.name"));
    }

    [Fact]
    public async Task A_fix_that_Word_does_not_take_is_said_not_to_be_written_and_can_be_tried_again()
    {
        var pane = await Opened(prepare: RoundTripAnswers.Install);
        await FakeWord.Type(pane.Page, "pii:office.name", "错的名称");
        await pane.Show("findings");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".finding");
        await pane.Page.EvaluateAsync("() => fakeWord.document.silent.add('pii:office.name')");

        await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");
        await pane.Page.WaitForSelectorAsync(".fix .problem:has-text('未写入')");
        await pane.Page.EvaluateAsync("() => fakeWord.document.silent.clear()");
        await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");

        await pane.Page.WaitForSelectorAsync(".finding[data-kind=legal] .badge.success");
    }

    [Fact]
    public async Task What_is_typed_after_the_check_is_not_written_over()
    {
        var pane = await Opened(prepare: RoundTripAnswers.Install);
        await pane.Show("findings");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".finding");
        await FakeWord.Type(pane.Page, "pii:office.name", "刚打的字");
        await pane.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await pane.Page.WaitForSelectorAsync("text=文书在读取之后又改过");

        await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");

        Assert.Contains("没有覆盖", await pane.Notice("warning"), StringComparison.Ordinal);
        Assert.Equal("刚打的字", await FakeWord.TextOf(pane.Page, "pii:office.name"));
    }

    [Theory]
    [InlineData(true, false, "只读")]
    [InlineData(false, true, "受保护")]
    public async Task A_document_that_cannot_be_written_says_why(bool readOnly, bool isProtected, string words)
    {
        var pane = await Opened(prepare: RoundTripAnswers.Install, word: new() { ReadOnly = readOnly, Protected = isProtected });
        if (isProtected)
        {
            await pane.Show("findings");
            await pane.Click("read");
            await pane.Page.ClickAsync(".finding[data-kind=legal] .fix button");
        }

        Assert.Contains(words, await pane.Notice(readOnly ? "warning" : "error"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1", false, "太旧")]
    [InlineData("1.3", true, "没有连上 Word")]
    public async Task A_Word_that_cannot_carry_the_pane_says_so_and_offers_the_web_page(string wordApi, bool noBridge, string words)
    {
        var pane = await PanePage.Open(chromium, office.Server, new()
        {
            Docx = Sample,
            IsPaired = false,
            Word = new() { WordApi = wordApi, NoBridge = noBridge },
            Prepare = ShortPatience,
        });

        await pane.Page.WaitForSelectorAsync($"text={words}");
        await pane.Page.ClickAsync("text=以网页方式使用");
        await pane.Page.WaitForSelectorAsync("#pairing-code");
    }

    [Fact]
    public async Task Five_hundred_controls_are_compared_sixty_rows_at_a_time_and_written_in_six_round_trips()
    {
        var docx = Documents.WithControls(Sample, 500);
        var pane = await Opened(docx, page => ManyUpdates(page));
        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync(".compared li");
        var before = await pane.Page.EvaluateAsync<int>("() => fakeWord.seen.syncs");

        await pane.Click("refresh");
        await pane.Page.WaitForSelectorAsync("[data-notice=refresh].success");

        Assert.True(await pane.Page.EvaluateAsync<int>("() => fakeWord.seen.syncs") - before <= 6);
        Assert.Equal("新的名称", await FakeWord.TextOf(pane.Page, "pii:office.name"));
        Assert.True(await pane.Page.Locator(".compared li").CountAsync() <= 60);
        Documents.Validate(await FakeWord.Save(pane.Page));
    }

    // Every control of the document, as the server would find them after facts changed.
    private static Task ManyUpdates(Microsoft.Playwright.IPage page) => page.AddInitScriptAsync(
        """
        const ask = window.fetch;
        window.fetch = (path, options) => {
            if (!String(path).includes('/documents/re')) {
                return ask(path, options);
            }
            const seen = {};
            const controls = fakeWord.controls().filter(each => each.tag.startsWith('pii:')).map((each, i) => {
                const occurrence = seen[each.tag] = (seen[each.tag] ?? -1) + 1;
                return { tag: each.tag, occurrence, field: '$.' + i, label: each.tag, state: 'update', document: each.text, current: '新的名称' };
            });
            const body = String(path).includes('/read') ? { document: { isOurs: true }, findings: [], edits: [] } : { controls };
            return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }));
        };
        """);

    private static Task ShortPatience(Microsoft.Playwright.IPage page) => page.RouteAsync("**/taskpane.html", async route =>
    {
        var answer = await route.FetchAsync();
        await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("data-host=\"office\"", "data-host=\"office\" data-patience=\"200\"", StringComparison.Ordinal) });
    });

    /// <summary>A document with nothing of ours in it.</summary>
    private byte[] Bare()
    {
        using var memory = new MemoryStream();
        memory.Write(Sample);
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(memory, isEditable: true))
        {
            document.MainDocumentPart!.Document.Body!.RemoveAllChildren<DocumentFormat.OpenXml.Wordprocessing.Table>();
            foreach (var paragraph in document.MainDocumentPart.Document.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>())
            {
                paragraph.RemoveAllChildren<DocumentFormat.OpenXml.Wordprocessing.SdtRun>();
            }

            document.MainDocumentPart.DeleteParts(document.MainDocumentPart.CustomXmlParts.ToList());
        }

        return memory.ToArray();
    }

    private async Task<PanePage> Opened(byte[]? docx = null, Func<Microsoft.Playwright.IPage, Task>? prepare = null, WordTraits? word = null)
    {
        var start = new PaneStart { Docx = docx ?? Sample, Word = word ?? new() };
        var pane = await PanePage.Open(chromium, office.Server, prepare is null ? start : start with { Prepare = prepare });
        if (docx is null || docx.Length > Sample.Length)
        {
            await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        }
        else
        {
            await pane.Choose(Office.Case, Office.Type);
        }

        return pane;
    }
}
